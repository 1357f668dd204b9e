"""What assessments and decisions come to, in the words that pages, reports and the tour share."""

import pytest

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.conclusions.assessment import frame_conclusion
from sevenstep.analysis.conclusions.decision import frame_conclusion as decisions_conclusion
from sevenstep.analysis.conclusions.of_element import conclusion_of

MODEL = """
date: 2024-06
scales:
  grade:
    title: {zh: 等级, en: Grade}
    levels: {1: {zh: 起步, en: Begun}, 2: {zh: 发展, en: Growing}, 3: {zh: 成熟, en: Mature}}
assessments:
  a:
    title: {zh: 水平, en: Level}
    scale: grade
    subject_name: X
    peers: {p: {title: {zh: 甲区, en: District A}, date: 2023}}
factors:
  cloud: {title: {zh: 上云, en: Cloud}, assessment: a, weight: 60%, scale: grade, values: {2024: 2},
    targets: {2027: 3}, peers: {p: 3}}
  output: {title: {zh: 产值, en: Output}, assessment: a, weight: 40%, unit: 亿元, worst: 0, best: 2000,
    values: {2023: 1000}, targets: {2026: 2000}, courses: [{title: Others, start: 1000, end: 2000, took: 4y..12y}]}
decisions:
  d:
    title: {zh: 由谁建, en: Who builds}
    requirements: {run: {zh: 有人运营, en: Somebody runs it}}
    criteria: {cost: {title: {zh: 费用, en: Cost}, weight: 60%}, skill: {title: {zh: 能力, en: Skill}, weight: 40%}}
    options:
      own: {title: {zh: 自建, en: Own}, meets: {run: yes}, values: {cost: 4, skill: 2}}
      rent: {title: {zh: 租用, en: Rented}, meets: {run: yes}, values: {cost: 3, skill: 3}}
      gift: {title: {zh: 赠予, en: Given}, meets: {run: no}, values: {cost: 5, skill: 5}}
    choice: {option: own, reason: {zh: 便宜, en: It is cheap}}
"""


def sentences(chain, key: str, language: str) -> list[str]:
    found = conclusion_of(chain, analysis_of(chain), chain.elements[key])
    return [said.for_language(language) for said in found.sentences]


@pytest.fixture
def chain(checked):
    return checked(MODEL).chain


MANY = """
date: 2024-06
scales: {grade: {title: Grade, levels: [low, middle, high]}}
assessments: {a: {title: Level, scale: grade}}
factors:
  left: {title: Left, assessment: a, weight: 75%}
  right: {title: Right, assessment: a, weight: 25%}
"""


def test_in_a_large_tree_branches_lift_the_whole_where_no_factor_shows(checked):
    """Each of 500 leaves lifts the whole by 0.5/250·0.75·2 = 0.003 of 1 to 3: nothing that can be written; all below
    “Left” by 0.75, all below “Right” by 0.25."""
    leaves = "".join(
        f"  {branch}{number}: {{title: T, parent: {branch}, scale: grade, values: {{2024: 2}}, targets: {{2027: 3}}}}\n"
        for branch in ("left", "right")
        for number in range(250)
    )
    _, lead, *_ = sentences(checked(MANY + leaves).chain, "a", "en")
    assert lead == "“Left” lifts the whole most, by 0.8 where it reaches its target, followed by “Right”."


def test_what_lifts_the_whole_by_nothing_that_shows_is_not_said(checked):
    """A hundredth of a step between the levels, of half of one per cent of the weight: 0.0001."""
    said = MANY.replace("weight: 75%", "weight: 0.5%, scale: grade, values: {2024: 2}, targets: {2027: 2.01}").replace(
        "weight: 25%", "weight: 99.5%, scale: grade, values: {2024: 2}"
    )
    for language, nearly in (("en", "all but at the target of 2027"), ("zh", "离 2027 年目标只差一点")):
        told = sentences(checked(said).chain, "a", language)
        assert nearly in told[0]
        assert not any("lifts the whole" in one or "最能拉动" in one for one in told)


def several(checked, *targets: str):
    factors = "".join(
        f"  f{number}: {{title: F, assessment: a{number}, scale: grade, values: {{2024: 2}}{target}}}\n"
        for number, target in enumerate(targets)
    )
    listed = ", ".join(f"a{number}: {{title: A}}" for number in range(len(targets)))
    chain = checked(
        f"scales: {{grade: {{title: G, levels: [x, y, z]}}}}\nassessments: {{{listed}}}\nfactors:\n{factors}"
    ).chain
    return frame_conclusion(chain, analysis_of(chain)).headline


NONE, AHEAD, THERE = "", ", targets: {2027: 3}", ", targets: {2027: 2}"


