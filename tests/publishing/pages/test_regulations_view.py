"""Demands by jurisdiction on the page of step 3, peers of a regulation, and the steps done only for one."""

import pytest

from sevenstep.method import STEPS
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.element_view import element_view
from sevenstep.publishing.pages.regulations_view import demands_tables, peers_table, required_table
from sevenstep.publishing.pages.step_view import step_view
from sevenstep.publishing.rendering import element_pages
from sevenstep.publishing.views import Cell

MODEL = """
actors:
  country: {title: Country, type: government}
  east: {title: East, type: government, parent: country}
  west: {title: "<b>West</b>", type: government, parent: country}
functions: {fn: {title: F}}
regulations:
  east-hours: {title: East hours, jurisdiction: east, subject: Hours, demands: ≤4 h, binds: fn}
  west-hours: {title: West hours, jurisdiction: west, subject: Hours, demands: ≤8 h, binds: fn}
  south-hours: {title: South hours, jurisdiction_name: South, subject: Hours, demands: 240 min, binds: fn}
  east-fee: {title: East fee, jurisdiction: east, subject: Fee, demands: ≤5 CNY, binds: fn}
  country-label: {title: Label, jurisdiction: country, subject: Label, demands: blue, binds: fn}
  east-label: {title: East label, jurisdiction: east, subject: Label, demands: blue, binds: fn}
  gone: {title: Gone, jurisdiction: west, subject: Fee, demands: ≤9 CNY, until: 2001, binds: fn}
  far: {title: Far, jurisdiction_name: Far, subject: Stamps, demands: "<script>alert(1)</script>", binds: fn}
flows:
  f:
    title: Flow
    variant: as-is
    steps:
      begin: {title: Begin, type: start}
      ask: {title: Ask, time: 1h, cost: 10 CNY}
      stamp: {title: Stamp, time: 3h, wait: 5h, cost: 30 CNY, required_by: [far, gone]}
      sign: {title: Sign, time: 0h, required_by: gone}
      end: {title: End, type: end}
"""


@pytest.fixture
def context(checked):
    return make_context(checked(MODEL), "en", {})


def said(cell: Cell) -> str:
    if cell.entries:
        return " / ".join(said(entry) for entry in cell.entries)
    own = cell.text or " ".join(ref.title for ref in cell.refs)
    return f"{own} [{cell.note}]" if cell.note else own


def test_subjects_with_common_jurisdictions_stand_in_one_table(context):
    first, second = demands_tables(context)
    assert first.title == "Demands by jurisdiction: Hours and others, 3 subjects"
    assert first.heads == ("Jurisdiction", "Hours", "Fee", "Label")
    assert [[said(cell) for cell in row.cells] for row in first.rows] == [
        ["East", "≤4 h [≠ differs] / East hours", "≤CNY 5 / East fee", "blue / East label"],
        [
            "<b>West</b>",
            "≤8 h [≠ differs] / West hours",
            "○ gap",
            "blue [as in Country] / Label",
        ],
        ["South", "240 min [≠ differs] / South hours", "○ gap", "○ gap"],
        ["Country", "–", "–", "blue / Label"],
    ]
    assert [[said(cell) for cell in row.cells] for row in second.rows] == [
        ["Stamps", "<script>alert(1)</script> / Far"],
    ]


def test_a_figure_of_nobody_is_marked_as_assumed(context):
    (first, _) = demands_tables(context)
    figure, regulation = first.rows[0].cells[1].entries
    assert figure.assumed is not None
    assert regulation.refs[0].id == "east-hours"
    words, _ = first.rows[0].cells[3].entries
    assert words.assumed is None


def test_fewer_jurisdictions_than_subjects_stand_across(checked):
    rules = "".join(
        f"  r{n}: {{title: R{n}, jurisdiction_name: {area}, subject: S{n // 2}, demands: {n} h}}\n"
        for n, area in enumerate(("Here", "There") * 3)
    )
    (table,) = demands_tables(make_context(checked("regulations:\n" + rules), "en", {}))
    assert table.heads == ("Subject", "Here", "There")
    assert [row.cells[0].text for row in table.rows] == ["S0", "S1", "S2"]


def test_markup_in_titles_and_demands_stays_text(context):
    page = next(page for page in element_pages(context) if page.path == "regulations/far.html" or "far" in page.path)
    assert "<script>alert" not in page.html
    assert "&lt;script&gt;alert(1)" in page.html


def test_the_page_of_step_3_has_them_and_no_other(context):
    anchors = [table.anchor for table in step_view(context, STEPS[2], ()).tables]
    assert anchors[:2] == ["demands", "demands-2"]
    assert "regulations" in anchors


def test_without_regulations_there_is_nothing(checked):
    context = make_context(checked("functions: {fn: {title: F}}\n"), "en", {})
    assert list(demands_tables(context)) == []


def test_a_regulation_has_its_peers_of_today(context):
    regulation = context.chain.elements["east-fee"]
    assert peers_table(context, regulation).rows == ()
    rows = peers_table(context, context.chain.elements["east-hours"]).rows
    assert [[said(cell) for cell in row.cells] for row in rows] == [
        ["<b>West</b>", "≤8 h", "West hours"],
        ["South", "240 min", "South hours"],
    ]


def test_what_a_flow_takes_for_regulations(context):
    table = required_table(context, context.chain.elements["f"])
    assert [[said(cell) for cell in row.cells] for row in table.rows] == [
        ["Stamp", "Far Gone", "1", "3 h", "5 h", "CNY 30"],
        ["Sign", "Gone", "1", "", "", ""],
    ]
    sums = "work 3 h (75% of the flow); waiting 5 h (100% of the flow); cost CNY 30 (75% of the flow)"
    assert table.note == f"Together a case: {sums}."
    assert "required" in [table.anchor for table in element_view(context, context.chain.elements["f"], ()).analysis]
