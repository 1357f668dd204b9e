"""The sheet a chart is put together on: values on scales, everything else in pixels; at the end it is a chart.

No text is measured in a font of the machine: it is cut by our own widths, as in all pictures.
"""

import math
from collections.abc import Sequence
from typing import Final

from sevenstep.diagrams.charts.chart import WIDTH, Anchor, Chart, Form, Mark, Row, Scale, Shape, Words
from sevenstep.diagrams.charts.ticks import rounded_out, ticks
from sevenstep.diagrams.output.escape import plain
from sevenstep.diagrams.text.measure import shortened
from sevenstep.language import Language

SMALL: Final = 11.0
NORMAL: Final = 12.0
_TICK: Final = 90.0
_ROUND: Final = 10
"""Into how many round parts a scale goes about that ends on round numbers."""


class Plot:
    """A chart being put together. Coordinates are pixels from the upper left corner, or values where a scale is named.

    A scale runs over a range of pixels, from the left or (for scales named ``y``) from the bottom.
    """

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.width = width
        self.height = height
        self._scales: dict[str, Scale] = {}
        self._parts: list[Mark | Words] = []

    def scale(
        self,
        name: str,
        values: tuple[float, float],
        pixels: tuple[float, float],
        *,
        zero: bool = True,
        nice: bool = True,
    ) -> str:
        """A scale on which `values` lie between `pixels`; `nice` ends it on round numbers. Returns its name."""
        low, high = (min(0.0, *values), max(0.0, *values)) if zero else values
        if nice:
            low, high = rounded_out(low, high, _ROUND)
        self._scales[name] = Scale((low, high), pixels)
        return name

    def pixel(self, scale: str, value: float) -> float:
        """Where a value stands on a scale."""
        return self._scales[scale].pixel(value)

    def axis(
        self, scale: str, *, down: bool = False, at: float = 0, long: float = 0, count: int = 5, factor: float = 1.0
    ) -> list[float]:
        """Numbers along a scale, each its value times `factor`, with thin lines `long` pixels across the chart; `at`
        pixels from the corner. Returns where they stand."""
        low, high = self._scales[scale].values
        marked = ticks(low * factor, high * factor, count)
        places = [(self.pixel(scale, value / factor), said) for value, said in marked]
        if long:
            ends = {"x": at, "x2": at + long} if down else {"y": at, "y2": at - long}
            self.rules("grid", [{**ends, **({"y": to, "y2": to} if down else {"x": to, "x2": to})} for to, _ in places])
        for to, said in places:
            if down:
                self.text("note", said, at - 7, to + SMALL * 0.35, max_width=at - 8, anchor="end")
            else:
                self.text("note", said, to, at + SMALL + 4, max_width=_TICK, anchor="middle")
        return [to for to, _ in places]

    def bars(self, css_classes: str, rows: Sequence[Row], across: str = "", down: str = "") -> None:
        """Rectangles from (x, y) to (x2, y2); `says` is shown beside the pointer."""
        self._mark("bar", css_classes, rows, across, down)

    def rules(self, css_classes: str, rows: Sequence[Row], across: str = "", down: str = "") -> None:
        """Straight lines from (x, y) to (x2, y2)."""
        self._mark("rule", css_classes, rows, across, down)

    def points(
        self,
        css_classes: str,
        rows: Sequence[Row],
        across: str = "",
        down: str = "",
        *,
        shape: Shape = "circle",
        size: int = 60,
    ) -> None:
        """Marks of a shape at (x, y); a square of `size` square pixels holds each."""
        self._mark(shape, css_classes, rows, across, down, size)

    def line(self, css_classes: str, rows: Sequence[Row], across: str = "", down: str = "") -> None:
        """A line through the points (x, y), in their order."""
        self._mark("line", css_classes, rows, across, down)

    def area(self, css_classes: str, rows: Sequence[Row], across: str = "", down: str = "") -> None:
        """What lies between the corners (x, y)."""
        self._mark("area", css_classes, rows, across, down)

    def text(
        self,
        ink: str,
        said: str,
        x: float,
        y: float,
        *,
        max_width: float,
        anchor: Anchor = "start",
        size: float = SMALL,
        across: str = "",
        down: str = "",
        aside: float = 0,
        above: float = 0,
    ) -> None:
        """One line of text at (x, y), cut where it is wider than `max_width`, moved `aside` and `above` by pixels."""
        shown = shortened(plain(said), max_width, size)
        if shown:
            x = (self.pixel(across, x) if across else x) + aside
            y = (self.pixel(down, y) if down else y) - above
            self._parts.append(Words(ink, shown, x, y, anchor, size))

    def chart(self, name: str, title: str, says: str, language: Language) -> Chart:
        """The chart, finished."""
        return Chart(name, plain(title), plain(says), language, self.width, self.height, tuple(self._parts))

    def _mark(self, form: Form, css_classes: str, rows: Sequence[Row], across: str, down: str, size: float = 0) -> None:
        if rows:
            scales = self._scales.get(across), self._scales.get(down)
            self._parts.append(Mark(form, css_classes, tuple(map(_cleaned, rows)), *scales, size))


def _cleaned(row: Row) -> Row:
    return {key: plain(value) if isinstance(value, str) else value for key, value in row.items()}


def is_drawable(numbers: Sequence[float]) -> bool:
    """Whether all numbers can be put on a scale."""
    return bool(numbers) and all(math.isfinite(number) and abs(number) < 1e15 for number in numbers)
