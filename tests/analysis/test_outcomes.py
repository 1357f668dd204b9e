"""What was promised against what came of it."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.conclusions.outcomes import outcomes_conclusion
from sevenstep.analysis.outcomes import outcomes

INDICATOR = """
indicators:
  wait: {title: Waiting, unit: h, direction: decrease, baseline: 40 h,
         targets: {2024: 30 h, 2030: 10 h}, measurements: {2025-01: %s}}
"""


@pytest.fixture
def told(checked):
    def tell(benefit: str = "", more: str = "", lessons: str = ""):
        said = f"benefits:\n  b: {{title: B, {benefit}}}\n" if benefit else ""
        chain = checked(f"date: 2026-01-15\n{more}{said}{lessons}").chain
        analysis = analyse(chain)
        return outcomes(chain, analysis), outcomes_conclusion(chain, analysis)

    return tell


@pytest.mark.parametrize(
    ("benefit", "verdict", "due"),
    [
        ("promised: 50 万元/年, by: 2025, reviews: {date: 2025-12, measured: 600000 CNY/y}", "reached", False),
        ("promised: 50 万元/年, by: 2025, reviews: {date: 2025-12, measured: 400000 CNY/y}", "missed", False),
        ("promised: ≥95%, by: 2025, reviews: {date: 2025-12, measured: 94%}", "missed", False),
        ("promised: 10 h, direction: decrease, reviews: {date: 2025-12, measured: 30 min}", "reached", False),
        ("promised: 10 h, reviews: {date: 2025-12, measured: 30 km}", "unknown", False),
        ("promised: 10 h, reviews: {date: 2025-12, measured: 30 h, reached: 'false'}", "missed", False),
        ("promised: 10 h, by: 2025", "unknown", True),
        ("promised: 10 h, by: 2026", "unknown", False),
        ("promised: 10 h, by: 2030, looked_at: 2025-06, reviews: {date: 2025-05, measured: 1 h}", "missed", True),
        ("promised: 10 h, by: 2030, looked_at: 2025-06, reviews: {date: 2025-06-02, measured: 10 h}", "reached", False),
    ],
)
def test_a_benefit_by_its_reviews(told, benefit, verdict, due):
    ((found,), _) = told(benefit)
    assert (found.verdict, found.is_due) == (verdict, due)


@pytest.mark.parametrize(("measured", "verdict"), [("28 h", "reached"), ("33 h", "missed")])
def test_a_benefit_by_the_measurements_of_its_indicator(told, measured, verdict):
    ((found,), _) = told("indicator: wait, by: 2024", INDICATOR % measured)
    assert (found.element, found.verdict, found.promised.en, found.came.en) == ("b", verdict, "30 h", measured)


def test_a_target_to_come_is_not_judged(told):
    ((found,), _) = told("indicator: wait, by: 2030", INDICATOR % "28 h")
    assert (found.verdict, found.came, found.why.en) == ("unknown", None, "not due yet")


def test_targets_whose_date_has_come_are_told_where_no_benefit_tells_them(told):
    (found, _) = told("promised: 1 h", INDICATOR % "33 h")
    assert [(one.element, one.by, one.verdict) for one in found] == [("b", "", "unknown"), ("wait", "2024", "missed")]


def test_projects_that_are_done_or_should_be(told):
    project = "title: P, start: 2024-01, end: 2024-06"
    listed = {
        "silent": "",
        "open": ", progress: {date: 2024-03, state: late}",
        "kept": ", progress: {date: 2024-06-30, state: done}",
    }
    listed["late"] = listed["kept"].replace("2024-06-30", "2024-09")
    said = "".join(f"  {key}: {{{project}{text}}}\n" for key, text in listed.items())
    (found, _) = told("promised: 1 h", f"projects:\n{said}")
    verdicts = [(one.element, one.verdict) for one in found[1:]]
    assert verdicts == [("silent", "unknown"), ("open", "missed"), ("kept", "reached"), ("late", "missed")]


def test_it_is_said_in_words(told):
    (_, said) = told(
        "promised: 10 h, by: 2025",
        INDICATOR % "33 h",
        "lessons: {early: {title: Talk early}, late: {title: L, leads_to: wait}}\n",
    )
    assert said.headline.zh == "承诺的 2 项中，0 项做到，1 项没有做到，1 项还没有结果。"
    assert [text.en for text in said.lead] == [
        "Not come true: “Waiting”.",
        "To be looked at by now: “B”.",
        "2 lessons learnt, of which 1 not taken up yet.",
    ]


def test_without_benefits_and_lessons_nothing_is_said(told):
    assert told(more=INDICATOR % "33 h")[1] is None


PROJECTS = """
measures:
  m: {title: M}
projects:
  kept: {title: K, delivers: m, start: 2025-01, end: 2025-06, budget: {year: 2025, amount: 10 万元},
         spent: {date: 2025-05, amount: 9 万元}, progress: {date: 2025-06-20, state: done}}
  late: {title: L, delivers: m, start: 2025-01, end: 2025-06, budget: {year: 2025, amount: 10 万元},
         spent: {date: 2025-05, amount: 12 万元}, progress: {date: 2025-09-20, state: done}}
  silent: {title: S, start: 2025-01, end: 2025-06, budget: {year: 2025, amount: 10 万元}}
  to-come: {title: T, start: 2026-01, end: 2026-06, budget: {year: 2026, amount: 10 万元}}
"""


def test_projects_measures_and_budgets_are_held_against_what_came_of_them(told):
    found, _ = told("promised: 1 h", PROJECTS)
    by = {(one.element, one.aspect): one for one in found}
    assert {key: one.verdict for key, one in by.items() if key[0] != "b"} == {
        ("kept", "date"): "reached",
        ("late", "date"): "missed",
        ("silent", "date"): "unknown",
        ("m", "in-force"): "missed",
        ("kept", "money"): "reached",
        ("late", "money"): "missed",
        ("silent", "money"): "unknown",
    }
    assert (by["m", "in-force"].by, by["m", "in-force"].came.for_language("en")) == ("2025-06", "2025-09-20")
    assert (by["late", "money"].promised.zh, by["late", "money"].came.zh) == ("10 万元", "12 万元")
    assert by["silent", "money"].why.en == "due, and no spending is recorded"
