"""The chain in time, computed by hand: two measures at one flow, of 10 h and 30 h, one after the other."""

from datetime import date

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.course.flow_states import weighted
from sevenstep.analysis.course.results import Course
from tests.engagements import chain_of

FLOWS = """
id: sample
title: Sample
goals:
  G: {title: Faster}
  G1: {title: Faster here, parent: G}
indicators:
  time: {title: Time, measures: G1, unit: h, direction: decrease, targets: {2024: 35 h, 2025: 25 h, 2026: 5 h}}
  double: {title: Twice, measures: G, formula: "[time] * 2", unit: h, direction: decrease, targets: {2026: 40 h}}
items:
  it: {title: It}
flows:
  now:
    title: Now
    details: it
    variant: as-is
    estimates: {time: lead_time}
    steps:
      begin: {title: Begin, type: start, next: one}
      one: {title: One, time: 10h, next: two}
      two: {title: Two, time: 30h, next: end}
      end: {title: End, type: end}
  then:
    title: Then
    details: it
    variant: to-be
    estimates: {time: lead_time}
    steps:
      begin: {title: Begin, type: start, next: one}
      one: {title: One, time: 6h, next: two}
      two: {title: Two, time: 12h, next: end}
      end: {title: End, type: end}
measures:
  first: {title: First, shapes: then, changes: {now/one: {time: 4h}}}
  second: {title: Second, shapes: then, changes: {now/two: {time: 12h}}}
"""
PROJECTS = """
projects:
  p: {title: P, start: 2024-01, end: 2024-06, delivers: first}
  q: {title: Q, start: 2024-07, end: 2026-03, delivers: second, after: p}
"""


def course_of(projects: str) -> Course:
    return analyse(chain_of(FLOWS + projects)).course


def values(course: Course, indicator: str = "time") -> list[tuple[date | None, float, tuple[str, ...]]]:
    return [(point.day, point.value.value, point.projects) for point in course.indicators[indicator].points]


def test_an_indicator_goes_down_as_projects_end():
    found = course_of(PROJECTS)
    # 10 + 30; 4 + 30 once First is in force; the design says 6 + 12, which no measure explains in full
    assert values(found) == [
        (None, 40, ()),
        (date(2024, 7, 1), 34, ("p",)),
        (date(2026, 4, 1), 18, ("q",)),
    ]
    assert found.evaluations == 1


def test_targets_are_held_against_what_is_expected_when_they_are_due():
    first, second, third = course_of(PROJECTS).indicators["time"].targets
    assert (first.verdict, first.gap, first.met_on, first.waits_for) == (Verdict.REACHED, 0, date(2024, 7, 1), ())
    assert (second.verdict, second.gap, second.met_on) == (Verdict.MISSED, 9, date(2026, 4, 1))
    assert second.waits_for == ("q",)
    assert (third.verdict, third.gap, third.met_on, third.waits_for) == (Verdict.MISSED, 13, None, ())


def test_formulas_follow():
    found = course_of(PROJECTS)
    assert [value for _, value, _ in values(found, "double")] == [80, 68, 36]
    assert found.indicators["double"].targets[0].met_on == date(2026, 4, 1)


def test_a_goal_is_reached_once_all_below_it_are():
    assert course_of(PROJECTS).reached_on == {}
    lenient = FLOWS.replace("2026: 5 h", "2026: 20 h")
    found = analyse(chain_of(lenient + PROJECTS)).course
    assert found.reached_on == {"G": date(2026, 4, 1), "G1": date(2026, 4, 1)}


def test_a_delay_loses_targets_moves_goals_and_pushes_what_comes_after():
    lenient = FLOWS.replace("2026: 5 h", "2026: 20 h")
    late = {delay.project: delay for delay in analyse(chain_of(lenient + PROJECTS)).course.delays}
    # p ends at the end of September instead of June: still in time for 2024; q begins and ends 91 days later
    assert (late["p"].lost, late["p"].pushed) == ((), ("q",))
    assert [(moved.goal, (moved.then - moved.planned).days) for moved in late["p"].moved] == [("G", 92), ("G1", 92)]
    tight = lenient.replace("2024: 35 h", "2024H1: 40 h, 2024-08: 35 h")
    (lost,) = next(iter(analyse(chain_of(tight + PROJECTS)).course.delays)).lost
    assert (lost.indicator, lost.day) == ("time", "2024-08")


