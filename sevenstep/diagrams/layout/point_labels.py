"""Points and their names on a plane: points that fall together stand side by side, names never cover anything."""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import cos, hypot, pi, sin
from typing import Final, NamedTuple

from sevenstep.diagrams.geometry import Box, Point, around
from sevenstep.diagrams.scene import Align

_GAP: Final = 4.0
_RINGS: Final = (16.0, 30.0, 46.0, 64.0, 84.0, 108.0)
"""How far from its point a name may stand that found no room beside it, nearest first."""
_ANGLES: Final = 16


class Name(NamedTuple):
    """Where a name stands, how its lines are aligned, and the line that leads to its point, where it is far away."""

    box: Box
    align: Align
    leader: tuple[Point, Point] | None


def spread(points: Sequence[Point], size: float, plane: Box, taken: Sequence[Box]) -> list[Point]:
    """The points, each a circle of that size, moved as little as needed so that none covers another or a taken box.

    Time grows with the square of the number of points: pictures show a few dozen.
    """
    placed: list[Point] = []
    for point in points:
        free = (
            place
            for place in _nearby(point, size + 2, len(points))
            if all(hypot(place[0] - other[0], place[1] - other[1]) >= size + 1.5 for other in placed)
            and plane.holds(around(place, size, size))
            and not any(around(place, size, size).meets(box) for box in taken)
        )
        placed.append(next(free, point))
    return placed


def _nearby(point: Point, step: float, rings: int) -> Iterator[Point]:
    """The point, then places around it in rings of a honeycomb, to the right first."""
    yield point
    for ring in range(1, rings + 2):
        for turn in range(6 * ring):
            angle = 2 * pi * turn / (6 * ring)
            yield point[0] + ring * step * cos(angle), point[1] + ring * step * sin(angle)


def name_places(
    points: Sequence[Point],
    size: float,
    names: Sequence[tuple[float, float]],
    plane: Box,
    taken: Sequence[Box],
    better_not: Sequence[Box],
) -> list[Name | None]:
    """A place for the name (width, height) of each point; None where there is no room for it.

    The first names choose first: beside the point, above or below it, then farther away with a line to it. What names
    had `better_not` cover (a line of the plane) they do cover before they move away.
    """
    dots = [around(point, size, size) for point in points]
    held = [*taken, *dots]
    lines: list[tuple[Point, Point]] = []
    found: list[Name | None] = []
    for point, (width, height) in zip(points, names, strict=True):
        beside = list(_beside(point, size, width, height))
        clear = (name for name in beside if not any(name.box.meets(box) for box in better_not))
        candidates = chain(clear, beside, _away(point, size, width, height))
        name = next((name for name in candidates if _is_free(name, point, plane, held, dots, lines)), None)
        if name is not None:
            held.append(name.box)
            if name.leader is not None:
                lines.append(name.leader)
        found.append(name)
    return found


def _beside(point: Point, size: float, width: float, height: float) -> Iterator[Name]:
    x, y = point
    aside, above = size / 2 + _GAP + width / 2, size / 2 + 1 + height / 2
    yield Name(around((x + aside, y), width, height), "LEFT", None)
    yield Name(around((x - aside, y), width, height), "RIGHT", None)
    yield Name(around((x, y - above), width, height), "CENTER", None)
    yield Name(around((x, y + above), width, height), "CENTER", None)
    near, slope = size / 3 + _GAP + width / 2, size / 4 + 1 + height / 2
    for down in (-slope, slope):
        yield Name(around((x + near, y + down), width, height), "LEFT", None)
        yield Name(around((x - near, y + down), width, height), "RIGHT", None)


def _away(point: Point, size: float, width: float, height: float) -> Iterator[Name]:
    x, y = point
    for ring in _RINGS:
        for turn in range(_ANGLES):
            x_scale, y_scale = cos(2 * pi * turn / _ANGLES), sin(2 * pi * turn / _ANGLES)
            middle = x + x_scale * (size / 2 + ring + width / 2), y + y_scale * (size / 2 + ring + height / 2)
            box = around(middle, width, height)
            align: Align = "LEFT" if x_scale > 0.3 else "RIGHT" if x_scale < -0.3 else "CENTER"
            yield Name(box, align, (_edge(point, box.nearest(point), size / 2), box.nearest(point)))


def _edge(middle: Point, towards: Point, radius: float) -> Point:
    length = hypot(towards[0] - middle[0], towards[1] - middle[1]) or 1.0
    share = radius / length
    return middle[0] + (towards[0] - middle[0]) * share, middle[1] + (towards[1] - middle[1]) * share


def _is_free(
    name: Name, point: Point, plane: Box, held: Sequence[Box], dots: Sequence[Box], lines: Sequence[tuple[Point, Point]]
) -> bool:
    if not plane.holds(name.box) or any(name.box.meets(box) for box in held):
        return False
    if any(_passes(line, name.box) for line in lines):
        return False
    if name.leader is None:
        return True
    own = [box for box in dots if box.nearest(point) == point]
    return not any(_passes(name.leader, box) for box in held if box not in own)


def _passes(line: tuple[Point, Point], box: Box) -> bool:
    """Whether a line of a few dozen pixels goes through the box, looked at every few pixels."""
    (x1, y1), (x2, y2) = line
    steps = max(2, int(hypot(x2 - x1, y2 - y1) / 3))
    return any(
        box.left < x1 + (x2 - x1) * at / steps < box.right and box.top < y1 + (y2 - y1) * at / steps < box.bottom
        for at in range(steps + 1)
    )
