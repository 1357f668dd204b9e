"""Places, links and routes of an analysis in plain data, for JSON and tables."""

from collections.abc import Iterator
from typing import Any

from sevenstep.analysis.transport.results import Load, Loss, RouteWays, Transport, Way
from sevenstep.language import Language


def as_data(found: Transport, language: Language) -> dict[str, Any]:
    """One object; docs/analysis.schema.json tells its fields."""
    return {
        "day": found.day,
        "currency": found.currency,
        "waiting": list(found.waiting),
        "loads": [_load(load) for load in found.loads.values()],
        "routes": [_route(route, language) for route in found.routes.values()],
        "losses": [_loss(loss) for loss in found.losses.values()],
        "left_out": [text.for_language(language) for text in found.left_out],
    }


def _load(load: Load) -> dict[str, Any]:
    return {
        "id": load.element,
        "share": load.share,
        "load": load.load,
        "capacity": load.capacity,
        "unit": load.unit,
        "routes": list(load.routes),
        "approximate": load.approximate,
    }


def _route(route: RouteWays, language: Language) -> dict[str, Any]:
    through = route.through
    return {
        "id": route.route,
        "taken": _way(route.taken),
        "ways": [_way(way) for way in route.ways],
        "best": {str(best): _way(way) for best, way in route.bests.items()},
        "later": _way(route.later),
        "opens": route.opens or None,
        "binding": route.binding,
        "spare": route.spare,
        "throughput": None
        if through is None
        else {"most": through.most, "unit": through.unit, "cut": list(through.cut)},
        "problem": route.problem.for_language(language) if route.problem is not None else None,
    }


def _way(way: Way | None) -> dict[str, Any] | None:
    if way is None:
        return None
    return {
        "passed": list(way.passed),
        "hours": way.hours,
        "cost": way.cost,
        "reliability": way.reliability,
        "distance": way.distance,
        "waits_for": list(way.waits_for),
    }


def _loss(loss: Loss) -> dict[str, Any]:
    return {
        "id": loss.element,
        "detours": [
            {"route": detour.route, "hours": detour.hours, "cost": detour.cost, "way": _way(detour.way)}
            for detour in loss.detours
        ],
        "cut": list(loss.cut),
        "ended": list(loss.ended),
        "pairs": loss.pairs,
        "answers": list(loss.answers),
    }


def figures(found: Transport) -> Iterator[tuple[str, str, str, str, float, str]]:
    """Every figure: the kind of element, its id, the metric, the stage or what it is held against, the value, "
    "its unit."""
    for load in found.loads.values():
        for metric, value, unit in (
            ("utilisation", load.share, ""),
            ("load", load.load, load.unit),
            ("capacity", load.capacity, load.unit),
        ):
            if value is not None:
                yield "place or link", load.element, metric, "", value, unit
    for route in found.routes.values():
        for stage, way in (("taken", route.taken), ("next best", route.next_best), ("later", route.later)):
            yield from _figures_of(way, route.route, stage, found.currency)
        if route.through is not None:
            yield "route", route.route, "throughput", "all ways", route.through.most, route.through.unit
    for loss in found.losses.values():
        yield "place or link", loss.element, "routes_cut", "lost", float(len(loss.cut)), ""
        yield "place or link", loss.element, "pairs_cut", "lost", float(loss.pairs), ""
        for detour in loss.detours:
            for metric, extra, unit in (("extra_time", detour.hours, "h"), ("extra_cost", detour.cost, found.currency)):
                if extra is not None:
                    yield "place or link", loss.element, metric, f"lost: {detour.route}", extra, unit


def _figures_of(
    way: Way | None, route: str, stage: str, currency: str
) -> Iterator[tuple[str, str, str, str, float, str]]:
    if way is None:
        return
    for metric, value, unit in (
        ("time", way.hours, "h"),
        ("cost", way.cost, currency),
        ("reliability", way.reliability, ""),
        ("distance", way.distance, "km"),
    ):
        if value is not None:
            yield "route", route, metric, stage, value, unit
