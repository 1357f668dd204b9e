"""Lines as cubic curves, corners rounded."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import Final

from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.scene import Curve

_RADIUS: Final = 7.0
_ARROW: Final = 6.5


def straight(start: Point, end: Point) -> Curve:
    """A straight line without heads."""
    return Curve((start, start, end, end))


def rounded(points: Sequence[Point]) -> Curve:
    """The way through `points` with rounded corners and an arrow's head at its end."""
    way = [points[0], *(b for a, b in pairwise(points) if _distance(a, b) > 0.01)]
    ends = [*way[:-1], _towards(way[-1], way[-2], _ARROW)]
    return Curve(tuple(_turned(ends)), last_tip=way[-1])


def level(start: Point, end: Point) -> Curve:
    """A curve that leaves `start`, where an arrow's head stands, and reaches `end` level."""
    sign = 1 if end[0] >= start[0] else -1
    reach = sign * max(24.0, abs(end[0] - start[0]) / 2)
    out, into = (start[0] + reach, start[1]), (end[0] - reach, end[1])
    return Curve((_towards(start, out, _ARROW), out, into, end), first_tip=start)


def _turned(points: Sequence[Point]) -> list[Point]:
    curve = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_RADIUS, _distance(before, corner) / 2, _distance(corner, after) / 2)
        into, out = _towards(corner, before, radius), _towards(corner, after, radius)
        bend = radius * 0.55
        curve += [curve[-1], into, into, _towards(into, corner, bend), _towards(out, corner, bend), out]
    return [*curve, curve[-1], points[-1], points[-1]]


def _towards(start: Point, end: Point, length: float) -> Point:
    whole = _distance(start, end) or 1.0
    share = length / whole
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _distance(point: Point, other: Point) -> float:
    return hypot(other[0] - point[0], other[1] - point[1])
