"""A route followed over the ground, as it is written: whatever runs, or does not."""

from dataclasses import dataclass

from sevenstep.analysis.transport.passages import Ground
from sevenstep.model.step3_places import Route


@dataclass(frozen=True, slots=True)
class Gap:
    """Where a route does not go on: from the place `here` nothing leads to what is named at `index` of its `over`.

    An index of None: to its end. `several` are links that all join the two, so that nobody knows which one is meant.
    """

    here: str
    index: int | None
    several: tuple[str, ...] = ()


def follow(ground: Ground, route: Route) -> tuple[str, ...] | Gap:
    """The places and links that a route passes, in turn; or where it breaks off. Linear in what it names and what
    leaves those places."""
    here = route.start
    passed = [here]
    for index, name in enumerate(route.over):
        if name == here:
            continue
        found = _to_place(ground, here, name) if name in ground.joins else _over_link(ground, here, name)
        if len(found) != 1:
            return Gap(here, index, tuple(link for link, _ in found))
        passed += found[0]
        here = found[0][1]
    if here != route.end:
        found = _to_place(ground, here, route.end)
        if len(found) != 1:
            return Gap(here, None, tuple(link for link, _ in found))
        passed += found[0]
    return tuple(passed)


def _to_place(ground: Ground, here: str, place: str) -> list[tuple[str, str]]:
    """The links to the next place; where some of them run today, those alone."""
    found = [(link, there) for link, there in ground.joins.get(here, ()) if there == place]
    return [hop for hop in found if hop[0] in ground.runs] or found


def _over_link(ground: Ground, here: str, name: str) -> list[tuple[str, str]]:
    return [(link, there) for link, there in ground.joins.get(here, ()) if link == name]
