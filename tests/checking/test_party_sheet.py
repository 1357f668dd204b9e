"""What concerns one party: asked in order of what depends on it, found at its steps, its work, its own."""

import pytest

from sevenstep.analysis.analyse import analysis_of
from sevenstep.checking.party_sheet import members_of, party_sheets
from sevenstep.checking.questions import questions

MODEL = """
goals: {G: {title: Faster, owner: ministry}}
indicators:
  I: {title: Lead time, measures: G, owner: office, unit: d, baseline: 3, source: {note: "assumed: guess"}}
  J: {title: Cost, measures: G, owner: office, source: {note: "assumed: guessed"}}
actors:
  ministry: {title: Ministry, type: government}
  office: {title: Office, type: government, parent: ministry}
  carrier: {title: Carrier, type: enterprise}
  stranger: {title: Stranger, type: enterprise}
functions: {fn: {title: F, drives: I}}
paths: {p: {title: P, connects: {fn: {R: office, A: ministry, C: carrier}}}}
scenarios: {s: {title: S, realizes: p}}
items: {it: {title: Item, scenario: s, operations: [{does: Look, unit: office}]}}
systems: {desk: {title: Desk, owner: ministry}}
measures: {m: {title: Measure, owner: carrier, changes: {asis/check: {wait: 1 h}}}}
flows:
  asis:
    title: As is
    details: it
    variant: as-is
    estimates: {I: lead_time}
    steps:
      go: {title: Go, type: start, next: check}
      check: {title: Check, actor: office, time: 1 h, wait: 40 h, next: end}
      end: {title: End, type: end}
"""


@pytest.fixture
def sheets(checked):
    found = checked(MODEL)
    return {sheet.actor.id: sheet for sheet in party_sheets(found.chain, analysis_of(found.chain), questions(found))}


def test_a_party_has_what_those_below_it_have(sheets, checked):
    assert members_of(checked(MODEL).chain, "ministry") == ("ministry", "office")
    above, below = sheets["ministry"], sheets["office"]
    assert set(below.indicators) <= set(above.indicators) == {"I", "J"}
    assert len(above.asked) >= len(below.asked) > 0
    assert {id(one.question) for one in below.asked} <= {id(one.question) for one in above.asked}


def test_who_has_nothing_to_do_with_it_gets_no_sheet(sheets):
    assert set(sheets) == {"ministry", "office", "carrier"}


def test_roles_work_and_waiting(sheets):
    assert dict(sheets["ministry"].paths) == {"p": "RA"}
    assert dict(sheets["office"].paths) == {"p": "R"}
    assert sheets["office"].items == ("it",)
    (flow,) = sheets["office"].flows
    assert (flow.flow, flow.steps, flow.waiting) == ("asis", ("asis/check",), 40.0)
    assert sheets["ministry"].systems == ("desk",)


def test_a_measure_concerns_who_leads_it_and_whose_steps_it_changes(sheets):
    assert [measure.id for measure in sheets["carrier"].measures] == ["m"]
    assert [measure.id for measure in sheets["office"].measures] == ["m"]


def test_what_waits_at_its_steps_is_found_at_it(sheets):
    assert "F101" in {finding.code for finding in sheets["office"].computed}
    assert not sheets["carrier"].computed


def test_what_more_indicators_hang_on_is_asked_first(sheets):
    counts = [(one.decides, len(one.indicators)) for one in sheets["ministry"].asked]
    assert counts == sorted(counts, key=lambda one: (not one[0], -one[1]))
    assert any(number for _, number in counts)
