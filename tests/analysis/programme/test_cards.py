"""Scores of KPI cards, by hand."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.programme.cards import NO_START, NO_TARGET, NOT_EXPECTED, NOT_MEASURED, cards, way
from sevenstep.analysis.stage_value import StageValue
from tests.analysis.course.test_course import FLOWS
from tests.engagements import chain_of

TEXT = """
id: sample
title: Sample
date: 2026-02-01
actors:
  office: {title: Office, type: government}
indicators:
  faster:
    title: Faster
    unit: d
    direction: decrease
    baseline: 10 d
    targets: {2025: 6 d, 2027: 2 d}
    measurements: {2024-12: 9 d, 2025-10: 7 d, 2026-01: 5 d}
  more:
    title: More
    unit: count
    direction: increase
    targets: {2025: 100 count}
    measurements: {2025-06: 120 count}
  short:
    title: Short
    unit: count
    direction: increase
    targets: {2025: 100 count}
    measurements: {2025-06: 50 count}
  late:
    title: Late
    unit: count
    direction: increase
    baseline: 1 count
    targets: {2027: 100 count}
  unseen:
    title: Unseen
    unit: count
    direction: increase
    baseline: 1 count
    targets: {2025: 100 count}
kpicards:
  card:
    title: Card
    unit: office
    period: 2025
    weights: {faster: 40%, more: 20%, short: 20%, late: 10%, unseen: 10%}
"""


def test_each_kpi_is_scored_by_the_way_from_its_start_to_the_target_of_the_period():
    chain = chain_of(TEXT)
    (card,) = cards(chain, analyse(chain))
    told = {kpi.indicator: (kpi.day, kpi.measured.part, kpi.measured.why) for kpi in card.kpis}
    # of 4 days from 10 to 6, 3 are done by October 2025; January 2026 is not in the period
    assert told["faster"] == ("2025", pytest.approx(0.75), None)
    assert told["more"] == ("2025", 1.0, None)
    assert told["short"] == ("2025", None, NO_START)
    assert told["late"] == ("", None, NO_TARGET)
    assert told["unseen"] == ("2025", None, NOT_MEASURED)


def test_what_is_not_known_is_no_nought():
    chain = chain_of(TEXT)
    (card,) = cards(chain, analyse(chain))
    tally = card.measured
    # known: 40 % and 20 %, which score 0.4 * 0.75 + 0.2 = 0.5
    assert (tally.known, tally.low, tally.high) == pytest.approx((0.6, 0.5, 0.9))
    assert tally.score == pytest.approx(0.5 / 0.6)
    assert card.expected.score is None and {kpi.expected.why for kpi in card.kpis} == {NO_TARGET, NOT_EXPECTED}


@pytest.mark.parametrize(
    ("direction", "start", "value", "target", "part"),
    [
        ("increase", 10, 15, 20, 0.5),
        ("increase", 10, 5, 20, 0.0),
        ("increase", 10, 25, 20, 1.0),
        ("increase", 30, 15, 20, 0.0),
        ("decrease", 10, 9, 6, 0.25),
        ("increase", None, 15, 20, None),
        ("increase", None, 20, 20, 1.0),
    ],
)
def test_the_way_to_a_target(direction, start, value, target, part):
    def at(number):
        return StageValue(number, number, number, "stated") if number is not None else None

    assert way(direction, at(start), at(value), at(target)) == part


PROJECTS = """
actors:
  office: {title: Office, type: government}
kpicards:
  card: {title: Card, unit: office, period: 2024, weights: {time: 100%}}
projects:
  p: {title: P, start: 2024-01, end: 2024-06, delivers: first}
"""


def test_what_is_expected_is_what_projects_bring_about_by_the_end_of_the_period():
    chain = chain_of(FLOWS + PROJECTS)
    analysis = analyse(chain)
    (kpi,) = cards(chain, analysis)[0].kpis
    assert kpi.expected.value == analysis.course.indicators["time"].targets[0].value
    assert kpi.expected.value.value == 34 and kpi.expected.part == 1.0
