"""From values to places: equal values share a place, and rounding errors make nobody win."""

from collections.abc import Sequence
from typing import Final

TIE: Final = 1e-9
"""Values on a scale of about 1 that are nearer than this are equal: sums of the same scores in another order differ
by less, and no one score on a scale that people use differs by so little."""


def places(values: Sequence[float], whole: float = 1.0) -> tuple[int, ...]:
    """The place of each value, the highest first; equal ones share the better place (1, 2, 2, 4)."""
    found = [0] * len(values)
    place, before = 0, 0.0
    for count, at in enumerate(sorted(range(len(values)), key=lambda index: -values[index]), 1):
        if count == 1 or before - values[at] > TIE * whole:
            place = count
        found[at], before = place, values[at]
    return tuple(found)
