"""The best ways between two places, over places and links that both take their time, cost and chance."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import Any

from sevenstep.analysis.transport.passages import Ground
from sevenstep.analysis.transport.results import Way
from sevenstep.model.choices import BestBy


def graph_of(ground: Ground, allowed: Collection[str], best: BestBy) -> Any:
    """Places and links as the nodes of one directed graph: an arrow weighs what it costs to pass what it leads to.

    Two links between the same places stay apart in it, and a link can be taken out like a place.
    """
    import networkx  # slow to import, and needed only where there are places

    graph: Any = networkx.DiGraph()
    weights = {key: passage.weight(best) for key, passage in ground.passages.items() if key in allowed}
    graph.add_nodes_from(key for key, weight in weights.items() if weight is not None)
    for place, joins in ground.joins.items():
        for link, there in joins:
            if place in graph and link in graph and there in graph:
                graph.add_edge(place, link, weight=weights[link])
                graph.add_edge(link, there, weight=weights[there])
    return graph


def best_ways(ground: Ground, graph: Any, start: str, end: str, most: int) -> Iterator[Way]:
    """The best ways without circles, the best first, none twice (Yen's algorithm: each takes as many searches as the
    one before it is long)."""
    import networkx

    if start not in graph or end not in graph or start == end:
        return
    try:
        for passed in islice(networkx.shortest_simple_paths(graph, start, end, weight="weight"), most):
            yield way_of(ground, tuple(passed))
    except networkx.NetworkXNoPath:
        return


def best_without(ground: Ground, graph: Any, start: str, end: str, lost: str) -> Way | None:
    """The best way that does not pass what is lost; None where there is none. One search."""
    import networkx

    rest = networkx.restricted_view(graph, [lost], [])
    try:
        passed = networkx.dijkstra_path(rest, start, end, weight="weight")
    except (networkx.NetworkXNoPath, networkx.NodeNotFound):
        return None
    return way_of(ground, tuple(passed))


def way_of(ground: Ground, passed: tuple[str, ...]) -> Way:
    """The sums over a way."""
    found = [ground.passages[key] for key in passed]
    links = [passage for passage in found if passage.is_link]
    has = {
        name: all(getattr(passage, name) is not None for passage in links)
        for name in ("hours", "cost", "reliability", "distance")
    }
    sure = 1.0
    for passage in found:
        sure *= 1.0 if passage.reliability is None else passage.reliability
    return Way(
        passed,
        sum(passage.hours or 0.0 for passage in found) if has["hours"] else None,
        sum(passage.cost or 0.0 for passage in found) if has["cost"] else None,
        sure if has["reliability"] else None,
        sum(passage.distance or 0.0 for passage in links) if has["distance"] else None,
        tuple(key for key in passed if key not in ground.runs),
    )
