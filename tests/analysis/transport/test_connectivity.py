"""Losses that break a net into pieces, on nets whose answer is known, and against counting."""

from datetime import date
from itertools import combinations

import networkx
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.analysis.transport.connectivity import separated_pairs
from sevenstep.analysis.transport.passages import Ground, Passage
from sevenstep.analysis.transport.ways import best_ways, best_without, graph_of
from sevenstep.model.choices import BestBy


def land(edges: list[tuple[int, int, int]], places: int) -> Ground:
    """A land of places p0, p1, … with links l0, l1, … of so many hours, both ways."""
    passages = {f"p{n}": Passage(f"p{n}", 0.0, None, None, None, False) for n in range(places)}
    joins: dict[str, list[tuple[str, str]]] = {key: [] for key in passages}
    for number, (one, other, hours) in enumerate(edges):
        link = f"l{number}"
        passages[link] = Passage(link, float(hours), None, None, None, True)
        joins[f"p{one}"].append((link, f"p{other}"))
        joins[f"p{other}"].append((link, f"p{one}"))
    frozen = {key: tuple(found) for key, found in joins.items()}
    return Ground(passages, frozen, frozenset(passages), {}, date(2024, 1, 1), "")


def test_a_ring_has_no_weak_point():
    assert separated_pairs(land([(0, 1, 1), (1, 2, 1), (2, 0, 1)], 3)) == {}


def test_a_line_breaks_everywhere_but_at_its_ends():
    # p0 -l0- p1 -l1- p2 -l2- p3
    found = separated_pairs(land([(0, 1, 1), (1, 2, 1), (2, 3, 1)], 4))
    assert found == {"p1": 1 * 2, "p2": 2 * 1, "l0": 1 * 3, "l1": 2 * 2, "l2": 3 * 1}


def test_two_links_between_two_places_stand_in_for_each_other():
    found = separated_pairs(land([(0, 1, 1), (0, 1, 1), (1, 2, 1)], 3))
    assert found == {"p1": 1, "l2": 2}


def test_two_rings_that_touch_break_where_they_touch():
    found = separated_pairs(land([(0, 1, 1), (1, 2, 1), (2, 0, 1), (2, 3, 1), (3, 4, 1), (4, 2, 1)], 5))
    assert found == {"p2": 2 * 2}


@st.composite
def lands(draw: st.DrawFn) -> Ground:
    places = draw(st.integers(2, 7))
    ends = st.tuples(st.integers(0, places - 1), st.integers(0, places - 1), st.integers(1, 9))
    edges = draw(st.lists(ends.filter(lambda edge: edge[0] != edge[1]), max_size=12))
    return land(edges, places)


@given(lands())
@settings(max_examples=150, deadline=None)
def test_the_pairs_are_those_that_counting_finds(ground: Ground):
    graph = graph_of(ground, ground.runs, BestBy.FASTEST).to_undirected()
    places = [key for key in ground.passages if key.startswith("p")]
    expected = {}
    for lost in ground.passages:
        rest = graph.copy()
        rest.remove_node(lost)
        pairs = sum(
            networkx.has_path(graph, one, other) and not networkx.has_path(rest, one, other)
            for one, other in combinations([place for place in places if place != lost], 2)
        )
        if pairs:
            expected[lost] = pairs
    assert separated_pairs(ground) == expected


@given(lands())
@settings(max_examples=150, deadline=None)
def test_the_best_is_no_worse_than_the_next_and_than_any_detour(ground: Ground):
    graph = graph_of(ground, ground.runs, BestBy.FASTEST)
    ways = list(best_ways(ground, graph, "p0", "p1", 3))
    assert sorted(way.hours for way in ways) == [way.hours for way in ways]
    assert len({way.passed for way in ways}) == len(ways)
    for way in ways[:1]:
        for lost in way.passed[1:-1]:
            other = best_without(ground, graph, "p0", "p1", lost)
            assert other is None or (other.hours >= way.hours and lost not in other.passed)
            cuts = separated_pairs(ground)
            assert (other is None) <= (lost in cuts), "only what breaks the net leaves no way"


@given(lands())
@settings(max_examples=100, deadline=None)
def test_the_best_way_is_the_shortest_of_all(ground: Ground):
    """Against trying every way."""
    plain = networkx.MultiGraph()
    plain.add_nodes_from(key for key in ground.passages if key.startswith("p"))
    for place, joins in ground.joins.items():
        plain.add_edges_from((place, there, {"hours": ground.passages[link].hours}) for link, there in joins)
    every = [
        sum(plain.edges[edge]["hours"] for edge in way) for way in networkx.all_simple_edge_paths(plain, "p0", "p1")
    ]
    found = list(best_ways(ground, graph_of(ground, ground.runs, BestBy.FASTEST), "p0", "p1", 1))
    assert [way.hours for way in found] == ([min(every)] if every else [])