def test_a_pilot_changes_a_share_of_cases():
    found = course_of("""
places:
  a: {title: A, type: port}
  b: {title: B, type: port}
projects:
  p:
    title: P
    start: 2024-01
    end: 2025-12
    delivers: [first, second]
    rollout: [{date: 2024-03, places: a}, {date: 2024-12, places: b}]
""")
    # half of the cases by the design (18), half as they are (40)
    assert values(found) == [(None, 40, ()), (date(2024, 4, 1), 29, ("p",)), (date(2025, 1, 1), 18, ("p",))]
    assert found.evaluations == 0


def test_places_have_what_the_waves_bring_them_as_late_as_the_project_is():
    found = course_of("""
places:
  a: {title: A, type: port}
  b: {title: B, type: port}
projects:
  before: {title: Before, start: 2024-01, end: 2024-02, delivers: second, rollout: {date: 2024-02, places: b}}
  p:
    title: P
    start: 2024-02
    end: 2024-12
    after: before
    delivers: [first, second]
    rollout: [{date: 2024-03, places: a}, {date: 2024-12, places: [a, b]}]
""")
    # p has to wait for 29 February and ends 29 days late: 31 March becomes 29 April, 31 December 29 January
    assert [(one.place, one.capability, one.day, one.project) for one in found.places] == [
        ("b", "second", date(2024, 3, 1), "before"),
        ("a", "first", date(2024, 4, 30), "p"),
        ("a", "second", date(2024, 4, 30), "p"),
        ("b", "first", date(2025, 1, 30), "p"),
    ]


def test_two_rollouts_reach_the_same_cases_first():
    found = course_of("""
projects:
  p: {title: P, start: 2024-01, end: 2024-06, delivers: first, rollout: {date: 2024-06, share: 50%}}
  q: {title: Q, start: 2024-01, end: 2024-12, delivers: second, rollout: {date: 2024-12, share: 20%}}
""")
    # 20 % by the design (18), 30 % with First alone (34), the rest as is (40)
    assert [value for _, value, _ in values(found)] == [40, 37, pytest.approx(0.2 * 18 + 0.3 * 34 + 0.5 * 40)]


def test_an_item_delivered_brings_its_design():
    found = course_of("projects:\n  p: {title: P, start: 2024-01, end: 2024-06, delivers: it}\n")
    assert [value for _, value, _ in values(found)] == [40, 18]
    assert found.indicators["time"].undated == ()


def test_measures_that_nobody_delivers_are_never_in_force():
    found = course_of("projects:\n  p: {title: P, start: 2024-01, end: 2024-06, delivers: first}\n").indicators["time"]
    assert found.points[-1].value.value == 34 and found.undated == ("second",)


def test_a_stopped_project_brings_nothing():
    stopped = "progress: [{date: 2024-02, state: stopped}]"
    found = course_of(f"projects:\n  p: {{title: P, start: 2024-01, end: 2024-06, delivers: first, {stopped}}}\n")
    assert len(found.indicators["time"].points) == 1


def test_without_projects_there_is_no_course():
    assert course_of("").indicators == {}


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ({}, [("", 1.0)]),
        ({"a": 1.0, "b": 1.0}, [("ab", 1.0)]),
        ({"a": 0.5, "b": 0.25}, [("a", 0.25), ("ab", 0.25), ("", 0.5)]),
        ({"b": 1.0, "a": 0.5}, [("b", 0.5), ("ab", 0.5)]),
    ],
)
def test_cases_meet_sets_of_measures(shares, expected):
    assert weighted(shares, ("a", "b")) == [(frozenset(names), share) for names, share in expected]
