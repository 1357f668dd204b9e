"""Assessments of small engagements, by hand."""

import pytest

from sevenstep.analysis.assessment.assess import assessments
from sevenstep.analysis.assessment.lifting import lifting_branches
from sevenstep.analysis.assessment.main_factors import main_factors

MODEL = """
date: 2024-06
scales:
  grade: {title: Grade, levels: {1: Begun, 2: Growing, 3: Mature, 5: Leading}}
assessments:
  a:
    title: A
    scale: grade
    peers: {p: {title: P, date: 2023}, q: {title: Q, date: 2022}}
factors:
  firms: {title: Firms, assessment: a, weight: 60%}
  cloud: {title: Cloud, parent: firms, scale: grade, weight: 50%, values: {2022: 1, 2024: 2}, targets: {2027: 4},
    peers: {p: 3, q: 2}}
  output: {title: Output, parent: firms, weight: 50%, unit: 亿元, worst: 0, best: 2000, values: {2023: 1000 亿元},
    targets: {2030: 20000000 万元}, peers: {p: 1500, q: missing},
    courses: [{title: Others, start: 1000 亿元, end: 2000 亿元, took: 4y..12y}, {title: Half, start: 500, end: 1000,
    took: 3y}, {peer: q, values: {2010: 400, 2020: 1600}}]}
  services: {title: Services, assessment: a, weight: 40%, scale: grade, values: {2024: 3}, peers: {p: 5, q: 1}}
"""


@pytest.fixture
def found(checked):
    return assessments(checked(MODEL).chain)["a"]


def test_the_whole_is_the_weighted_mean_of_the_lowest(found):
    """Cloud (2-1)/4 = 0.25, output 0.5, services 0.5: 0.6 (0.5·0.25 + 0.5·0.5) + 0.4·0.5 = 0.425, 2.7 of 1 to 5."""
    assert found.now.good == pytest.approx(0.425)
    assert found.told(found.now.good) == pytest.approx(2.7)
    assert (found.level, found.scale) == (1, "grade")
    assert (found.now.low, found.now.high, found.now.known) == pytest.approx((0.425, 0.425, 1))
    assert [(one.factor, one.depth, one.share) for one in found.factors] == [
        ("firms", 0, pytest.approx(0.6)),
        ("cloud", 1, pytest.approx(0.3)),
        ("output", 1, pytest.approx(0.3)),
        ("services", 0, pytest.approx(0.4)),
    ]


def test_the_target_keeps_what_has_none_where_it_is(found):
    """Cloud 4 is 0.75, output 2,000 is 1, services stays at 0.5: 0.6·0.875 + 0.4·0.5 = 0.725."""
    assert found.target.good == pytest.approx(0.725)
    assert found.gap == pytest.approx(0.3)
    assert found.target_level == 2
    assert found.target_date == "2030"
    assert found.factor("services").gap is None
    assert found.factor("firms").gap == pytest.approx(0.5)


def test_what_lifts_the_whole_most_is_share_times_gap(found):
    assert found.factor("cloud").lift == pytest.approx(0.3 * 0.5)
    assert found.factor("output").lift == pytest.approx(0.3 * 0.5)
    assert found.factor("services").lift is None
    assert found.lifts == ("cloud", "output")
    assert found.factor("services").lift_to_best == pytest.approx(0.4 * 0.5)


def test_peers_are_ranked_by_what_is_known_and_what_is_missing_is_told(found):
    """P: 0.3·0.5 + 0.3·0.75 + 0.4·1 = 0.775. Q, without output: (0.3·0.25 + 0.4·0) / 0.7; 0.3 of it is not known."""
    assert found.peers["p"].good == pytest.approx(0.775)
    assert found.peers["q"].good == pytest.approx(0.075 / 0.7)
    assert (found.peers["q"].known, found.peers["q"].low, found.peers["q"].high) == pytest.approx((0.7, 0.075, 0.375))
    assert (found.place, found.places) == (2, 3)
    assert (found.factor("output").place, found.factor("output").places) == (2, 2)


