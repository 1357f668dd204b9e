"""Outlines of the engine in few words: a tenth of a pixel is enough, and many of its curves bend nowhere.

A site holds thousands of them; what is left out here is a third of its weight.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.output.markup import Node

_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_CURVES: Final = re.compile(r"M[-\d.,]+C[-\d., ]+")
_STRAIGHT: Final = 0.02
"""How far the hand of a curve may be from a line, in pixels, for it to be one."""


def brief(number: float) -> str:
    """The number to a tenth."""
    found = f"{number:.1f}".removesuffix(".0")
    return "0" if found == "-0" else found


def corners(points: str, *, closed: bool) -> str:
    """Corners of a line; of a `closed` one without the last where it is the first again."""
    found = _points(points)
    if closed and len(found) > 1 and found[0] == found[-1]:
        found = found[:-1]
    return " ".join(map(_written, found))


def outline(css_class: str, drawn: str) -> Node:
    """What the engine draws as curves: a rounded rectangle, or a line with its straight parts written as such."""
    if not _CURVES.fullmatch(drawn.strip()):
        return Node("path", {"class": css_class, "d": drawn})
    first, *rest = _points(drawn)
    pieces = list(_pieces(first, rest))
    box = _rounded(first, pieces)
    if box is not None:
        return Node("rect", {"class": css_class, **_place(*box)})
    return _path(css_class, first, pieces)


def line(css_class: str, points: Sequence[Point]) -> Node:
    """A line of cubic pieces, its straight parts written as such."""
    first, *rest = points
    return _path(css_class, first, _pieces(first, rest))


_Piece = tuple[str, tuple[Point, ...]]
"""A letter of the path, and the points behind it; the last one is where it ends."""


def _path(css_class: str, first: Point, pieces: Iterable[_Piece]) -> Node:
    return Node("path", {"class": css_class, "d": f"M{_written(first)}" + "".join(map(_said, pieces))})


def _pieces(first: Point, points: list[Point]) -> Iterator[_Piece]:
    at = first
    for number in range(0, len(points) - 2, 3):
        hands, end = points[number : number + 2], points[number + 2]
        if end == at and all(hand == at for hand in hands):
            continue
        if not all(_is_between(at, hand, end) for hand in hands):
            yield "C", (*hands, end)
        elif abs(end[1] - at[1]) < _STRAIGHT:
            yield "H", (end,)
        elif abs(end[0] - at[0]) < _STRAIGHT:
            yield "V", (end,)
        else:
            yield "L", (end,)
        at = end


def _is_between(first: Point, hand: Point, last: Point) -> bool:
    """Whether the hand of a curve lies on the straight line between its ends."""
    (x, y), (dx, dy) = (hand[0] - first[0], hand[1] - first[1]), (last[0] - first[0], last[1] - first[1])
    length = math.hypot(dx, dy)
    if not length:
        return False
    return abs(x * dy - y * dx) < _STRAIGHT * length and -_STRAIGHT <= (x * dx + y * dy) / length <= length + _STRAIGHT


def _rounded(first: Point, pieces: list[_Piece]) -> tuple[Box, float] | None:
    """The rectangle that these pieces go around, and how far its corners are rounded."""
    letters = "".join(letter for letter, _ in pieces)
    if letters != "HCVCHCVC" or pieces[-1][1][-1] != first:
        return None
    ends = [first, *(points[-1] for _, points in pieces)]
    xs, ys = [x for x, _ in ends], [y for _, y in ends]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return box, min(abs(first[0] - box.left), abs(first[0] - box.right))


def _place(box: Box, radius: float) -> dict[str, str]:
    sizes = {"x": box.left, "y": box.top, "width": box.width, "height": box.height, "rx": radius}
    return {name: brief(size) for name, size in sizes.items()}


def _said(piece: _Piece) -> str:
    letter, points = piece
    if letter == "H":
        return f"H{brief(points[-1][0])}"
    if letter == "V":
        return f"V{brief(points[-1][1])}"
    return letter + " ".join(map(_written, points))


def _points(text: str) -> list[Point]:
    numbers = [float(number) for number in _NUMBER.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=False))


def _written(point: Point) -> str:
    return f"{brief(point[0])},{brief(point[1])}"
