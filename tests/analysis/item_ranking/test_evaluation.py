"""The whole evaluation of small engagements, by hand."""

import pytest

from sevenstep.analysis.item_ranking import ranking
from sevenstep.analysis.results import Ranking

CRITERIA = """
criteria:
  benefit: {title: Benefit, weight: 60%, axis: value}
  effort: {title: Effort, weight: 40%, direction: decrease, axis: effort}
items:
"""


@pytest.fixture
def ranked(checked):
    """Ranks the items of a model: its sections, or lines below CRITERIA."""

    def rank(text: str, head: str = CRITERIA) -> Ranking:
        return ranking(checked(head + text).chain)

    return rank


def test_two_items_by_hand(ranked):
    """Quick: 100 (0.6 · 3/4 + 0.4 · 4/4) = 85; grand: 100 (0.6 · 4/4 + 0.4 · 0) = 60."""
    found = ranked("""
  grand: {title: Grand, scores: {benefit: 5, effort: 5}}
  quick: {title: Quick, scores: {benefit: 4, effort: 1}, depends_on: grand}
""")
    quick, grand = found.items
    assert (quick.item, quick.weighted, quick.weighted_place) == ("quick", pytest.approx(85), 1)
    assert (grand.item, grand.weighted, grand.weighted_place) == ("grand", pytest.approx(60), 2)
    assert (quick.value, quick.effort, grand.value, grand.effort) == (0.75, 0, 1, 1)
    assert found.phases == (("grand",), ("quick",))
    assert (grand.phase, quick.phase) == (1, 2)
    assert found.order == ("grand", "quick")
    assert [move.criterion for move in found.moves] == ["benefit", "effort"]


def test_level_items_share_a_place(ranked):
    found = ranked("""
  a: {title: A, scores: {benefit: 2, effort: 2}}
  b: {title: B, scores: {benefit: 2, effort: 2}}
  c: {title: C, scores: {benefit: 5, effort: 1}}
  d: {title: D, scores: {benefit: 1, effort: 5}}
""")
    assert [(one.item, one.weighted_place, one.topsis_place) for one in found.items] == [
        ("c", 1, 1),
        ("a", 2, 2),
        ("b", 2, 2),
        ("d", 4, 4),
    ]


def test_ranges_count_by_their_likeliest_value_and_scores_beyond_the_scale_by_its_end(ranked):
    found = ranked("""
  range: {title: R, scores: {benefit: 2..4, effort: 2..3..5}}
  plain: {title: P, scores: {benefit: 3, effort: 3}}
  beyond: {title: B, scores: {benefit: 500, effort: -9}}
  best: {title: E, scores: {benefit: 5, effort: 1}}
""")
    by_item = {one.item: one for one in found.items}
    assert by_item["range"].weighted == by_item["plain"].weighted == pytest.approx(50)
    assert by_item["range"].topsis == by_item["plain"].topsis
    assert by_item["beyond"].weighted == by_item["best"].weighted == pytest.approx(100)
    assert by_item["beyond"].topsis == by_item["best"].topsis == 1


def test_items_without_scores_are_placed_last_in_their_phase(ranked):
    found = ranked("""
  later: {title: L, depends_on: none}
  none: {title: N}
  half: {title: H, scores: {benefit: 5}}
  good: {title: G, scores: {benefit: 5, effort: 1}}
  after: {title: A, scores: {benefit: 1, effort: 5}, depends_on: [none, nowhere]}
""")
    assert [one.item for one in found.items] == ["good", "after"]
    assert found.unscored == ("none", "later", "half")
    assert found.phases == (("good", "none", "half"), ("after", "later"))


def test_one_item_is_first_whatever_the_weights(ranked):
    found = ranked("  only: {title: O, scores: {benefit: 3, effort: 3}}")
    assert (found.items[0].weighted_place, found.items[0].topsis_place, found.items[0].topsis) == (1, 1, 0.5)
    assert {(move.low, move.high) for move in found.moves} == {(None, None)}


@pytest.mark.parametrize("text", ["", "items:\n  a: {title: A}\n", "criteria:\n  c: {title: C, weight: 100%}\n"])
def test_nothing_to_rank(ranked, text):
    found = ranked(text, head="")
    assert (found.items, found.moves) == ((), ())


def test_a_criterion_of_no_weight_moves_nothing_today(ranked):
    found = ranked(
        """
  a: {title: A, scores: {benefit: 5, ease: 1}}
  b: {title: B, scores: {benefit: 4, ease: 5}}
""",
        head="""
criteria:
  benefit: {title: Benefit, weight: 100%}
  ease: {title: Ease, weight: 0%, axis: effort}
items:
""",
    )
    first, second = found.items
    assert (first.item, first.weighted, first.topsis) == ("a", 100, 1)
    assert (first.value, first.effort, second.effort) == (None, 1, 0)  # little ease is much effort
    ease = found.moves[1]
    assert (ease.weight, ease.low) == (0, None)
    assert (ease.high, ease.next_high) == (pytest.approx(0.2), "b")  # (1 - w) + 0 = 0.75 (1 - w) + w


def test_where_no_criterion_has_a_weight_all_count_alike(ranked):
    found = ranked(
        "  a: {title: A, scores: {one: 5, two: 1}}\n",
        head="criteria:\n  one: {title: 1, weight: 0%}\n  two: {title: 2, weight: 0%}\nitems:\n",
    )
    assert found.items[0].weighted == 50


def test_a_scale_without_length_ranks_nobody(ranked):
    text = "  a: {title: A, scores: {benefit: 5, effort: 1}}\n  b: {title: B, scores: {benefit: 1, effort: 1}}\n"
    found = ranked(text, head="settings: {scale: [3, 3]}\n" + CRITERIA)
    assert {(one.weighted_place, one.topsis_place) for one in found.items} == {(1, 1)}
