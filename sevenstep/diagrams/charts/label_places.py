"""Where the words beside the points of a chart stand: near their point, and off all lines, points and other words."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from sevenstep.diagrams.geometry import Box, Point, around

Segment = tuple[Point, Point]

HIGH: Final = 13.0
"""The height of a line of small words."""
_NEAR: Final = 14.0
"""From the middle of a point to the middle of the words above or below it."""
_FAR: Final = 34.0
_PACE: Final = 2.0
_ASIDE: Final = 9.0
_LINE: Final = 100.0
_GRID: Final = 40.0


class Ground(NamedTuple):
    """What words do not stand on: points never, lines and the grid only where there is no other room; `plane` is where
    words may stand."""

    plane: Box
    dots: Sequence[Box]
    lines: Sequence[Segment]
    grid: Sequence[Segment]


def label_places(points: Sequence[Point], widths: Sequence[float], ground: Ground) -> list[Box | None]:
    """A place for the words of each point, the first choosing first; None where they would cover others or a point."""
    held = list(ground.dots)
    found: list[Box | None] = []
    for point, width in zip(points, widths, strict=True):
        box = _best(_candidates(point, width, ground.plane), point, held, ground)
        if box is not None:
            held.append(box)
        found.append(box)
    return found


def _best(places: Iterable[Box], point: Point, held: Sequence[Box], ground: Ground) -> Box | None:
    """The free place of the least cost, the first of several; lines are looked at only where nearness alone has not
    decided."""
    best, least = None, float("inf")
    for box in places:
        cost = _away(box, point)
        if cost >= least or any(box.meets(other) for other in held):
            continue
        cost += _covered(box, ground, least - cost)
        if cost < least:
            best, least = box, cost
    return best


def _candidates(point: Point, width: float, plane: Box) -> Iterator[Box]:
    """Above and below, straight or a little to a side, and beside; moved into the plane where they stick out of it."""
    x, y = point
    for number in range(int((_FAR - _NEAR) / _PACE) + 1):
        down = _NEAR + number * _PACE
        for aside in (0.0, width / 4, -width / 4, width / 2 + _ASIDE, -width / 2 - _ASIDE):
            for way in (-down, down):
                yield from _within(around((x + aside, y + way), width, HIGH), plane)
    for number in range(int(_NEAR / _PACE) + 1):
        for way in {-number * _PACE, number * _PACE}:
            for aside in (width / 2 + _ASIDE, -width / 2 - _ASIDE):
                yield from _within(around((x + aside, y + way), width, HIGH), plane)


def _within(box: Box, plane: Box) -> Iterator[Box]:
    move = max(plane.left - box.left, 0.0) or min(plane.right - box.right, 0.0)
    moved = Box(box.left + move, box.top, box.right + move, box.bottom)
    if plane.holds(moved):
        yield moved


def _away(box: Box, point: Point) -> float:
    """What the way to its point says against a place; it is rather above than below."""
    x, y = box.middle
    return abs(x - point[0]) * 0.3 + abs(y - point[1]) + (0.5 if y > point[1] else 0.0)


def _covered(box: Box, ground: Ground, least: float) -> float:
    """What the lines below a place say against it; counted no further than to the `least` that is too much."""
    cost = 0.0
    for weight, lines in ((_LINE, ground.lines), (_GRID, ground.grid)):
        for line in lines:
            if cost >= least:
                return cost
            cost += weight * crosses(line, box)
    return cost


def crosses(line: Segment, box: Box) -> bool:
    """Whether a line goes through a rectangle."""
    (x1, y1), (x2, y2) = line
    first, last = 0.0, 1.0
    for start, way, low, high in ((x1, x2 - x1, box.left, box.right), (y1, y2 - y1, box.top, box.bottom)):
        if not way:
            if not low < start < high:
                return False
            continue
        ends = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, ends[0]), min(last, ends[1])
    return first < last
