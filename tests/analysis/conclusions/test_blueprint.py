"""What the blueprint comes to, in words: what is asked for, what lacks, what is carried by hand, layers, sharing."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.conclusions.blueprint import blueprint_conclusion
from sevenstep.language import LANGUAGES

MODEL = """
layers:
  centre: {title: {zh: 中心, en: Centre}, count: "1"}
  nodes: {title: {zh: 节点, en: Nodes}, count: N}
actors: {a: {title: A, type: enterprise}, b: {title: B, type: operator}}
systems:
  desk: {title: {zh: 前台, en: Desk}, layer: nodes}
  port: {title: {zh: 港口, en: Port}, layer: nodes}
  hub: {title: {zh: 大脑, en: Brain}, layer: centre}
data:
  order: {title: {zh: 订单, en: Order}, owner: a, sharing: conditional}
flows:
  now:
    title: Now
    variant: as-is
    steps:
      s: {title: s, type: start, actor: a}
      w: {title: W, system: desk, mode: manual, writes: order}
      t: {title: T, actor: b, system: port, mode: manual, reads: order, writes: order}
      e: {title: e, type: end}
  then:
    title: Then
    variant: to-be
    steps:
      s: {title: s, type: start, actor: a}
      w: {title: W, system: desk, mode: automatic, writes: order}
      r: {title: R, actor: b, system: port, mode: automatic, reads: order}
      q: {title: Q, actor: b, system: hub, mode: automatic, reads: order}
      e: {title: e, type: end}
"""
ONE = "interfaces:\n  i: {title: I, from: desk, to: port, data: order}\n"
BOTH = ONE + "  j: {title: J, from: desk, to: hub, data: order, state: planned}\n"


def said(checked, model: str, language: str = "en") -> list[str]:
    chain = checked(model).chain
    found = blueprint_conclusion(chain, analyse(chain))
    assert found is not None
    return [sentence.for_language(language) for sentence in found.sentences]


@pytest.mark.parametrize(
    ("interfaces", "headline"),
    [
        (
            "",
            "The design exchanges data between 3 systems and asks for 2 connections; there is an interface for none "
            "of them yet.",
        ),
        (ONE, "The design exchanges data between 3 systems and asks for 2 connections; 1 of them lacks an interface."),
        (
            BOTH,
            "The design exchanges data between 3 systems and asks for 2 connections; interfaces for all "
            "run or are planned.",
        ),
    ],
)
def test_the_headline_says_what_lacks(checked, interfaces, headline):
    assert said(checked, MODEL + interfaces)[0] == headline


def test_the_lead_says_layers_what_lacks_what_is_typed_and_how_far_it_is_shared(checked):
    assert said(checked, MODEL + ONE)[1:] == [
        "The blueprint has 2 layers, from the top down: “Centre” and “Nodes”, that is “1 + N”.",
        "Lacking: Desk → Brain (1 data object).",
        "Between 1 pair of systems people carry the data today, in the design between none.",
        "1 data object is used by others than the owner: 1 shared on conditions.",
    ]
    assert said(checked, MODEL + ONE, "zh")[:4] == [
        "目标流程在 3 个系统之间交换数据，要接通 2 对系统；其中 1 对还缺接口。",
        "蓝图自上而下分 2 层：“中心”、“节点”，即“1+N”。",
        "还缺：前台 → 大脑（1 类数据）。",
        "今天有 1 对系统之间靠人工搬数据，目标设计里一对也没有。",
    ]


def test_a_model_that_says_nothing_of_it_has_no_conclusion(checked):
    chain = checked("systems: {a: {title: A}}\n").chain
    assert blueprint_conclusion(chain, analyse(chain)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_design_nothing_is_asked_for(checked, language):
    model = 'layers: {a: {title: {zh: 中心, en: Centre}, count: "1"}}\n'
    first = said(checked, model, language)[0]
    assert (
        first
        == {
            "zh": "尚无目标流程，看不出需要哪些接口。",
            "en": "Which interfaces are needed is open: there is no to-be flow yet.",
        }[language]
    )


def test_figures_tell_before_and_after(checked):
    chain = checked(MODEL + BOTH).chain
    figures = {one.what.en: one for one in blueprint_conclusion(chain, analyse(chain)).figures}
    typed = figures["Pairs of systems with data carried by hand"]
    assert (typed.before.for_language("en"), typed.after.for_language("zh"), typed.is_better) == ("1", "0", True)
    listed = figures["Interfaces listed"]
    assert (listed.before.for_language("en"), listed.after.for_language("zh")) == ("1", "2")
    assert figures["Pairs of systems to be joined"].note is None


@pytest.mark.parametrize(
    ("services", "zh", "en"),
    [
        ("{m: {title: M, hosted_in: desk}}", "共用 1 项服务。", "1 service is shared."),
        (
            "{m: {title: M, type: algorithm, hosted_in: desk, state: planned}, n: {title: N, hosted_in: desk}}",
            "共用 2 项服务，算法模型占 1 项；其中 1 项还在规划、在建。",
            "2 services are shared, of which 1 is an algorithm model; 1 of them does not run yet.",
        ),
    ],
)
def test_services_are_counted(checked, services, zh, en):
    assert zh in said(checked, MODEL + f"services: {services}\n", "zh")
    assert en in said(checked, MODEL + f"services: {services}\n")
