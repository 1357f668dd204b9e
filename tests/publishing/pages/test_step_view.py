"""The page of a step: what leads it, and what follows its pictures."""

import pytest

from sevenstep.chain.pictures import pictures_on
from sevenstep.method import stage
from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.register import source_figures
from sevenstep.publishing.pages.step_view import step_view
from sevenstep.publishing.pages.tables import tables

MODEL = """
sources:
  q:
    title: {zh: 季刊, en: Quarterly}
    figures:
      lead: {value: 7..9 d, what: {zh: 提前期, en: Booked ahead}, page: p. 43, words: {zh: 提前7—9天}}
      unused: {value: ">70%", date: 2023}
context:
  growth: {title: Growth, type: trend, evidence: [{what: Booked, figure: 7..9 d, source: q#lead}]}
positions:
  gate: {title: Gate, statement: The gate., rests_on: growth}
challenges: {C: {title: Slow}}
goals: {G: {title: Faster, takes_up: gate, aligns_with: growth}}
indicators:
  I: {title: I, measures: G, unit: d, baseline: {value: 7..9, source: q#lead p. 44}}
"""


@pytest.fixture
def context(checked):
    return make_context(checked(MODEL), "en", {})


def said(cell) -> str:
    return cell.text or " ".join(ref.title for ref in cell.refs) or cell.quote or (cell.prose or "")


def test_position_and_context_lead_the_first_step(context):
    view = step_view(context, stage(1), pictures_on(1))
    assert [table.anchor for table in view.leading] == ["positions", "context"]
    assert [table.anchor for table in view.following][-2:] == ["challenges", "goals"]
    assert view.tables == (*view.leading, *view.following)
    position = view.leading[0]
    assert position.heads == ("Element", "Statement", "Rests on", "Taken up by")
    assert view.leading[1].heads == ("Element", "Type", "Followed by")  # what nobody filled in has no column
    assert "Takes up" in view.following[-1].heads


def test_a_model_without_them_looks_as_before(checked):
    context = make_context(checked("goals: {G: {title: Faster}}"), "en", {})
    view = step_view(context, stage(1), ())
    assert view.leading == ()
    assert view.following[-1].heads == ("Element",)  # columns in which nothing is said are left out
    assert source_figures(context).rows == ()


def test_the_register_tells_what_each_figure_says_and_who_uses_it(context):
    table = source_figures(context)
    assert [tuple(map(said, row.cells)) for row in table.rows] == [
        ("Quarterly", "Booked ahead", "7–9 days", "p. 43", "提前7—9天", "Growth I"),
        ("Quarterly", "", ">70% (2023)", "", "", ""),
    ]
    assert table.rows[0].cells[4].quote_lang == "zh"


def test_the_words_of_a_source_stand_beside_the_figure(context):
    (evidence,) = tables(context, context.chain.elements["growth"])
    source = evidence.rows[0].cells[-1]
    assert (source.text, source.quote, source.quote_lang) == ("Quarterly · p. 43", "提前7—9天", "zh")


def test_a_page_that_is_cited_goes_before_the_registered_one(context):
    from sevenstep.publishing.pages.cells import source_cell

    source = context.chain.elements["I"].baseline.source
    assert source_cell(context, source).text == "Quarterly · p. 44"
