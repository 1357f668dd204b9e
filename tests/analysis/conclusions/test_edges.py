"""Conclusions of models that lack something, or that turn out other than one would wish: true, and said as such."""

from collections.abc import Callable

import pytest

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.conclusions.conclusion import CONCLUDED, Conclusion
from sevenstep.analysis.conclusions.needs import NeedKind, all_needs
from sevenstep.analysis.conclusions.of_element import conclusion_of
from sevenstep.chain.graph import Chain

Concluded = Callable[[str, str], Conclusion]

ITEM = "items: {I: {title: {zh: 办证, en: Permit}}}\n"


def flow(key: str, variant: str, steps: str, more: str = "") -> str:
    """A flow of an item, from a start to an end."""
    nodes = f"s: {{title: s, type: start}}, {steps}, e: {{title: e, type: end}}"
    title = f"{{zh: 流程{key}, en: flow {key}}}"
    return f"  {key}: {{title: {title}, variant: {variant}, details: I, {more} steps: {{{nodes}}}}}\n"


def step(name: str, fields: str) -> str:
    return f"{name}: {{title: {{zh: 步骤{name}, en: step {name}}}, {fields}}}"


FIVE = "unit: h, direction: decrease, targets: {2030: 5 h}"
SLOW = step("a", "time: 1h, wait: 9h")
FAST = step("a", "time: 1h, wait: 1h")


@pytest.fixture
def chain(checked) -> Callable[[str], Chain]:
    def build(text: str) -> Chain:
        found = checked(text).chain
        assert found is not None
        return found

    return build


@pytest.fixture
def concluded(chain) -> Concluded:
    """What is concluded of one element of a model."""

    def conclude(text: str, key: str) -> Conclusion:
        found = chain(text)
        conclusion = conclusion_of(found, analysis_of(found), found.elements[key])
        assert conclusion is not None
        return conclusion

    return conclude


def headline(conclusion: Conclusion) -> tuple[str, str]:
    return conclusion.headline.for_language("zh"), conclusion.headline.for_language("en")


@pytest.mark.parametrize(
    ("flows", "key", "zh", "en"),
    [
        (
            flow("now", "as-is", SLOW),
            "now",
            "全程 10 小时，其中 9 小时在等待；尚无目标流程。",
            "It takes 10 h, 9 h of it waiting; there is no to-be flow yet.",
        ),
        (
            flow("then", "to-be", FAST),
            "then",
            "按设计全程 2 小时，其中 1 小时在等待；没有现状流程可比。",
            "By design it takes 2 h, 1 h of it waiting; there is no flow of today to compare it with.",
        ),
        (
            flow("now", "as-is", SLOW) + flow("then", "to-be", FAST),
            "now",
            "全程 10 小时，其中 9 小时在等待；目标流程可缩到 2 小时。",
            "It takes 10 h, 9 h of it waiting; the to-be flow can cut it to 2 h.",
        ),
        (
            flow("now", "as-is", FAST) + flow("then", "to-be", SLOW),
            "now",
            "全程 2 小时，其中 1 小时在等待；目标流程反而需要 10 小时。",
            "It takes 2 h, 1 h of it waiting; the to-be flow takes longer, 10 h.",
        ),
        (
            flow("now", "as-is", FAST) + flow("then", "to-be", SLOW),
            "then",
            "全程由 2 小时增到 10 小时；其中仍有 9 小时在等待。",
            "It grows from 2 h to 10 h; 9 h of it still waiting.",
        ),
        (
            flow("now", "as-is", FAST) + flow("then", "to-be", FAST),
            "then",
            "全程 2 小时，与现状持平；其中仍有 1 小时在等待。",
            "It takes 2 h, as long as it does today; 1 h of it still waiting.",
        ),
        (
            flow("now", "as-is", step("a", "time: 2h, wait: 0h")) + flow("then", "to-be", FAST),
            "now",
            "全程 2 小时，没有等待；目标流程没有缩短。",
            "It takes 2 h, none of it waiting; the to-be flow is no shorter.",
        ),
        (
            flow("now", "as-is", step("a", "time: 2h, wait: 9h"))
            + flow("one", "to-be", FAST)
            + flow("two", "to-be", step("a", "time: 3h, wait: 1h")),
            "now",
            "全程 11 小时，其中 9 小时在等待；2 个目标流程要 2 小时至 4 小时。",
            "It takes 11 h, 9 h of it waiting; the 2 to-be flows take 2 h to 4 h.",
        ),
        (
            flow("now", "as-is", SLOW) + flow("then", "to-be", step("a", "mode: automatic")),
            "now",
            "全程 10 小时，其中 9 小时在等待；目标流程的全程时间尚无法测算。",
            "It takes 10 h, 9 h of it waiting; how long the to-be flow takes cannot be told yet.",
        ),
        (
            flow("now", "as-is", step("a", "mode: manual")),
            "now",
            "全程时间尚无法测算：没有步骤写明用时或等待。",
            "How long it takes cannot be told yet: no step says how long it takes or how long a case waits.",
        ),
    ],
)
def test_what_is_said_of_a_flow(concluded: Concluded, flows: str, key: str, zh: str, en: str) -> None:
    assert headline(concluded(f"{ITEM}flows:\n{flows}", key)) == (zh, en)


