"""Routes that can be judged: what they name is there."""

from collections.abc import Iterator

from sevenstep.analysis.transport.passages import Ground
from sevenstep.chain.graph import Chain
from sevenstep.model.step3_places import Route


def followable(chain: Chain, land: Ground) -> Iterator[Route]:
    """The routes that are written out, of which everything that they name is there and could be read."""
    for route in chain.engagement.of(Route):
        named = {route.start, route.end, *route.over}
        if route.over and named <= land.passages.keys() and not chain.engagement.is_partial(route.id):
            yield route


def pieces_of(land: Ground) -> dict[str, str]:
    """By place, the first place of the piece of the net that it lies in; links count whether they run or not.

    Links are taken both ways. Linear in places and links.
    """
    around: dict[str, list[str]] = {place: [] for place in land.joins}
    for place, joins in land.joins.items():
        for _, there in joins:
            around[place].append(there)
            around[there].append(place)
    found: dict[str, str] = {}
    for first in around:
        if first in found:
            continue
        found[first] = first
        waiting = [first]
        while waiting:
            for there in around[waiting.pop()]:
                if there not in found:
                    found[there] = first
                    waiting.append(there)
    return found
