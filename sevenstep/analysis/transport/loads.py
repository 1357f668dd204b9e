"""Load against capacity: as it is stated, or as the volumes of the routes add up to it."""

from collections.abc import Iterator, Mapping

from sevenstep.analysis.transport.passages import mean, told_in
from sevenstep.analysis.transport.results import Load
from sevenstep.chain.graph import Chain
from sevenstep.model.quantity import Quantity, is_per_cent
from sevenstep.model.step3_places import Route, Traffic


def loads(chain: Chain, passed: Mapping[str, tuple[str, ...]]) -> dict[str, Load]:
    """The load of every place and link of which a load or a capacity is known; `passed` is what each route passes."""
    routes: dict[str, list[Route]] = {}
    for route in chain.engagement.of(Route):
        if route.volume is not None and mean(route.volume) >= 0:
            for element in passed.get(route.id, ()):
                routes.setdefault(element, []).append(route)
    return {
        element.id: found
        for element in _traffic(chain)
        if (found := _load(element, routes.get(element.id, []))) is not None
    }


def _traffic(chain: Chain) -> Iterator[Traffic]:
    return (element for element in chain.elements.values() if isinstance(element, Traffic))


def _load(element: Traffic, routes: list[Route]) -> Load | None:
    """None where nothing is known of it."""
    capacity, stated = element.capacity, element.load
    most = mean(capacity) if capacity is not None and mean(capacity) > 0 else None
    unit = capacity.unit if capacity is not None else ""
    if stated is not None and is_per_cent(stated.unit):
        used = mean(stated) / 100
        return Load(element.id, used, used * most if most is not None else None, most, unit, (), stated.approximate)
    first = stated or next(_volumes(routes), None)
    unit = unit or (first.unit if first is not None else "")
    load = told_in(stated, unit) if stated is not None else _volume(routes, unit)
    named = tuple(route.id for route in routes) if stated is None else ()
    if load is None and most is None:
        return None
    share = load / most if load is not None and most is not None else None
    return Load(
        element.id, share, load, most, unit, named if load is not None else (), first is not None and first.approximate
    )


def _volume(routes: list[Route], unit: str) -> float | None:
    """The volumes together; None where there are none, or one cannot be told in the unit."""
    found = [told_in(volume, unit) for volume in _volumes(routes)]
    known = [volume for volume in found if volume is not None]
    return sum(known) if known and len(known) == len(found) else None


def _volumes(routes: list[Route]) -> Iterator[Quantity]:
    return (route.volume for route in routes if route.volume is not None)
