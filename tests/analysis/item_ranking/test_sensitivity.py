"""The bounds of the weights against trying it out: just inside, the first stays; just outside, the one named leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.item_ranking.scores import ScoreTable
from sevenstep.analysis.item_ranking.sensitivity import weight_moves
from sevenstep.analysis.item_ranking.weighted_sum import weighted_sums
from sevenstep.model.step6_items import Criterion

STEP = 1e-6


def table(goodness, weights):
    whole = sum(weights)
    return ScoreTable(
        tuple(f"item-{row}" for row in range(len(goodness))),
        tuple(Criterion(id=f"c{at}", title="c", weight="10%") for at in range(len(weights))),
        tuple(one / whole for one in weights),
        goodness,
        goodness,
    )


def moved(before: ScoreTable, column: int, weight: float) -> ScoreTable:
    """The same table with another weight of one criterion, the others in their old proportions."""
    rest = 1 - before.weights[column]
    many = len(before.weights) - 1
    after = [(1 - weight) * (one / rest if rest > 0 else 1 / many) for one in before.weights]
    after[column] = weight
    return ScoreTable(before.items, before.criteria, tuple(after), before.scores, before.goodness)


def leaders(given: ScoreTable, within: float = 1e-8) -> set[str]:
    sums = weighted_sums(given)
    return {item for item, one in zip(given.items, sums, strict=True) if one >= max(sums) - within}


@st.composite
def tables(draw):
    items, criteria = draw(st.integers(1, 8)), draw(st.integers(2, 5))
    quarter = st.integers(0, 4).map(lambda one: one / 4)
    goodness = tuple(tuple(draw(quarter) for _ in range(criteria)) for _ in range(items))
    weights = [draw(st.integers(0, 20)) for _ in range(criteria - 1)] + [draw(st.integers(1, 20))]
    return table(goodness, weights)


@given(tables())
def test_bounds_are_where_the_first_place_changes(given_table):
    sums = weighted_sums(given_table)
    first = sums.index(max(sums))
    name = given_table.items[first]
    for column, move in enumerate(weight_moves(given_table, first)):
        low, high = move.low or 0.0, 1.0 if move.high is None else move.high
        assert low - 1e-12 <= move.weight <= high + 1e-12
        for share in (0, 0.01, 0.5, 0.99, 1):
            assert name in leaders(moved(given_table, column, low + share * (high - low)))
        if move.low is not None and move.low > STEP:
            beyond = leaders(moved(given_table, column, move.low - STEP))
            assert name not in beyond
            assert move.next_low in beyond
        if move.high is not None and move.high < 1 - STEP:
            beyond = leaders(moved(given_table, column, move.high + STEP))
            assert name not in beyond
            assert move.next_high in beyond


def test_two_items_by_hand():
    """0.6·1 + 0.4·0 against 0.6·0.5 + 0.4·1 is 0.6 to 0.7; level at w = 1 - 0.5 w, at two thirds."""
    (value, ease) = weight_moves(table(((1.0, 0.0), (0.5, 1.0)), (0.6, 0.4)), 1)
    assert (value.low, value.next_low) == (None, None)
    assert (value.high, value.next_high) == (pytest.approx(2 / 3), "item-0")
    assert (ease.low, ease.next_low, ease.high) == (pytest.approx(1 / 3), "item-0", None)


def test_an_item_that_is_level_today_bounds_the_weight_of_today():
    (one, other) = weight_moves(table(((1.0, 0.0), (0.0, 1.0)), (0.5, 0.5)), 0)
    assert (one.low, one.next_low, one.high) == (0.5, "item-1", None)
    assert (other.high, other.next_high, other.low) == (0.5, "item-1", None)


@pytest.mark.parametrize("goodness", [((0.5,),), ((0.5,), (0.25,)), ((0.5,), (0.5,))])
def test_the_only_criterion_has_nothing_to_give_way_to(goodness):
    (move,) = weight_moves(table(goodness, (1.0,)), 0)
    assert (move.low, move.high) == (None, None)


def test_a_criterion_that_weighs_everything():
    """The others share alike where it gives way: 0.5 and 0 on them against 1 and 1."""
    (all_of_it, *_) = weight_moves(table(((1.0, 0.5, 0.0), (0.5, 1.0, 1.0)), (1.0, 0.0, 0.0)), 0)
    assert all_of_it.low == pytest.approx(0.6)  # w + (1 - w) / 4 = w / 2 + (1 - w)
    assert all_of_it.next_low == "item-1"
