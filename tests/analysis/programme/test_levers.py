"""Money and effect by lever, by hand."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.heat import heats
from sevenstep.analysis.programme.levers import levers
from tests.analysis.course.test_course import FLOWS
from tests.engagements import chain_of

TEXT = (
    FLOWS.replace("measures:\n  first: {title: First,", "measures:\n  first: {title: First, lever: [process, rule],")
    + """
  idle: {title: Idle, lever: people}
systems:
  box: {title: Box}
projects:
  p:
    title: P
    start: 2024-01
    end: 2024-06
    delivers: [first, box]
    budget: {year: 2024, amount: 80 CNY}
    spent: {date: 2024, amount: 40 CNY}
  q: {title: Q, start: 2024-07, end: 2026-03, delivers: [idle, second], budget: {year: 2025, amount: 100 CNY}}
"""
)


def test_money_and_effect_are_shared_among_the_levers():
    chain = chain_of(TEXT)
    analysis = analyse(chain)
    found = {state.lever: state for state in levers(chain, analysis.programme, analysis.comparisons)}
    # p: a half for the measure with two levers, a half for the system; q: a half for people, a half unsaid
    money = {lever: state.money for lever, state in found.items()}
    assert money == {
        "process": 20,
        "rule": 20,
        "organisation": 0,
        "data": 0,
        "technology": 40,
        "people": 50,
        None: 50,
    }
    assert (found["process"].spent, found["technology"].spent) == (10, 20)
    # the first measure takes 10 h to 4 h, the second 30 h to 12 h
    assert [found[lever].hours for lever in ("process", "rule", "people", None)] == pytest.approx([3, 3, 0, 18])
    assert found["people"].measures == ("idle",) and found["data"].measures == found["data"].projects == ()


def test_without_levers_there_is_nothing_to_tell():
    chain = chain_of(FLOWS)
    analysis = analyse(chain)
    assert levers(chain, analysis.programme, analysis.comparisons) == ()


GAPS = """
id: sample
title: Sample
domains: {far: {title: Far}, near: {title: Near}}
functions: {f: {title: F, domain: far}, g: {title: G, domain: near}}
indicators:
  i: {title: I, domain: far, unit: h, direction: decrease, baseline: 9 h, targets: {2030: 5 h}}
  j: {title: J, domain: near, unit: h, direction: decrease, baseline: 9 h, targets: {2030: 5 h}}
systems: {box: {title: Box}}
measures:
  m: {title: M, lever: data, shapes: then}
items: {it: {title: It}}
flows:
  then: {title: Then, variant: to-be, details: it, steps: {a: {title: A, type: start}, z: {title: Z, type: end}}}
projects:
  p: {title: P, start: 2024, end: 2024, judged_by: {j: 2030}}
  q: {title: Q, start: 2024, end: 2024, delivers: box, budget: {year: 2024, amount: 1 CNY}}
"""


def test_maps_show_where_nothing_moves_and_what_each_lever_changes():
    found = heats(chain_of(GAPS))
    levels = found["idle"].levels
    assert {key: levels.get(key) for key in ("far", "f", "i", "near", "g", "box")} == {
        "far": 4,
        "f": 4,
        "i": 4,
        "near": 0,
        "g": 0,
        "box": 3,
    }
    assert set(found["lever:data"].levels) == {"m", "then", "it"}
    assert "lever:people" not in found
