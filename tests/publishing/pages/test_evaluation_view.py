"""What the page of evaluation says."""

import pytest

from sevenstep.publishing.context import make_context
from sevenstep.publishing.pages.evaluation_view import evaluation_view, scores_table

MODEL = """
criteria:
  benefit: {title: {zh: 效益, en: Benefit}, weight: 60%, axis: value}
  effort: {title: {zh: 投入, en: Effort}, weight: 40%, direction: decrease, axis: effort}
items:
  grand: {title: {zh: 大项目, en: Grand}, scores: {benefit: 5, effort: 5}}
  quick: {title: {zh: 小项目, en: Quick}, scores: {benefit: 4, effort: 1}, depends_on: grand}
  later: {title: {zh: 以后, en: Later}}
"""


def seen(checked, text=MODEL, language="en"):
    return evaluation_view(make_context(checked(text), language, {}))


def texts(row):
    return [cell.text or " ".join(ref.title for ref in cell.refs) for cell in row.cells]


def test_both_rankings_in_one_table(checked):
    view = seen(checked)
    assert view.conclusion.headline == "“Quick” comes first."
    assert "Both ways of ranking put it first." in view.conclusion.lead
    assert "Not ranked for want of scores: “Later”." in view.conclusion.lead
    assert "“Quick” ranks higher, but has to wait for “Grand”, which ranks behind it." in view.conclusion.lead
    assert [texts(row)[:3] for row in view.ranking.rows] == [["1", "Quick", "85"], ["2", "Grand", "60"]]
    assert "Places differ" not in view.ranking.heads  # nothing to say


def test_no_place_is_given_twice_and_level_items_are_told(checked):
    text = MODEL.replace(
        "later: {title: {zh: 以后, en: Later}}", "same: {title: Same, scores: {benefit: 5, effort: 5}}"
    )
    view = seen(checked, text)
    assert [(row.cells[0].text, row.cells[0].note) for row in view.ranking.rows] == [
        ("1", ""),
        ("2", "level"),
        ("3", "level"),
    ]


def test_items_stand_in_time_behind_what_they_wait_for(checked):
    text = MODEL.replace("scores: {benefit: 5, effort: 5}", "scores: {benefit: 5, effort: 5}, change: {time: 6mo}")
    text = text.replace("depends_on: grand", "depends_on: grand, change: {time: 3mo, money: 30 万元}")
    view = seen(checked, text)
    assert view.gantt is not None
    bars = {bar.ref.id: (bar.begin, bar.width) for bar in view.gantt.bars}
    assert bars == {"grand": (0.0, 66.67), "quick": (66.67, 33.33), "later": (0.0, None)}
    assert (view.gantt.whole, view.gantt.untimed) == (9, 1)
    assert [texts(row)[4] for row in view.ranking.rows] == ["3 months", "6 months"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "If the weight falls from 40% to less than 20%, “Grand” comes first."),
        ("zh", "若权重从 40% 降到 20% 以下，第一名换成“大项目”。"),
    ],
)
def test_how_far_weights_can_move(checked, language, said):
    """Level where 1 - w = 0.75 (1 - w) + w, at a fifth."""
    rows = {texts(row)[0]: texts(row) for row in seen(checked, language=language).sensitivity.rows}
    assert rows["Effort" if language == "en" else "投入"][1:] == ["40%", "20%–100%", said]


def test_the_order_tells_what_comes_before(checked):
    view = seen(checked)
    assert [texts(row) for row in view.roadmap.rows] == [
        ["1", "Grand", "2", ""],
        ["1", "Later", "not ranked", ""],
        ["2", "Quick", "1", "Grand"],
    ]


APART = """
criteria:
  a: {title: A, weight: 30%}
  b: {title: B, weight: 34%}
  c: {title: C, weight: 36%}
items:
"""


def test_where_the_two_ways_differ_it_is_said(checked):
    """The one that is worst on the criterion where items differ most leads by the sum alone."""
    text = APART + (
        "  even: {title: Even, scores: {a: 3, b: 5, c: 3}}\n"
        "  odd: {title: Odd, scores: {a: 4, b: 3, c: 5}}\n"
        "  low: {title: Low, scores: {a: 5, b: 1, c: 4}}\n"
    )
    view = seen(checked, text)
    assert view.conclusion.lead[0].startswith("The weighted sum puts “Odd” first, TOPSIS “Even”")
    said = {texts(row)[1]: texts(row)[-1] for row in view.ranking.rows}
    assert said == {"Odd": "TOPSIS: 1 lower", "Even": "TOPSIS: 1 higher", "Low": ""}


def test_items_that_are_level_today(checked):
    text = MODEL.replace("60%", "50%").replace("40%", "50%").replace("benefit: 4, effort: 1", "benefit: 1, effort: 1")
    rows = {texts(row)[0]: texts(row)[-1] for row in seen(checked, text).sensitivity.rows}
    assert set(rows) == {"Benefit", "Effort"}
    assert all("Level with" in said for said in rows.values())


@pytest.mark.parametrize("text", ["", "items:\n  a: {title: A}\n"])
def test_nothing_to_rank_is_said(checked, text):
    view = seen(checked, text)
    assert view.conclusion.headline.startswith("Nothing is ranked yet")
    assert (view.ranking, view.sensitivity) == (None, None)
    assert scores_table(make_context(checked(text), "en", {})) == ()
