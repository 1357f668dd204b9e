"""A table as a picture: heads at the left and above, marks where they meet, every second row on a band."""

from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.scene import NOWHERE, Address, Cell, Label, Line, font_size
from sevenstep.diagrams.text.measure import shortened, width, wrap
from sevenstep.model.element import Element

ROW: Final = 25.0
_PAD: Final = 8.0


class Grid:
    """Where rows and columns stand; the first row begins below the heads of the columns."""

    def __init__(self, canvas: Canvas, key: str, top: float, left: float, column: float, head: float = 66.0) -> None:
        """`left` is how wide the heads of rows are, `column` how wide each column, `head` how high their heads."""
        self._canvas = canvas
        self._key = key
        self._top = top
        self._left = left
        self._column = column
        self._head = head
        self._rows = 0

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self._top + self._head + self._rows * ROW

    def at(self, row: int, column: int) -> Point:
        """The middle of a field."""
        return self._left + (column + 0.5) * self._column, self._top + self._head + (row + 0.5) * ROW

    def bands(self, rows: int, columns: int) -> None:
        """The ground of every second row; to be drawn first."""
        self._rows = rows
        whole = self._left + columns * self._column
        for row in range(0, rows, 2):
            middle = (whole / 2, self.at(row, 0)[1])
            self._canvas.node(f"{self._key} band {row}", Label((), whole, ROW), "band", None, "box", "filled", middle)

    def column_head(self, column: int, element: Element, text: str = "") -> None:
        """What stands over a column: the title of an element, or a short `text` for it."""
        room = self._column - 6
        lines = (text,) if text else wrap(self._canvas.said(element.title), room, font_size("name"), 4)
        said = Label(((Cell(tuple(Line(line, "name") for line in lines)),),), room + 4, len(lines) * 15 + 4)
        at = (self.at(0, column)[0], self._top + self._head - said.height / 2 - 4)
        self._canvas.node(
            f"{self._key} column {column}", said, "caption grid-head", at=at, address=self._canvas.address(element)
        )

    def row_head(self, row: int, element: Element, number: str = "", note: str = "") -> None:
        """What stands before a row: a number, the title of an element, a small note."""
        room = self._left - 2 * _PAD - (24 if number else 0)
        taken = width(note, font_size("note")) + 10 if note else 0
        taken = taken if taken < room / 2 else room / 2
        title = shortened(self._canvas.said(element.title), room - taken, font_size("name"))
        cells = [Cell((Line(number, "note"),), "RIGHT", width=20)] if number else []
        cells.append(Cell((Line(title, "name"),), "LEFT", width=room - taken))
        if note:
            cells.append(Cell((Line(shortened(note, taken - 8, font_size("note")), "note"),), "RIGHT", width=taken))
        label = Label((tuple(cells),), self._left - _PAD, ROW - 2, table_width=self._left - 2 * _PAD)
        at = (self._left / 2, self.at(row, 0)[1])
        self._canvas.node(f"{self._key} row {row}", label, "grid-row", at=at, address=self._canvas.address(element))

    def empty(self, row: int, column: int) -> None:
        """A field in which nothing can stand."""
        label = Label((), min(self._column, 34.0) - 2, ROW - 9)
        self._canvas.node(f"{self._key} no {row} {column}", label, "shelf", None, "box", "filled", self.at(row, column))

    def mark(
        self,
        at: Point,
        text: str,
        classes: str,
        size: Point,
        address: Address = NOWHERE,
    ) -> str:
        """A mark in a field."""
        label = Label(((Cell((Line(text, "name"),)),),), *size, padding=0)
        key = f"{self._key} mark {at[0]:.1f} {at[1]:.1f}"
        return self._canvas.node(key, label, f"grid-mark {classes}", None, "box", "rounded,filled", at, address)
