"""Cycles in what must have none: trees, orders, and formulas over indicators."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.model.links import Link

_MOST_TOLD: Final = 10


def cycles(chain: Chain, relation: str) -> Iterator[list[Link]]:
    """One cycle of every knot that the links of one relation form, as the links around it, in a fixed order."""
    for knot, graph in _knots(chain, relation):
        import networkx  # slow to import, and needed for broken models only

        around = networkx.find_cycle(graph.subgraph(knot), knot[0])
        yield [graph.edges[source, target]["link"] for source, target in around]


def knots(chain: Chain, relation: str) -> list[tuple[str, ...]]:
    """The elements that come back to themselves over links of the relation, those together that reach one another."""
    return [knot for knot, _ in _knots(chain, relation)]


def _knots(chain: Chain, relation: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every knot in the order of the model, with the graph that it stands in."""
    links = chain.related(relation)
    if _is_free_of_cycles(links):
        return
    import networkx

    graph: Any = networkx.DiGraph()
    for link in links:
        graph.add_edge(link.source, link.target, link=link)
    order = {key: position for position, key in enumerate(chain.elements)}
    found: Iterable[set[str]] = networkx.strongly_connected_components(graph)
    for knot in sorted((sorted(knot, key=order.__getitem__) for knot in found), key=lambda knot: order[knot[0]]):
        if len(knot) > 1 or graph.has_edge(knot[0], knot[0]):
            yield tuple(knot), graph


def _is_free_of_cycles(links: Iterable[Link]) -> bool:
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for link in links:
        sorter.add(link.source, link.target)
    try:
        sorter.prepare()
    except CycleError:
        return False
    return True


def told(around: Sequence[Link], named: Callable[[str], str] = str) -> str:
    """The cycle as people read it, from its first element back to it; of a long one the beginning."""
    names = [named(link.source) for link in around]
    shown = names if len(names) <= _MOST_TOLD else [*names[:_MOST_TOLD], f"… ({len(names)})"]
    return " → ".join([*shown, names[0]])
