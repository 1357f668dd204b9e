"""Places on a schematic map: directions and neighbourhood as on earth, distances drawn together.

Of the coordinates of all places along an axis only the order is kept, and of each gap a root: places of one town stand
apart, and the other side of the earth is still on the paper.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from sevenstep.diagrams.geometry import Box, Point

_EXPONENT: Final = 0.33
"""Of a gap: 1 would keep distances, 0 the order alone."""
_SAME: Final = 1e-6
"""What differs by less is the same."""


def schematic(
    known: Mapping[str, Point], keys: Sequence[str], joins: Iterable[tuple[str, str]], plane: Box
) -> dict[str, Point]:
    """Where each of `keys` stands in the plane; y grows downwards in both.

    A place whose coordinates are not known stands in the middle of those it is joined to, one that is joined to none
    at the foot of the plane. Time: n log n for n places, and linear in the joins for each row of unknown places.
    """
    across = _compressed([point[0] for point in known.values()], plane.left, plane.right)
    down = _compressed([point[1] for point in known.values()], plane.top, plane.bottom)
    found = {key: (across[point[0]], down[point[1]]) for key, point in known.items()}
    _between_neighbours(found, keys, joins)
    unknown = [key for key in keys if key not in found]
    for at, key in enumerate(unknown):
        found[key] = plane.at((at + 0.5) / len(unknown), 1)
    return {key: found[key] for key in keys}


def _compressed(values: Iterable[float], start: float, end: float) -> dict[float, float]:
    """Where each value stands between `start` and `end`; a single one stands in the middle."""
    ordered = sorted(set(values))
    reached = [0.0]
    for low, high in pairwise(ordered):
        gap = high - low
        reached.append(reached[-1] + (gap**_EXPONENT if gap > _SAME else 0.0))
    if not reached[-1]:
        return dict.fromkeys(ordered, (start + end) / 2)
    scale = (end - start) / reached[-1]
    return {value: start + scale * at for value, at in zip(ordered, reached, strict=False)}


def _between_neighbours(found: dict[str, Point], keys: Sequence[str], joins: Iterable[tuple[str, str]]) -> None:
    """Add the places that are joined to any that have one, those next to them first."""
    beside: dict[str, list[str]] = {key: [] for key in keys}
    for one, other in joins:
        beside[one].append(other)
        beside[other].append(one)
    waiting = [key for key in keys if key not in found]
    while waiting:
        reached = {key: [found[near] for near in beside[key] if near in found] for key in waiting}
        placed = {key: points for key, points in reached.items() if points}
        if not placed:
            return
        for key, points in placed.items():
            found[key] = (
                sum(point[0] for point in points) / len(points),
                sum(point[1] for point in points) / len(points),
            )
        waiting = [key for key in waiting if key not in placed]