def test_a_step_without_a_time_is_told(concluded: Concluded) -> None:
    flows = flow("now", "as-is", f"{SLOW}, {step('b', 'mode: manual')}")
    said = [text.zh for text in concluded(f"{ITEM}flows:\n{flows}", "now").lead]
    assert "1 步未写用时，按 0 计：“步骤b”。" in said


def test_a_queue_that_grows_is_told_first(concluded: Concluded) -> None:
    flows = flow("now", "as-is", step("a", "time: 2h, resources: clerk"), "arrivals: 1/h,")
    conclusion = concluded(f"{ITEM}flows:\n{flows}resources: {{clerk: {{title: {{zh: 窗口, en: desk}}}}}}\n", "now")
    assert conclusion.lead[0].zh == "以上未计排队：“窗口”的工作量超过能力，排队将持续增长。"
    assert conclusion.lead[0].en == (
        "This leaves queueing out: “desk” is asked for more than can be done, so the queue grows without end."
    )


def test_titles_are_told_in_the_language_there_is_and_never_as_markup(concluded: Concluded) -> None:
    steps = "{s: {title: s, type: start}, a: {title: '<i>', time: 1h, wait: 3h}, e: {title: e, type: end}}"
    text = f"flows:\n  now: {{title: '<b>x</b>', variant: as-is, steps: {steps}}}\n"
    conclusion = concluded(text, "now")
    assert any("“<i>”" in sentence.for_language("en") for sentence in conclusion.sentences)
    assert headline(conclusion)[0] == "全程 4 小时，其中 3 小时在等待；尚无目标流程。"


def indicator(fields: str) -> str:
    return f"indicators: {{X: {{title: {{zh: 时间, en: Time}}, {fields}}}}}\n"


@pytest.mark.parametrize(
    ("fields", "zh", "en"),
    [
        (
            "unit: h, baseline: 9 h, direction: decrease",
            "基线为 9 小时，尚无目标值。",
            "The baseline is 9 h; no target is set.",
        ),
        ("unit: h", "尚无目标值。", "No target is set."),
        (
            "unit: h, baseline: 9 h, direction: decrease, targets: {2030: 5 h}",
            "能否达到目标 5 小时（2030）尚无法判断：尚无测量值，目标流程也未作测算。",
            "Whether it reaches its target, 5 h (2030), cannot be judged yet: no measurement yet, and no "
            "to-be flow gives a figure.",
        ),
        (
            "unit: h, baseline: 9 h, direction: decrease, targets: {2030: 5 h}, measurements: {2024: 7 h}",
            "按最新实测，由 9 小时降到 7 小时，距目标 5 小时（2030）还差 2 小时。",
            "By the last measurement it falls from 9 h to 7 h; that misses the target, 5 h (2030), by 2 h.",
        ),
        (
            "unit: h, baseline: 9 h, direction: decrease, targets: {2030: 5 h}, measurements: {2024: 9 h}",
            "按最新实测仍为 9 小时，距目标 5 小时（2030）还差 4 小时。",
            "By the last measurement it stays at 9 h; that misses the target, 5 h (2030), by 4 h.",
        ),
        (
            "unit: h, baseline: 9 h, direction: decrease, targets: {2030: 12 h}, measurements: {2024: 8 h}",
            "目标值（12 小时）比基线（9 小时）还差，无从判断。",
            "It cannot be judged: its target, 12 h, is worse than its baseline, 9 h.",
        ),
    ],
)
def test_what_is_said_of_an_indicator(concluded: Concluded, fields: str, zh: str, en: str) -> None:
    assert headline(concluded(indicator(fields), "X")) == (zh, en)


