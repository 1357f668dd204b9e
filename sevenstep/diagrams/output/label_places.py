"""Where the lines and symbols of a label stand: rows of cells, each column as wide as its widest cell.

What a cell over several columns needs beyond them goes to the last of these; what the label as a whole has beyond its
columns stays empty, at their right.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from sevenstep.diagrams.geometry import Box, Point, around
from sevenstep.diagrams.output import symbols
from sevenstep.diagrams.output.classes import Swatch
from sevenstep.diagrams.output.escape import plain
from sevenstep.diagrams.output.markup import Node
from sevenstep.diagrams.output.node_shapes import rectangle
from sevenstep.diagrams.output.outlines import brief
from sevenstep.diagrams.scene import Cell, Label, Line, font_size
from sevenstep.diagrams.text.measure import width

_LEADING = 1.2
_CLOCK = 14.0
"""What the clock before a waiting time takes."""


class Table:
    """A label with the sizes of its columns and rows."""

    def __init__(self, label: Label) -> None:
        self._label = label
        self._rows = [_inner_height(row, label.padding) for row in label.rows]
        self._columns = _columns(label)

    @property
    def size(self) -> tuple[float, float]:
        """How wide and high it is."""
        gap = self._label.spacing
        wide = sum(self._columns) + gap * (len(self._columns) + 1)
        return max(wide, self._label.table_width), sum(self._rows) + gap * (len(self._rows) + 1)

    def around(self, middle: Point) -> Iterator[Node]:
        """What it consists of, around a point."""
        box = around(middle, *self.size)
        if self._label.chip:
            yield rectangle("chip", box)
        yield from self.at((box.left, box.top))

    def at(self, corner: Point) -> Iterator[Node]:
        """What stands in its cells, from the upper left corner."""
        gap = self._label.spacing
        lefts = list(accumulate((size + gap for size in self._columns), initial=corner[0] + gap))
        tops = list(accumulate((size + gap for size in self._rows), initial=corner[1] + gap))
        for row, top, high in zip(self._label.rows, tops, self._rows, strict=False):
            column = 0
            for cell in row:
                end = column + cell.span
                box = Box(lefts[column], top, lefts[end] - gap, top + high)
                yield from _symbol(cell, box) if cell.symbol else _lines(cell, box, self._label.padding)
                column = end


def _columns(label: Label) -> list[float]:
    """How wide each column is."""
    count = max((sum(cell.span for cell in row) for row in label.rows), default=0)
    found = [0.0] * count
    for spanning in (False, True):
        for row in label.rows:
            column = 0
            for cell in row:
                end = column + cell.span
                if (cell.span > 1) == spanning:
                    there = sum(found[column:end]) + label.spacing * (cell.span - 1)
                    found[end - 1] += max(0.0, _width(cell, label.padding) - there)
                column = end
    return found


def _width(cell: Cell, padding: int) -> float:
    if cell.symbol:
        return cell.width
    widest = max((_line_width(line) for line in cell.lines), default=0.0)
    return max(widest + 2 * padding, cell.width)


def _line_width(line: Line) -> float:
    return width(plain(line.text), font_size(line.style)) + (_CLOCK if line.style == "wait" else 0)


def _inner_height(row: Sequence[Cell], padding: int) -> float:
    return max((cell.height if cell.symbol else _text_height(cell) + 2 * padding for cell in row), default=0.0)


def _text_height(cell: Cell) -> float:
    return sum(font_size(line.style) * _LEADING for line in cell.lines)


def _symbol(cell: Cell, box: Box) -> Iterator[Node]:
    place = around(box.middle, cell.width, cell.height)
    if cell.swatch is not None:
        entry = cell.swatch
        yield symbols.swatch(Swatch(entry.form, entry.shape, entry.style, entry.classes), place)
    else:
        yield from symbols.symbol(cell.symbol, place)


def _lines(cell: Cell, box: Box, padding: int) -> Iterator[Node]:
    top = box.middle[1] - _text_height(cell) / 2
    for line in cell.lines:
        size = font_size(line.style)
        yield from _line(line, size, cell, (box.left + padding, box.middle[0], box.right - padding), top + size)
        top += size * _LEADING


def _line(line: Line, size: float, cell: Cell, across: tuple[float, float, float], foot: float) -> Iterator[Node]:
    """A line of text; a waiting time has a clock before it."""
    said = plain(line.text)
    if not said:
        return
    left, middle, right = across
    anchor, x = {"LEFT": ("start", left), "CENTER": ("middle", middle), "RIGHT": ("end", right)}[cell.align]
    if line.style == "wait":
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        begin = x - share * _line_width(line)
        yield symbols.clock(begin + 7, foot - 3.4)
        anchor, x = "start", begin + _CLOCK
    where = {"text-anchor": anchor, "x": brief(x), "y": brief(foot), "font-size": brief(size)}
    yield symbols.written_text(line.style, where, said)
