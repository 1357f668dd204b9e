"""Heat: the grades of findings, gaps, costs and tags, by what an author would count."""

import pytest

from sevenstep.analysis.heat import heats

MODEL = """
goals:
  G: {title: G}
  G1: {title: G1, parent: G}
indicators:
  far: {title: Far, measures: G1, unit: h, direction: decrease, baseline: 50, targets: {2027: 20},
    measurements: {2026: 40}, domain: d}
  near: {title: Near, measures: G, unit: h, direction: decrease, baseline: 60, targets: {2027: 50},
    measurements: {2026: 40}}
  blank: {title: Blank, measures: G, unit: h, direction: decrease, targets: {2027: 50}}
domains: {d: {title: D}}
functions:
  f: {title: F, domain: d, drives: [far], tags: [quick]}
  g: {title: G, drives: [blank]}
scenarios: {s: {title: S, improves: [f], tags: [quick, slow]}}
items: {i: {title: I, scenario: s}}
flows:
  w:
    title: W
    details: i
    variant: as-is
    steps:
      start: {title: Start, type: start}
      a: {title: A, cost: 10 CNY, time: 1h, writes: [x]}
      b: {title: B, cost: 40 CNY, time: 1h}
      end: {title: End, type: end}
data: {x: {title: X}}
findings:
  one: {title: One, type: break, touches: [w/a]}
  two: {title: Two, type: break, touches: [i]}
"""


@pytest.fixture
def found(checked):
    return heats(checked(MODEL).chain)


def test_a_finding_is_felt_where_it_is_and_in_all_that_this_is_part_of(found):
    levels = found["findings"].levels
    assert {"w/a", "w", "i", "s", "f", "d"} <= levels.keys()
    assert "g" not in levels
    assert levels["i"] == 4  # the only item: it has most of its kind


def test_what_misses_its_target_is_hot_and_so_is_what_it_measures_and_what_drives_it(found):
    levels = found["gap"].levels
    assert levels["far"] == 4  # it stands at 40 and shall be 20: it misses by the whole of the target
    assert levels["near"] == 0  # 40 is better than the 50 asked for
    assert "blank" not in levels  # nobody knows where it stands
    assert (levels["G1"], levels["G"], levels["f"], levels["d"]) == (4, 4, 4, 4)
    assert "g" not in levels


def test_costs_are_graded_against_the_dearest_of_their_kind(found):
    levels = found["cost"].levels
    assert (levels["w/a"], levels["w/b"], levels["w"], levels["i"]) == (1, 4, 4, 4)


def test_a_tag_is_a_heat_of_its_own_those_of_most_elements_first(found):
    assert [name for name in found if name.startswith("tag:")] == ["tag:quick", "tag:slow"]
    assert found["tag:quick"].levels == {"f": 4, "s": 4}


def test_a_model_with_nothing_to_tell_has_no_heat(checked):
    assert "gap" not in heats(checked("goals: {G: {title: G}}\n").chain)


def test_maturity_is_told_by_the_levels_of_the_scale(checked):
    found = heats(
        checked("""
scales: {grade: {title: Grade, levels: [Begun, Repeated, Defined, Managed, Leading]}}
domains: {d: {title: D}}
functions:
  low: {title: Low, domain: d, maturity: {scale: grade, now: 1, target: 4}}
  high: {title: High, domain: d, maturity: {scale: grade, now: 4}}
  unsaid: {title: Unsaid, domain: d, maturity: {scale: grade, target: 4}}
""").chain
    )["maturity"]
    assert found.levels == {"low": 0, "high": 3, "d": 2}
    assert [said.for_language("en") for said in found.says] == ["Begun", "Repeated", "Defined", "Managed", "Leading"]
