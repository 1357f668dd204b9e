"""The tables of appraisals and outcomes on pages."""

import pytest

from sevenstep.method import APPRAISAL, OUTCOMES
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.appraisal_view import appraisal_tables
from sevenstep.publishing.pages.frame_view import frame_view

WHOLE = """
date: 2026-01-15
actors: {town: {title: Town, type: government}, firm: {title: Firm, type: enterprise}}
appraisals:
  a:
    title: A
    from: 2024
    horizon: 3
    discount_rate: 0%
    outlay: {title: Building, amount: 90..110 CNY, paid_by: town}
    income: {title: Fees, amount: 60 CNY/y, goes_to: firm}
    loans: {title: L, amount: 60 CNY, rate: 5%, term: 2, coverage: 2}
benefits:
  b: {title: B, promised: 10 h, by: 2025-06}
"""


@pytest.fixture
def context(checked):
    return make_context(checked(WHOLE), "en", {})


def texts(table) -> list[list[str]]:
    return [[cell.text or ", ".join(ref.title for ref in cell.refs) for cell in row.cells] for row in table.rows]


def test_tables_tell_what_was_computed(context):
    (appraisal,) = context.chain.engagement.of(Appraisal)
    found = {table.anchor: texts(table) for table in appraisal_tables(context, appraisal)}
    assert [row[:2] for row in found["money-results"]] == [
        ["Worst", "CNY 10"],
        ["Middle", "CNY 20"],
        ["Best", "CNY 30"],
        ["Borrower, after loans", "CNY 15.5"],
    ]
    assert found["money-by-year"] == [
        ["2024", "CNY 100", "–", "−CNY 100", "−CNY 100", "–", "–"],
        ["2025", "–", "CNY 60", "CNY 60", "−CNY 40", "CNY 33", "1.82"],
        ["2026", "–", "CNY 60", "CNY 60", "CNY 20", "CNY 31.5", "1.9"],
    ]
    assert found["money-parties"] == [["Firm", "CNY 120", "CNY 0", "CNY 120"], ["Town", "CNY 0", "CNY 100", "−CNY 100"]]
    assert [row[:2] for row in found["money-loans"]] == [["L", "2025"], ["L", "2026"]]


def test_a_line_that_nobody_vouches_for_is_marked(context):
    (appraisal,) = context.chain.engagement.of(Appraisal)
    (lines,) = [table for table in appraisal_tables(context, appraisal) if table.anchor == "money-lines"]
    assert [row.cells[2].assumed for row in lines.rows] == ["assumed", "assumed"]


def test_pages_of_the_frames_begin_with_the_answer(context):
    money, outcomes = frame_view(context, APPRAISAL), frame_view(context, OUTCOMES)
    assert money.conclusion.headline == "Net present value CNY 20; the outlay is back in 2026 (year 3)."
    assert outcomes.conclusion.headline == "1 promise made, and nothing is known yet."
    assert texts(outcomes.tables[0])[0][:3] == ["B", "10 h", "2025-06"]
    assert "review is due" in texts(outcomes.tables[0])[0]