def test_targets_of_members_alone_are_told_as_such(concluded: Concluded) -> None:
    text = "dimensions: {D: {title: {zh: 地区, en: Region}, members: {e: 东, w: 西}}}\n" + indicator(
        "unit: h, direction: decrease, roll_up: none, targets: {2030: {by: {D: {e: 5, w: 5}}}}, "
        "measurements: {2024: {by: {D: {e: 4, w: 6}}}}"
    )
    conclusion = concluded(text, "X")
    assert "目标值仅按成员设定，未设整体目标值" in conclusion.headline.for_language("zh")
    said = [sentence.for_language("zh") for sentence in conclusion.lead]
    assert "按“地区”分别定了目标值的 2 个成员中，1 个能达标、1 个不能达标（“西”）。" in said


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        (
            "goals: {G: {title: t}}\n",
            "尚无指标衡量它，能否实现无从判断。",
            "No indicator measures it yet, so nobody can tell whether it is reached.",
        ),
        (
            "goals: {G: {title: t}}\nindicators: {A: {title: a, measures: G}, B: {title: b, measures: G}}\n",
            "2 个指标都尚无目标值。",
            "None of its 2 indicators has a target yet.",
        ),
        (
            "goals: {G: {title: t}, H: {title: h, parent: G}}\n"
            "indicators:\n"
            f"  A: {{title: a, measures: G, {FIVE}, measurements: {{2024: 4 h}}}}\n"
            f"  B: {{title: b, measures: H, {FIVE}, measurements: {{2024: 8 h}}}}\n"
            "  C: {title: c, measures: H}\n",
            "2 个有目标值的指标中，1 个可达标，1 个不能达标（“b”差 3 小时）；另有 1 个尚无目标值。",
            "Of 2 indicators with a target, 1 reaches the target and 1 misses it (“b” by 3 h); 1 more has no target.",
        ),
    ],
)
def test_what_is_said_of_a_goal(concluded: Concluded, text: str, zh: str, en: str) -> None:
    assert headline(concluded(text, "G")) == (zh, en)


@pytest.mark.parametrize(
    ("fields", "flows", "zh"),
    [
        ("", "", "尚无流程，成效无从测算。"),
        ("change: {money: 30 万元},", flow("now", "as-is", SLOW), "只有现状流程，尚无目标流程；投入 30 万元。"),
        ("change: {time: 6mo},", flow("then", "to-be", SLOW), "只有目标流程，没有现状可比；工期 6 个月。"),
        ("", flow("now", "as-is", FAST) + flow("then", "to-be", SLOW), "全程时间由 2 小时增到 10 小时。"),
    ],
)
def test_what_is_said_of_an_item(concluded: Concluded, fields: str, flows: str, zh: str) -> None:
    text = f"items: {{I: {{{fields} title: t}}}}\n" + (f"flows:\n{flows}" if flows else "")
    assert headline(concluded(text, "I"))[0] == zh


def test_which_flows_are_compared_is_told_where_there_are_several(concluded: Concluded) -> None:
    flows = flow("now", "as-is", SLOW) + flow("one", "to-be", FAST) + flow("two", "to-be", SLOW)
    conclusion = concluded(f"{ITEM}flows:\n{flows}", "I")
    assert headline(conclusion)[0] == "全程时间由 10 小时缩到 2 小时。"
    assert conclusion.lead[0].en == "It has 3 flows; compared here are “flow now” and “flow one”."


