"""One bad value costs that value alone: the rest is there, and nothing is reported that follows from it."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.checking.load import load_and_check
from sevenstep.model.step7_flows import Flow

GOOD = """
challenges:
  C: {title: Slow, evidence: [{what: Waits, figure: 5 d, date: 2024, source: talks}, {what: Calls, figure: 3 times}]}
goals:
  G: {title: Faster, horizon: 2027, answers: C}
indicators:
  I:
    title: Time
    measures: G
    unit: h
    direction: decrease
    baseline: {value: 30, date: 2024}
    targets: {2026: 20, 2027: 10}
  J: {title: Cost, measures: G, unit: CNY, direction: decrease, baseline: {value: 30, date: 2024}, targets: {2027: 10}}
domains: {D: {title: Port}}
functions: {F: {title: Check, domain: D, drives: [I, J]}}
actors: {A: {title: Desk, type: government}, B: {title: Firm, type: enterprise}}
paths:
  P:
    title: Path
    connects: {F: {R: A, A: A}}
    exchanges: [{from: A, to: B, goods: x, channel: paper}, {from: B, to: A, goods: y, channel: paper}]
scenarios: {S: {title: Do, realizes: P, answers: C, moves: {I: -30%, J: -10%}}}
criteria: {K: {title: Value, weight: 60%}, L: {title: Effort, weight: 40%}}
items: {X: {title: Booking, scenario: S, scores: {K: 3, L: 4}, resources: {money: 300 CNY, time: 6mo}}}
resources: {Z: {title: Clerks, actor: A, capacity: 2}}
flows:
  W:
    title: Work
    details: X
    variant: as-is
    steps:
      s: {title: In, type: start, actor: A}
      a: {title: Do, time: 10min, wait: 1h, cost: 5 CNY, resources: Z}
      g: {title: ok?, type: exclusive, next: {e: 90% yes, a: 10% no}}
      e: {title: Out, type: end}
"""

BAD = [
    ("I", "targets: {2026: 20,", "targets: {2026: soon,", ("targets", "2026")),
    ("I", "targets: {2026: 20,", "targets: {lately: 20,", ("targets", "lately")),
    ("I", "value: 30", "value: many", ("baseline", "value")),
    ("I", "direction: decrease", "direction: sideways", ("direction",)),
    ("G", "horizon: 2027", "horizon: later", ("horizon",)),
    ("C", "figure: 5 d", 'figure: "1,5 d"', ("evidence", 0, "figure")),
    ("S", "I: -30%", "I: -30-50%", ("moves", "I")),
    ("P", "goods: x, channel: paper", "goods: x, channel: pigeon", ("exchanges", 0, "channel")),
    ("X", "K: 3", "K: good", ("scores", "K")),
    ("X", "money: 300 CNY", 'money: "2,5 CNY"', ("resources", "money")),
    ("Z", "capacity: 2", "capacity: two-ish", ("capacity",)),
    ("W", "time: 10min", 'time: "1,5h"', ("steps", "a", "time")),
    ("W", "next: {e: 90% yes", "next: {e: 90-95% yes", ("steps", "g", "next", "e")),
    ("W", "a: {title: Do", "a: {title: [Do]", ("steps", "a")),
]


@pytest.mark.parametrize(("element", "good", "bad", "path"), [one for one in BAD if one[3]])
def test_a_bad_value_costs_that_value_alone(checked, element, good, bad, path):
    before = {(one.rule.code, one.element) for one in checked(GOOD).found}
    assert good in GOOD
    model = checked(GOOD.replace(good, bad, 1))
    assert element in model.chain.elements
    new = [one for one in model.found if (one.rule.code, one.element) not in before and one.severity != "question"]
    assert new
    assert {one.rule.code for one in new} <= {"S006", "S007", "S008"}
    assert all(str(one.place.path[2]) == str(path[0]) for one in new)


def test_a_bad_value_in_a_list_or_mapping_leaves_the_others(checked):
    model = checked(
        GOOD.replace("{2026: 20,", "{2026: soon,").replace("I: -30%", "I: much").replace("figure: 5 d", "figure: n/a")
    )
    elements = model.chain.elements
    assert list(elements["I"].targets) == ["2027"]
    assert list(elements["S"].moves) == ["J"]
    assert [one.figure and one.figure.text for one in elements["C"].evidence] == [None, "3 times"]
    assert set(model.chain.engagement.partial) == {"I", "S", "C"}


@pytest.mark.parametrize("bad", ['time: "1,5h"', "time: soon", "time: 10min, cost: much"])
def test_a_flow_of_which_a_step_cannot_be_read_is_there_and_not_computed(checked, bad):
    chain = checked(GOOD.replace("time: 10min", bad)).chain
    assert isinstance(chain.elements["W"], Flow)
    assert "W/a" in chain.elements
    found = analyse(chain, cases=100)
    assert [one.flow for one in found.unanalysed] == ["W"]
    assert "could not be read" in found.unanalysed[0].reason.for_language("en")


HEADER = """id: port
title: {{zh: 港口, en: Port}}
client: Office
languages: [en]
date: {date}
calendars: {{office: mon-fri 08:00-17:00, night: {night}}}
sources: {{report: {{title: Report, date: {of}}}}}
settings: {{scale: [1, 5]}}
analysis: {{cases: {cases}, thresholds: {{rework: {{value: {rework}, reason: so}}}}}}
"""
FINE = {"date": "2024", "night": "mon-sun 22:00-24:00", "of": "2024", "cases": "1000", "rework": "20%"}


@pytest.mark.parametrize(
    ("field", "value", "lost"),
    [
        ("night", "mon-sun 22:00-06:00", ("calendars", "night", "hours")),
        ("night", "someday", ("calendars", "night")),
        ("of", "lately", ("sources", "report", "date")),
        ("date", "lately", ("date",)),
        ("cases", "many", ("analysis", "cases")),
        ("rework", "a fifth", ("analysis", "thresholds", "rework", "value")),
    ],
)
def test_a_bad_value_in_the_header_costs_that_value_alone(tmp_path, field, value, lost):
    text = HEADER.format(**{**FINE, field: value})
    elements = text + "actors: {A: {title: Desk, type: government}}\n"
    elements += (
        "resources: {Z: {title: Clerks, actor: A, calendar: night}, Y: {title: Desk, actor: A, calendar: office}}\n"
    )
    folder = tmp_path / "port"
    folder.mkdir()
    (folder / "engagement.yaml").write_text(elements, encoding="utf-8")
    model = load_and_check(folder)
    header = model.chain.engagement.header
    assert (header.id, header.title.for_language("zh"), header.client.for_language("en")) == ("port", "港口", "Office")
    assert "office" in header.calendars
    assert [one.rule.code for one in model.found if one.severity == "error"] == ["S008"]
    assert model.chain.engagement.lacks(*map(str, lost))
    assert not any(one.rule.code == "S740" for one in model.found)


def test_a_bad_title_leaves_the_element_under_its_id(checked):
    model = checked("goals:\n  G: {title: [a, b], horizon: 2027}\n")
    assert model.chain.elements["G"].title.for_language("en") == "G"
    assert [one.rule.code for one in model.found if one.severity == "error"] == ["S008"]
