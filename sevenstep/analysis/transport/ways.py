"""The best ways between two places, over places and links that both take their time, cost and chance."""

import math
from collections.abc import Collection, Iterator
from heapq import heappop, heappush
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
    """The best way that does not pass what is lost; None where there is none. One search (Dijkstra's), written out:
    on a view of the graph without a node the library takes ten times as long."""
    if start not in graph or end not in graph or lost in {start, end}:
        return None
    arrows, before, done = graph.adj, {start: start}, {lost}
    reached = {start: 0.0}
    waiting = [(0.0, 0, start)]
    order = 0
    while waiting:
        far, _, here = heappop(waiting)
        if here == end:
            break
        if here in done:
            continue
        done.add(here)
        for there, arrow in arrows[here].items():
            farther = far + arrow["weight"]
            if there not in done and farther < reached.get(there, math.inf):
                reached[there], before[there] = farther, here
                order += 1
                heappush(waiting, (farther, order, there))
    if end not in before:
        return None
    passed = [end]
    while passed[-1] != start:
        passed.append(before[passed[-1]])
    return way_of(ground, tuple(reversed(passed)))


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