def test_a_measure_that_says_nothing_is_told_as_such(concluded: Concluded) -> None:
    conclusion = concluded("measures: {M: {title: t}}\n", "M")
    assert headline(conclusion)[0] == "尚未写明改变哪些步骤、对应哪个目标流程，成效无从测算；投入尚未写明。"
    assert [text.zh for text in conclusion.lead] == ["未写明应对哪个发现。"]


def test_a_measure_that_makes_it_longer_is_told_as_such(concluded: Concluded) -> None:
    text = (
        f"{ITEM}flows:\n{flow('now', 'as-is', FAST)}{flow('then', 'to-be', SLOW)}"
        "measures: {M: {title: {zh: 举措, en: Measure}, shapes: then, cost: 5 万元}}\n"
    )
    assert headline(concluded(text, "M")) == (
        "全程反而增加 8 小时；投入 5 万元。",
        "It adds to the lead time: 8 h; at CNY 50,000.",
    )


def test_two_measures_that_cannot_be_told_apart_are_told_together(concluded: Concluded) -> None:
    text = (
        f"{ITEM}flows:\n{flow('now', 'as-is', SLOW)}{flow('then', 'to-be', FAST)}"
        "measures: {M: {title: 甲, shapes: then}, N: {title: 乙, shapes: then}}\n"
    )
    assert headline(concluded(text, "M"))[0] == "全程缩短 8 小时（“甲”、“乙”合在一起）；投入尚未写明。"


def test_a_finding_that_nobody_has_taken_up_is_told_as_such(concluded: Concluded) -> None:
    text = (
        f"{ITEM}flows:\n{flow('now', 'as-is', SLOW)}"
        "findings: {F: {title: t, type: blockage, touches: now/a}, E: {title: e, type: break}}\n"
    )
    assert headline(concluded(text, "F")) == (
        "堵点所在的“步骤a”平均等待 9 小时；尚无举措应对。",
        "At “step a”, cases wait 9 h on average; no measure answers it yet.",
    )
    assert headline(concluded(text, "E"))[0] == "尚未写明该断点出在何处；尚无举措应对。"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ("unit: h, baseline: 9 h, targets: {2030: 5 h}", NeedKind.DIRECTION),
        ("unit: h, direction: decrease, baseline: 9 h, targets: {2030: 12 h}", NeedKind.TARGET),
        ("unit: h, direction: decrease, baseline: 9 h, targets: {2030: 5 h}", NeedKind.VALUE),
        ("unit: h, direction: decrease, baseline: 9 h, targets: {2001: 6 h}", NeedKind.MEASUREMENT),
    ],
)
def test_what_a_target_needs(chain, fields: str, kind: NeedKind) -> None:
    found = chain(indicator(f"owner: desk, {fields}") + "actors: {desk: {title: t, type: government}}\n")
    (need,) = all_needs(found, analysis_of(found))
    assert (need.kind, need.whom) == (kind, ("desk",))


def test_what_is_judged_needs_nothing(chain) -> None:
    found = chain(indicator("unit: h, direction: decrease, targets: {2030: 5 h}, measurements: {2024: 4 h}"))
    assert all_needs(found, analysis_of(found)) == ()


def test_the_kinds_that_come_to_anything_are_named_once(chain) -> None:
    found = chain(
        f"{ITEM}goals: {{G: {{title: t}}}}\nmeasures: {{M: {{title: t}}}}\nfindings: {{F: {{title: t, type: break}}}}\n"
        f"{indicator('unit: h')}flows:\n{flow('now', 'as-is', SLOW)}actors: {{A: {{title: t, type: enterprise}}}}\n"
        "appraisals: {P: {title: t}}\nassessments: {E: {title: t}}\nfactors: {E1: {title: t, assessment: E}}\n"
        "decisions: {D: {title: t}}\nkpicards: {K: {title: t, weights: {X: 100%}}}\n"
    )
    analysis = analysis_of(found)
    told = {one.KIND.name for one in found.elements.values() if conclusion_of(found, analysis, one) is not None}
    assert told == CONCLUDED
