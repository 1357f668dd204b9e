"""All that is computed of places, links and routes, in the order in which one part needs the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from sevenstep.analysis.transport.following import Gap, follow
from sevenstep.analysis.transport.loads import loads
from sevenstep.analysis.transport.losses import losses
from sevenstep.analysis.transport.passages import Ground, ground
from sevenstep.analysis.transport.results import Load, RouteWays, Throughput, Transport, Way
from sevenstep.analysis.transport.throughput import flow_graph, is_told, throughput, unit_of_capacity
from sevenstep.analysis.transport.ways import best_ways, graph_of, way_of
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.memory import per_chain
from sevenstep.model.choices import BestBy
from sevenstep.model.step3_places import Route

MOST_WAYS: Final = 3
"""Ways that are looked for between the ends of a route."""
MOST_STEPS: Final = 2_000_000
"""Steps that the searches of all routes may take together, by their estimate: a few seconds."""
_OF_A_CUT: Final = 100
"""How many searches of the whole a smallest cut is worth."""


@per_chain
def transport(chain: Chain) -> Transport:
    """Load, ways and losses of a model's places; empty where it has none.

    Ways written out are followed in linear time. Each search over the ground takes time in the number of places and
    links; a route needs some five and two for each place and link that it passes. Beyond MOST_STEPS the remaining
    routes are told as they are written, without other ways and losses, and `left_out` says so.
    """
    land = ground(chain)
    if not land.passages:
        return Transport()
    routes = [route for route in chain.engagement.of(Route) if {route.start, route.end} <= land.joins.keys()]
    searcher = _Searcher(land)
    for route in routes:
        searcher.search(route)
    passed = {key: way.passed for key, way in searcher.taken.items() if not way.waits_for}
    known = loads(chain, passed)
    through = _throughputs(land, known, [route for route in routes if route.id in searcher.searched])
    found = {route.id: _result(route, searcher, known, through.get((route.start, route.end)), land) for route in routes}
    runs = [key for key in searcher.searched if key in searcher.taken and not searcher.taken[key].waits_for]
    return Transport(
        day=land.day.isoformat(),
        currency=land.currency,
        loads=known,
        routes=found,
        losses=losses(chain, land, searcher.today, searcher.taken, runs),
        waiting=tuple(key for key in land.passages if key not in land.runs),
        left_out=searcher.left_out(len(routes)),
    )


class _Searcher:
    """Looks for the ways of routes, as long as there are steps left."""

    def __init__(self, land: Ground) -> None:
        self.land = land
        sometime = land.runs | land.opens.keys()
        self.today: dict[BestBy, Any] = {best: graph_of(land, land.runs, best) for best in BestBy}
        self.sometime: dict[BestBy, Any] = (
            {best: graph_of(land, sometime, best) for best in BestBy} if land.opens else self.today
        )
        self.size = len(land.passages) + sum(map(len, land.joins.values()))
        self.steps = 0
        self.searched: list[str] = []
        self.taken: dict[str, Way] = {}
        self.ways: dict[str, tuple[Way, ...]] = {}
        self.bests: dict[str, dict[BestBy, Way]] = {}
        self.later: dict[str, Way] = {}
        self.gaps: dict[str, Gap] = {}

    def search(self, route: Route) -> None:
        """What is written of the route, and the ways there are."""
        followed = follow(self.land, route) if route.over else None
        if isinstance(followed, Gap):
            self.gaps[route.id] = followed
        elif followed is not None and len(followed) > 1:
            self.taken[route.id] = way_of(self.land, followed)
        if self.steps >= MOST_STEPS:
            return
        bests = {best: way for best in BestBy if (way := self._best(self.today[best], route))}
        self.bests[route.id] = bests
        first = bests.get(route.best)
        if first is not None and not route.over:
            self.taken[route.id] = first
        if self.land.opens and (later := self._best(self.sometime[route.best], route)) is not None and later.waits_for:
            self.later[route.id] = later
        self.steps += self.size * (5 + 2 * (len(first.passed) if first is not None else 0))
        if self.steps > MOST_STEPS:
            self.ways[route.id] = (first,) if first is not None else ()
            return
        self.searched.append(route.id)
        self.ways[route.id] = tuple(best_ways(self.land, self.today[route.best], route.start, route.end, MOST_WAYS))

    def _best(self, graph: Any, route: Route) -> Way | None:
        return next(best_ways(self.land, graph, route.start, route.end, 1), None)

    def left_out(self, routes: int) -> tuple[Text, ...]:
        if (rest := routes - len(self.searched)) <= 0:
            return ()
        return (
            Text(
                zh=f"网络太大：{rest} 条路线没有找其他走法，也没有算中断的影响；减少路线，或把地点合并后再算",
                en=f"The network is too large: for {rest} routes no other ways were looked for and no losses computed; "
                "take fewer routes, or join places",
            ),
        )


def _throughputs(
    land: Ground, known: Mapping[str, Load], routes: list[Route]
) -> dict[tuple[str, str], Throughput | None]:
    """What can pass between the ends of the routes, each pair of ends once."""
    unit = unit_of_capacity(known)
    if not unit or not all(is_told(load, unit) for load in known.values()):  # S335 tells which
        return {}
    graph = flow_graph(land, known, unit)
    pairs = dict.fromkeys((route.start, route.end) for route in routes)
    most = max(1, MOST_STEPS // (_OF_A_CUT * (len(graph) + graph.number_of_edges())))
    return {pair: throughput(graph, *pair, unit) for pair in islice(pairs, most)}


@dataclass(frozen=True, slots=True)
class _Bound:
    element: str | None = None
    spare: float | None = None


def _result(
    route: Route, searcher: _Searcher, known: Mapping[str, Load], through: Throughput | None, land: Ground
) -> RouteWays:
    taken = searcher.taken.get(route.id)
    bound = _binding(taken, known)
    later = searcher.later.get(route.id)
    return RouteWays(
        route.id,
        taken,
        searcher.ways.get(route.id, ()),
        searcher.bests.get(route.id, {}),
        later,
        _opens(land, later.waits_for) if later is not None else "",
        bound.element,
        bound.spare,
        through,
        _problem(route, searcher),
    )


def _binding(way: Way | None, known: Mapping[str, Load]) -> _Bound:
    """The fullest of what a way passes, among what has a load."""
    found = [known[key] for key in way.passed if key in known] if way is not None else []
    if used := [load for load in found if load.share is not None]:
        full = max(used, key=lambda load: load.share or 0.0)
        spare = full.capacity - full.load if full.capacity is not None and full.load is not None else None
        return _Bound(full.element, spare)
    return _Bound()


def _opens(land: Ground, waits_for: tuple[str, ...]) -> str:
    """The day from which on all of it runs; empty where that is not said of some of it."""
    days = [land.opens.get(key) for key in waits_for]
    return max(day for day in days if day is not None).isoformat() if days and all(days) else ""


def _problem(route: Route, searcher: _Searcher) -> Text | None:
    if route.id in searcher.gaps:
        return Text(zh="所写路线不衔接", en="What is written does not connect")
    taken = searcher.taken.get(route.id)
    if taken is not None and taken.waits_for:
        return Text(zh="要等在建、规划或停用的部分开通", en="It waits for what is being built, planned or closed")
    if taken is None and route.id in searcher.searched:
        if route.id in searcher.later:
            return Text(zh="目前不通，待在建部分开通", en="No way today; it waits for what is being built")
        return Text(zh="两地之间不通", en="No way leads there")
    return None
