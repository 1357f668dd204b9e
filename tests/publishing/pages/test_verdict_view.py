"""The verdicts on the pages: a sign and a word each, opening to their grounds."""

import pytest

from sevenstep.model.step6_items import Item
from sevenstep.publishing.context import make_context
from sevenstep.publishing.navigation import entries
from sevenstep.publishing.pages.verdict_view import verdict_matrix, verdicts_table
from sevenstep.publishing.rendering import element_page

MODEL = """
actors: {a: {title: {zh: 甲, en: Anna}, type: enterprise}}
items:
  i:
    title: {zh: 事项, en: Item}
    volume: 2000/y
    operations: [{does: w, unit: a, role: clerk, steps: f/w}]
    resources: {people: [{unit: a, number: 1, hours: 1600 h/y}]}
    change: {money: 300 CNY, time: 6mo}
  bare: {title: {zh: 空, en: Bare}}
flows:
  f:
    title: {zh: 流程, en: Flow}
    details: i
    variant: to-be
    steps:
      start: {title: start, type: start, actor: a}
      w: {title: "<b>Work</b>", time: 1h, mode: manual}
      end: {title: end, type: end}
"""


@pytest.fixture
def context(checked):
    return make_context(checked(MODEL), "en", {})


def test_items_by_questions(context):
    matrix = verdict_matrix(context)
    assert [[f"{given.mark} {given.word}" for given in item.verdicts] for item in matrix.items] == [
        ["√ yes", "√ yes", "× no", "○ cannot be judged"],
        ["○ cannot be judged"] * 4,
    ]
    assert [item.held for item in matrix.items] == ["to be · 2,000 cases a year", ""]
    assert matrix.counts == ("√ 1 ○ 1", "√ 1 ○ 1", "× 1 ○ 1", "○ 2")


def test_a_verdict_opens_to_its_grounds(context):
    people = verdict_matrix(context).items[0].verdicts[2].grounds[1]
    assert (people.mark, people.word, [ref.title for ref in people.refs]) == ("×", "no", ["Anna"])
    assert people.text == "Anna: 2,000 h needed a year, 1,600 h there (1 × 1,600 h), 125%: not enough"
    assert people.add == "Add people, or make the activities shorter or automatic"


def test_without_items_there_is_nothing(checked):
    context = make_context(checked("goals: {G: {title: G}}"), "en", {})
    assert verdict_matrix(context) is None
    assert verdicts_table(context) is None


def test_on_paper_they_are_rows(context):
    rows = verdicts_table(context).rows
    assert len(rows) == 8
    assert [cell.text for cell in rows[2].cells[1:3]] == ["enough resources to run it", "× no"]
    assert "not enough" in rows[2].cells[3].text


def test_the_page_begins_with_them_and_the_item_with_its_own(context):
    [page] = [entry.page(context) for entry in entries(context) if entry.path == "evaluation"]
    assert page.html.index('id="verdicts"') < page.html.index('id="roadmap"')
    assert page.html.count('<details class="ss-verdict"') == 8
    assert "verdicts" in [heading.anchor for heading in page.toc]
    item = next(item for item in context.chain.engagement.of(Item) if item.id == "i")
    html = element_page(context, item).html
    assert html.index('class="ss-evaluated"') < html.index('id="place"')
    assert html.count('<details class="ss-verdict" open') == 1  # what is answered with no is open


def test_titles_are_text(checked):
    context = make_context(checked(MODEL.replace(", steps: f/w", "").replace("unit: a, role", "role")), "en", {})
    for page in (entry.page(context) for entry in entries(context) if entry.path == "evaluation"):
        assert "<b>Work</b>" not in page.html


def test_the_roadmap_tells_what_the_change_costs(context):
    from sevenstep.publishing.pages.evaluation_view import evaluation_view

    roadmap = evaluation_view(context).roadmap
    assert roadmap.heads[-2:] == ("Cost of the change", "Time of the change")
    assert [cell.text for cell in roadmap.rows[0].cells[-2:]] == ["CNY 300", "6 months"]
