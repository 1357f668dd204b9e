"""Cycles in what must have none: trees, orders, and formulas over indicators."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import Any, Final

from sevenstep.chain.graph import Chain
from sevenstep.model.links import Link

_MOST_TOLD: Final = 10


def cycles(chain: Chain, relation: str) -> Iterator[list[Link]]:
    """One cycle of every knot that the links of one relation form, as the links around it, in a fixed order."""
    links = chain.related(relation)
    if _is_free_of_cycles(links):
        return
    import networkx  # slow to import, and needed for broken models only

    graph: Any = networkx.DiGraph()
    for link in links:
        graph.add_edge(link.source, link.target, link=link)
    order = {key: position for position, key in enumerate(chain.elements)}
    knots: Iterable[set[str]] = networkx.strongly_connected_components(graph)
    for knot in sorted(knots, key=lambda knot: min(order[key] for key in knot)):
        first = min(knot, key=order.__getitem__)
        if len(knot) > 1 or graph.has_edge(first, first):
            around = networkx.find_cycle(graph.subgraph(knot), first)
            yield [graph.edges[source, target]["link"] for source, target in around]


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
