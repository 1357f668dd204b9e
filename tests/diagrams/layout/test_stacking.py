"""The parts of our own layout: stacked cards, folding, loops."""

from itertools import pairwise

import pytest

from sevenstep.chain.back_edges import back_edges
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.stacking import heights, ordered, ties_of


def test_cards_of_a_column_never_touch_and_trees_do_not_cross():
    edges = [("r", "a"), ("r", "b"), ("a", "a1"), ("a", "a2"), ("b", "b1"), ("b", "b2")]
    ties = ties_of(edges)
    stacks = ordered([["r"], ["b", "a"], ["b1", "a2", "a1", "b2"]], ties)
    order = {key: position for stack in stacks for position, key in enumerate(stack)}
    assert (order["a"] < order["b"]) is (order["a1"] < order["b1"])
    sizes = dict.fromkeys(order, 40.0)
    middles = heights(stacks, sizes, ties, 10.0)
    for stack in stacks:
        assert all(middles[lower] - middles[upper] >= 49.99 for upper, lower in pairwise(stack))
    assert min(middles.values()) == 20.0
    assert middles["a"] == pytest.approx((middles["a1"] + middles["a2"]) / 2)


def test_nothing_to_stack():
    assert ordered([], {}) == []
    assert heights([], {}, {}, 1.0) == {}


@pytest.mark.parametrize(("many", "shown", "hidden"), [(0, 0, 0), (4, 4, 0), (5, 3, 2), (100, 3, 97)])
def test_folding_leaves_a_place_for_the_number(many, shown, hidden):
    level = folded(range(many), 4)
    assert (len(level.shown), level.hidden) == (shown, hidden)


def test_loops_are_the_arrows_that_lead_back(tiny):
    found = {(one.source, one.target) for one in back_edges(tiny.elements["booking-asis"])}
    assert found == {("complete", "fill-in"), ("correct", "declare")}