def test_the_same_assessment_at_several_dates(found):
    """In 2022 only the cloud was assessed (1: 0), in 2023 output too (0.5·0.6 of 0.6 known), in 2024 all."""
    assert [(day, one.good, one.known) for day, one in found.dates] == [
        ("2022", pytest.approx(0), pytest.approx(0.3)),
        ("2023", pytest.approx(0.25), pytest.approx(0.6)),
        ("2024", pytest.approx(0.425), pytest.approx(1)),
    ]


def test_a_factor_above_others_has_a_standing_at_every_date(found):
    """Firms: the cloud alone in 2022 (0), with output in 2023 (0.25), with the better cloud in 2024 (0.375)."""
    assert [(day, one.good) for day, one in found.factor("firms").by_date] == [
        ("2022", pytest.approx(0)),
        ("2023", pytest.approx(0.25)),
        ("2024", pytest.approx(0.375)),
    ]
    assert [(day, one.good) for day, one in found.factor("cloud").by_date] == [
        ("2022", pytest.approx(0)),
        ("2024", pytest.approx(0.25)),
    ]


def test_the_main_factors_stand_below_a_single_one_at_the_top(checked):
    said = """
scales: {grade: {title: Grade, levels: [low, high]}}
assessments: {a: {title: A}}
factors:
  all: {title: All, assessment: a}
  one: {title: One, parent: all, scale: grade, values: {2024: 1}}
  two: {title: Two, parent: all, scale: grade, values: {2024: 2}}
  deep: {title: Deep, parent: two, scale: grade, values: {2024: 2}}
"""
    found = assessments(checked(said).chain)["a"]
    assert [one.factor for one in main_factors(found)] == ["one", "two"]


def test_branches_lift_by_what_all_below_them_lift(found):
    assert [(one.factor, lift) for one, lift in lifting_branches(found)] == [("firms", pytest.approx(0.3))]


def test_weights_may_move_until_the_level_or_the_place_changes(found):
    """Firms stand at 0.375, services at 0.5; growing begins at 0.25 and mature at 0.5, so that no weights lift or drop
    the level. P stands at 0.625 and 1, Q at 0 of services: Q has no whole of firms and is compared by what is known."""
    firms, services = found.level_moves
    assert (firms.criterion, firms.weight) == ("firms", pytest.approx(0.6))
    assert firms.low is None and firms.high is None
    assert [(move.low, move.high) for move in found.rank_moves] == [(None, None), (None, None)]
    assert services.criterion == "services"


def test_the_level_changes_where_the_weights_make_it(checked):
    """Services at 5 are 1: with weight w of the firms (0.375) the whole is 1 - 0.625 w, and falls below 0.5 at 0.8."""
    found = assessments(checked(MODEL.replace("values: {2024: 3}", "values: {2024: 5}")).chain)["a"]
    firms, services = found.level_moves
    assert (firms.high, firms.next_high, firms.low) == (pytest.approx(0.8), "2", None)
    assert (services.low, services.next_low) == (pytest.approx(0.2), "2")


def test_the_pace_of_others_against_the_date_of_the_target(found):
    """From the end of 2023 to the end of 2030 are 7 years for a doubling: 1,000 to 2,000. Others took 4 to 12; half of
    that took 3 for a doubling; and 400 to 1,600 are two doublings in 10 years, 5 for one."""
    pace = found.factor("output").pace
    assert pace.years == pytest.approx(7, abs=0.01)
    assert [course.for_ours for course in pace.courses] == [
        pytest.approx((4, 12)),
        pytest.approx((3, 3)),
        pytest.approx((5, 5), abs=0.01),
    ]
    assert (pace.fastest, pace.slowest, pace.as_fast) == (pytest.approx(3), pytest.approx(12), 3)
    assert pace.growth == pytest.approx(2 ** (1 / 7) - 1, abs=1e-4)


def test_what_is_missing_is_never_counted_as_nought(checked):
    found = assessments(
        checked("""
scales: {grade: {title: Grade, levels: [low, high]}}
assessments: {a: {title: A}}
factors:
  one: {title: One, assessment: a, weight: 75%, scale: grade, values: {2024: missing}, targets: {2027: 2}}
  two: {title: Two, assessment: a, weight: 25%, scale: grade, values: {2024: 2}}
""").chain
    )["a"]
    assert (found.now.good, found.now.low, found.now.high, found.now.known) == pytest.approx((1, 0.25, 1, 0.25))
    assert found.missing == ("one",)
    assert found.factor("one").gap is None and found.factor("one").lift is None
    assert found.target is None


