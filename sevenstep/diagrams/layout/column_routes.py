"""The ways of lines between cards in columns: through the gaps between cards, never behind one."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.layout.spline import short_of
from sevenstep.diagrams.scene import Curve, Heads

_MARGIN: Final = 5.0
"""How far a line stays away from the cards that it passes."""
_BULGE: Final = 18.0


class Columns:
    """Where cards stand, column by column from the left, those of a column from top to bottom."""

    def __init__(self, columns: Sequence[Sequence[Box]]) -> None:
        self._columns = [sorted(boxes, key=lambda box: box.top) for boxes in columns if boxes]
        self._sides = [(min(box.left for box in boxes), max(box.right for box in boxes)) for boxes in self._columns]

    def route(self, start: Box, end: Box, heads: Heads = Heads.LAST) -> Curve:
        """The line from one card to another, with room for its heads."""
        first, last = self._place(start), self._place(end)
        if first == last:
            points = self._aside(start, end, self._sides[first][1])
        else:
            points = self._across(start, end, first, last)
        return headed(points, heads)

    def _place(self, box: Box) -> int:
        """The number of the column that a card stands in."""
        x = box.middle[0]
        return next(at for at, (left, right) in enumerate(self._sides) if left <= x <= right)

    def _aside(self, start: Box, end: Box, right: float) -> list[Point]:
        """Beside the cards of one column: straight down to the next card, around what stands between."""
        below, above = (end, start) if end.top > start.top else (start, end)
        between = [box for box in self._columns[self._place(start)] if above.bottom < box.middle[1] < below.top]
        if not between:
            x = max(start.left, end.left) + min(start.width, end.width) / 2
            ends = ((x, start.bottom), (x, end.top)) if end is below else ((x, start.top), (x, end.bottom))
            return straight_piece(*ends)
        out = right + _BULGE
        a, b = (start.right, start.middle[1]), (end.right, end.middle[1])
        return [a, (out, a[1]), (out, b[1]), b]

    def _across(self, start: Box, end: Box, first: int, last: int) -> list[Point]:
        """Level through the columns between, and in curves from column to column."""
        onward = 1 if last > first else -1
        here = (start.right if onward > 0 else start.left, start.middle[1])
        goal = (end.left if onward > 0 else end.right, end.middle[1])
        points = [here]
        for at in range(first + onward, last, onward):
            near, far = self._sides[at][::onward]
            share = (near - here[0]) / (goal[0] - here[0])
            level = self._free(at, here[1] + (goal[1] - here[1]) * share)
            points += [*curve_piece(here, (near, level))[1:], *straight_piece((near, level), (far, level))[1:]]
            here = (far, level)
        return [*points, *curve_piece(here, goal)[1:]]

    def _free(self, column: int, wish: float) -> float:
        """The height nearest to the wish at which a line passes a column without touching a card."""
        boxes = self._columns[column]
        best = min((boxes[0].top - 2 * _MARGIN, boxes[-1].bottom + 2 * _MARGIN), key=lambda y: abs(y - wish))
        if wish < boxes[0].top - _MARGIN or wish > boxes[-1].bottom + _MARGIN:
            return wish
        for upper, lower in pairwise(boxes):
            top, bottom = upper.bottom + _MARGIN, lower.top - _MARGIN
            if top <= bottom:
                level = min(bottom, max(top, wish))
                best = level if abs(level - wish) < abs(best - wish) else best
        return best


def curve_piece(start: Point, end: Point) -> list[Point]:
    """A curve that leaves and arrives level."""
    half = (end[0] - start[0]) / 2
    return [start, (start[0] + half, start[1]), (end[0] - half, end[1]), end]


def straight_piece(start: Point, end: Point) -> list[Point]:
    """A straight line as a piece of a curve."""
    return [start, start, end, end]


def headed(points: Sequence[Point], heads: Heads) -> Curve:
    """The line with its tips where it began and ended, and as much shorter as its heads are long."""
    first, last = heads in {Heads.FIRST, Heads.BOTH}, heads in {Heads.LAST, Heads.BOTH}
    way = list(points)
    if first:
        way[0] = short_of(points[0], next((point for point in points[1:] if point != points[0]), points[0]))
    if last:
        way[-1] = short_of(points[-1], next((point for point in points[-2::-1] if point != points[-1]), points[-1]))
    return Curve(tuple(way), points[0] if first else None, points[-1] if last else None)
