"""The order of the roadmap: after all that an item needs, circles or not."""

from itertools import pairwise

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.item_ranking.roadmap import phases


@st.composite
def plans(draw, *, circles: bool):
    """Items, best first, and what each needs; without circles only items that come later in a hidden order."""
    items = [f"i{number}" for number in range(draw(st.integers(1, 12)))]
    hidden = draw(st.permutations(items))
    needs = {}
    for at, item in enumerate(hidden):
        allowed = items if circles else hidden[at + 1 :]
        needs[item] = draw(st.lists(st.sampled_from(allowed), max_size=3)) if allowed else []
    return items, needs


def graph_of(needs):
    return networkx.DiGraph((need, item) for item, listed in needs.items() for need in listed)


@given(plans(circles=False))
def test_phases_are_the_longest_chains_of_needs(model):
    items, needs = model
    found = phases(items, needs)
    number = {item: at for at, together in enumerate(found) for item in together}
    assert sorted(number) == sorted(items)
    for item in items:
        assert number[item] == max((number[need] + 1 for need in needs[item]), default=0)
    for together in found:
        assert list(together) == sorted(together, key=items.index)


@given(plans(circles=True))
def test_circles_lose_as_little_as_they_must(model):
    """Every item has one phase; only needs within a circle may be left out, and not all of them."""
    items, needs = model
    found = phases(items, needs)
    number = {item: at for at, together in enumerate(found) for item in together}
    assert sorted(number) == sorted(items)
    graph = graph_of(needs)
    knot = {key: at for at, one in enumerate(networkx.strongly_connected_components(graph)) for key in one}
    for item, listed in needs.items():
        assert all(number[need] < number[item] for need in listed if knot[need] != knot[item])
    assert phases(items, needs) == found


@pytest.mark.parametrize(
    ("needs", "expected"),
    [
        ({}, (("a", "b"),)),
        ({"a": ["b"]}, (("b",), ("a",))),
        ({"a": ["a"]}, (("a", "b"),)),
        ({"a": ["b"], "b": ["a"]}, (("a",), ("b",))),
    ],
)
def test_by_hand(needs, expected):
    assert phases(("a", "b"), needs) == expected


def test_a_long_chain_of_needs():
    items = [f"i{number}" for number in range(5000)]
    needs = {one: [other] for one, other in pairwise(items)}
    assert phases(items, needs) == tuple((one,) for one in reversed(items))


def test_nothing_to_do():
    assert phases((), {}) == ()
