"""The page of findings, and findings on the pages of elements."""

import pytest

from sevenstep.diagrams.looks.finding_marks import MARKS
from sevenstep.model.choices import Edition
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import pages
from sevenstep.publishing.pages.finding_view import finding_view, findings_at

MODEL = """
goals: {G1: {title: Fast}}
items: {it: {title: Booking}}
flows:
  asis:
    title: As is
    details: it
    variant: as-is
    steps:
      s: {title: s, type: start}
      w: {title: Fill in, time: 2h, wait: 70h, mode: manual}
      e: {title: e, type: end}
  tobe:
    title: To be
    details: it
    variant: to-be
    accepted: {ACCEPTED}
    steps:
      s: {title: s, type: start}
      w: {title: Fill in, time: 1h, wait: 35h, mode: manual}
      e: {title: e, type: end}
findings:
  f: {title: Nobody knows when, type: blind-spot, touches: G1, evidence: [{what: Asked ten, figure: 8}]}
measures:
  m: {title: Order once, answers: f, shapes: tobe}
"""


@pytest.fixture
def context(checked):
    def of(accepted="", language="en", edition=None):
        return make_context(checked(MODEL.replace("{ACCEPTED}", accepted or "{}")), language, {}, edition=edition)

    return of


def groups(view, anchor):
    return next((step.groups for step in view.steps if step.heading.anchor == anchor), ())


def test_findings_of_today_stand_by_step_and_rule_and_those_of_the_design_apart(context):
    view = finding_view(context())
    today, design = (
        next(group for group in groups(view, anchor) if group.code == "F101") for anchor in ("step-7", "design")
    )
    assert [row.cells[0].refs[0].title for row in today.table.rows] == ["As is"]
    assert [row.cells[0].refs[0].title for row in design.table.rows] == ["To be"]
    assert [row.style for row in design.table.rows] == [""]  # what the design leaves is never serious today
    assert "serious" in today.kind
    assert "serious" not in design.kind
    assert today.mark == MARKS["blockage"]
    assert today.meaning
    assert today.advice


def test_the_page_begins_with_where_cases_wait_and_what_costs_most(context):
    view = finding_view(context())
    assert [wait.ref.title for wait in view.waits] == ["As is"]
    assert view.waits[0].share == 100
    assert view.top is not None
    assert [row.cells[0].refs[0].title for row in view.top.rows] == ["As is"]
    assert view.conclusion.headline.startswith("The longest wait is in “As is”")
    assert view.groups[0].anchor == "waiting"


def test_what_is_written_by_hand_stands_in_its_step_with_evidence_and_measure(context):
    (group,) = groups(finding_view(context()), "step-1")
    ((finding, where, evidence, answered),) = (row.cells for row in group.table.rows)
    assert finding.note == "○ blind spot"
    assert [ref.id for ref in (*finding.refs, *where.refs, *answered.refs)] == ["f", "G1", "m"]
    assert evidence.text == "Asked ten 8"


def test_findings_are_counted_by_step_and_type(context):
    rows = finding_view(context()).counts.rows
    assert rows[0].cells[3].text == "1"
    assert rows[-1].cells[0].link == "#step-7"


def test_an_accepted_finding_stands_apart_with_its_reason(context):
    view = finding_view(context("{F101: {reason: Ships sail weekly}}"))
    (group, *_) = groups(view, "accepted")
    assert group.code == "F101"
    assert "Ships sail weekly" in group.table.rows[0].cells[-1].text
    open_ = next(group for group in groups(view, "step-7") if group.code == "F101")
    assert [row.cells[0].refs[0].title for row in open_.table.rows] == ["As is"]


def test_an_activity_tells_what_is_found_there(context):
    given = context()
    table = findings_at(given, "asis/w")
    assert table is not None
    assert "blockage" in table.rows[0].cells[0].note and "F101" not in table.rows[0].cells[0].note
    for_authors = findings_at(context(edition=Edition.AUTHORS), "asis/w")
    assert for_authors is not None and "F101" in for_authors.rows[0].cells[0].note
    assert findings_at(given, "it") is None


def test_the_page_in_both_languages(context):
    for language, said in (("zh", "堵点"), ("en", "blockage")):
        page = next(page for page in pages(context(language=language)) if page.path == "findings")
        assert said in page.html
        assert 'id="step-7-F101"' in page.html
