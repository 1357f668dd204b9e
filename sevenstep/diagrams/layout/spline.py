"""Lines as the engine takes them: cubic curves, corners rounded; y downwards here, upwards there."""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise
from math import hypot
from typing import Final

Point = tuple[float, float]

_RADIUS: Final = 7.0
_ARROW: Final = 6.5


class Heads(Enum):
    """At which ends of a line an arrow's head stands, as the engine calls it."""

    LAST = "forward"
    FIRST = "back"
    BOTH = "both"


def rounded(points: Sequence[Point]) -> str:
    """The way through `points` with rounded corners and an arrow's head at its end."""
    way = [points[0], *(b for a, b in pairwise(points) if _distance(a, b) > 0.01)]
    ends = [*way[:-1], _towards(way[-1], way[-2], _ARROW)]
    return f"e,{_said(way[-1])} " + " ".join(map(_said, _curve(ends)))


def smooth(start: Point, end: Point, bulge: float, heads: Heads) -> str:
    """A curve that leaves `start` and reaches `end` level; with `bulge`, both on their right side."""
    sign = 1 if bulge or end[0] >= start[0] else -1
    reach = bulge or max(24.0, abs(end[0] - start[0]) / 2)
    one = (start[0] + sign * reach, start[1])
    other = (end[0] + (reach if bulge else -sign * reach), end[1])
    first, last, tips = start, end, ""
    if heads is not Heads.FIRST:
        last, tips = _towards(end, other, _ARROW), f"e,{_said(end)} "
    if heads is not Heads.LAST:
        first, tips = _towards(start, one, _ARROW), f"s,{_said(start)} {tips}"
    return tips + " ".join(map(_said, (first, one, other, last)))


def _curve(points: Sequence[Point]) -> list[Point]:
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


def _distance(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def _said(point: Point) -> str:
    return position(*point)


def position(x: float, y: float) -> str:
    """A point for the engine, whose y grows upwards."""
    return f"{x:.2f},{0.0 - y:.2f}"
