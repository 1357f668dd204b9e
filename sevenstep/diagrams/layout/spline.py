"""Lines as cubic curves, corners rounded."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from operator import mul
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


def short_of(tip: Point, before: Point) -> Point:
    """Where a line ends whose head has its tip there, coming from the point before."""
    return _towards(tip, before, min(_ARROW, _distance(tip, before) / 2))


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


def bent(start: Point, end: Point, rim: float, aside: float) -> Curve:
    """From the rim of one point to that of the other, its middle `aside` of the straight line.

    A positive `aside` is to the right of who goes there; `rim` is the radius of the points.
    """
    across, down = end[0] - start[0], end[1] - start[1]
    length = (across**2 + down**2) ** 0.5 or 1.0
    rim = min(rim, length / 2)
    normal = (-down / length * aside * 4 / 3, across / length * aside * 4 / 3)
    first = (start[0] + across / length * rim, start[1] + down / length * rim)
    last = (end[0] - across / length * rim, end[1] - down / length * rim)
    third = ((last[0] - first[0]) / 3, (last[1] - first[1]) / 3)
    return Curve(
        (
            first,
            (first[0] + third[0] + normal[0], first[1] + third[1] + normal[1]),
            (last[0] - third[0] + normal[0], last[1] - third[1] + normal[1]),
            last,
        )
    )


def tipped(curve: Curve, *, first: bool = False, last: bool = False) -> Curve:
    """The same line of one piece with room for a head at an end: the tip stands where the line ended."""
    start, out, into, end = curve.points
    ends = (_towards(start, out, _ARROW) if first else start, _towards(end, into, _ARROW) if last else end)
    return Curve((ends[0], out, into, ends[1]), start if first else None, end if last else None)


def point_of(curve: Curve, share: float) -> Point:
    """The point of a curve of one piece at a share of its parameter, 0 to 1."""
    a, b, c, d = curve.points
    left = 1 - share
    weights = (left**3, 3 * left**2 * share, 3 * left * share**2, share**3)
    xs, ys = zip(a, b, c, d, strict=True)
    return sum(map(mul, weights, xs)), sum(map(mul, weights, ys))