def test_figures_of_an_indicator_and_the_maturity_of_a_function_stand_once(checked):
    found = assessments(
        checked("""
date: 2024
scales: {grade: {title: Grade, levels: [one, two, three]}}
goals: {G: {title: G}}
indicators:
  time: {title: Time, measures: G, unit: h, direction: decrease, baseline: {value: 40 h, date: 2022},
    measurements: {2024: 1 d}, targets: {2027: ≤8 h}}
functions:
  booking: {title: Booking, drives: time, maturity: {scale: grade, now: 2, target: 3, date: 2024, by: 2026}}
assessments: {a: {title: A}}
factors:
  fast: {title: Fast, assessment: a, takes: time, worst: 48 h, best: 0 h, peers: {}}
  mature: {title: Mature, assessment: a, takes: booking}
""").chain
    )["a"]
    fast, mature = found.factors
    assert (fast.reached.value, fast.reached.date, fast.reached.origin) == (24, "2024", "time")
    assert fast.now.good == pytest.approx(0.5)
    assert fast.target.good == pytest.approx(40 / 48)
    assert [one.good for _, one in fast.by_date] == pytest.approx([8 / 48, 0.5])
    assert (mature.now.good, mature.target.good, mature.level) == (0.5, 1, 1)
    assert found.now.good == pytest.approx(0.5)


def test_a_figure_without_worst_and_best_is_told_between_those_compared(checked):
    found = assessments(
        checked("""
assessments: {a: {title: A, peers: {p: P, q: Q}}}
factors:
  one: {title: One, assessment: a, unit: 家, direction: increase, values: {2024: 30}, peers: {p: 10, q: 50}}
  two: {title: Two, assessment: a, unit: 家, values: {2024: 30}}
  three: {title: Three, assessment: a, unit: 家, direction: increase, worst: 0, best: 10, values: {2024: 3 h}}
  four: {title: Four, assessment: a, unit: 家, worst: 5, best: 5, values: {2024: 5}}
""").chain
    )["a"]
    one, two, three, four = found.factors
    assert four.now.good is None
    assert one.is_relative and one.now.good == pytest.approx(0.5)
    assert two.now.good is None and "nothing says" in two.problem.for_language("en")
    assert three.now.good is None and "cannot be converted" in three.problem.for_language("en")
    assert found.missing == ("two", "three", "four")


@pytest.mark.parametrize("text", ["", "factors: {x: {title: X, assessment: a, parent: x}}"])
def test_without_factors_nothing_is_known(checked, text):
    found = assessments(checked("assessments: {a: {title: A}}\n" + text).chain)["a"]
    assert (found.now.good, found.factors, found.lifts, found.place) == (None, (), (), None)


def test_a_deep_tree_and_many_peers_are_no_trouble(checked):
    many = "\n".join(f"  f{n}: {{title: F, {'assessment: a' if not n else f'parent: f{n - 1}'}}}" for n in range(1500))
    last = "  leaf: {title: L, parent: f1499, scale: grade, values: {2024: 1}}\n"
    last += "scales: {grade: {title: S, levels: [a, b]}}\n"
    found = assessments(checked("assessments: {a: {title: A}}\nfactors:\n" + many + "\n" + last).chain)["a"]
    assert found.now.good == 0
    assert found.factors[-1].depth == 1500


def test_numbers_beyond_all_bounds_are_no_trouble(checked):
    found = assessments(
        checked("""
date: 2024
assessments: {a: {title: A}}
factors:
  f: {title: F, assessment: a, unit: 家, worst: 0, best: 1e12,
    values: {2023-12-31: 1e-300}, targets: {2024-01-01: 1e12},
    courses: [{title: C, start: 1e12, end: 1e-300, took: 1y}, {title: D, start: 1, end: 2, took: 1y}]}
""").chain
    )["a"]
    pace = found.factor("f").pace
    assert len(pace.courses) == 1 and pace.fastest > 1000
    assert pace.growth == float("inf")