@pytest.mark.parametrize(
    ("targets", "zh", "en"),
    [
        ((AHEAD, AHEAD), "2 项评估都还没有达到目标。", "None of 2 assessments has reached its target yet."),
        ((THERE, THERE), "2 项评估都达到了目标。", "All of 2 assessments have reached their targets."),
        ((NONE, NONE), "2 项评估都还没有设目标。", "None of 2 assessments has a target yet."),
        (
            (AHEAD, THERE, NONE),
            "3 项评估中，1 项达到了目标，1 项还没有，1 项还没有目标或评估值。",
            "1 of 3 assessments reached the target, 1 did not yet; 1 has no target or no value yet.",
        ),
    ],
)
def test_several_assessments_are_counted_by_their_targets(checked, targets, zh, en):
    found = several(checked, *targets)
    assert (found.for_language("zh"), found.for_language("en")) == (zh, en)


def test_an_assessment_says_where_it_stands_and_what_is_missing_to_the_target(chain):
    """Cloud 0.5 of 1, output 0.5: 2 of 3; at the target 3, all of it."""
    headline, *lead = sentences(chain, "a", "en")
    assert headline == (
        "It stands at “Growing” (2 of 3), 1 short of the target of 2027 (“Mature”), and ranks 2 of 2 with its peers."
    )
    assert lead[0] == "“Cloud” lifts the whole most, by 0.6 where it reaches its target, followed by “Output”."
    assert "“Cloud” is furthest behind, by 50% of the scale" in lead[1]
    assert lead[2].startswith("“Output” is to go from CNY 100 bn to CNY 200 bn in 3 years; others took 4 to 12 years")
    assert lead[2].endswith("nobody has been as fast.")
    zh, *more = sentences(chain, "a", "zh")
    assert zh == "处于“发展”一级（2，满分 3），离 2027 年目标（成熟）还差 1，连对标对象共 2 个，列第 2。"
    assert more[2] == "“产值”要用 3 年从 1,000 亿元 到 2,000 亿元，他人走同样的路用了 4–12 年：比谁都快。"


def test_a_factor_says_its_value_and_what_it_lifts(chain):
    headline, share, lift = sentences(chain, "cloud", "en")
    assert headline == "It stands at 2, at “Growing”, and ranks 2 of 2 with its peers; the target is 3."
    assert share == "It is 60% of “Level”."
    assert lift == "Reaching its target lifts the whole by 0.6."


def test_a_decision_says_what_is_chosen_and_how_safe_that_is(chain):
    """Own: 0.6·0.75 + 0.4·0.25 = 55; rented: 50. They are level where 0.75 w + 0.25 (1 - w) is 0.5: at 50%."""
    headline, reason, out, safe = sentences(chain, "d", "en")
    assert headline == "“Own” is chosen; it ranks first of 2 options that can be chosen."
    assert reason == "The reason: It is cheap."
    assert out == "Out, for what they do not meet: “Given” (Somebody runs it)."
    assert safe == "Where the weight of “Cost” goes from 60% below 50%, “Rented” comes first."
    assert sentences(chain, "d", "zh")[0] == "选定“自建”，在可选的 2 个方案中排第一。"


@pytest.mark.parametrize(
    ("choice", "says"),
    [
        ("", "Nothing is chosen yet; “Own” ranks first so far."),
        ("choice: {option: rent}", "“Rented” is chosen, which ranks 2; “Own” ranks first."),
        ("choice: {option: gift}", "“Given” is chosen, but does not meet what it has to."),
    ],
)
def test_other_choices(checked, choice, says):
    found = checked(MODEL.replace("choice: {option: own, reason: {zh: 便宜, en: It is cheap}}", choice)).chain
    assert sentences(found, "d", "en")[0] == says


def test_without_values_nobody_can_tell(checked):
    found = checked("assessments: {a: {title: A}, b: {title: B}}\ndecisions: {d: {title: D}, e: {title: E}}\n").chain
    assert sentences(found, "a", "en") == ["Nothing has been assessed yet, so nobody can tell where it stands."]
    assert sentences(found, "d", "en") == ["There is nothing to choose from yet."]
    analysis = analysis_of(found)
    assert frame_conclusion(found, analysis).headline.en == "Nothing has been assessed yet in 2 assessments."
    assert decisions_conclusion(found, analysis).headline.en == "0 of 2 decisions have been made."


def test_what_is_missing_is_told_with_what_it_could_come_to(checked):
    found = checked(MODEL.replace("values: {2024: 2}", "values: {2024: missing}")).chain
    told = sentences(found, "a", "en")
    assert told[-1] == (
        "Nothing is known of “Cloud”, 60% of the whole; that does not count as nought: "
        "the whole may be anything from 1.4 to 2.6."
    )
