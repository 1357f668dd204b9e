"""The sheet a chart is put together on: values on scales, everything else in pixels; at the end it is a Vega chart.

Vega places and scales; the looks are classes, which the SVG keeps. Text goes in as the description of a point that is
replaced by a text later: so no chart depends on the fonts of the machine it is drawn on, and what the model says is
data, never a part of the specification.
"""

import json
import math
from collections.abc import Sequence
from typing import Any, Final, Literal

from sevenstep.diagrams.charts.chart import WIDTH, Chart
from sevenstep.diagrams.charts.ticks import rounded_out, ticks
from sevenstep.diagrams.output.escape import plain
from sevenstep.diagrams.text.measure import shortened
from sevenstep.language import Language

Anchor = Literal["start", "middle", "end"]
Row = dict[str, float | str]

SMALL: Final = 11.0
NORMAL: Final = 12.0
_SCHEMA: Final = "https://vega.github.io/schema/vega/v6.json"  # names the format; nothing is fetched
_TICK: Final = 90.0
_ROUND: Final = 10
"""Into how many round parts a scale goes about that ends on round numbers."""


class Plot:
    """A chart being put together. Coordinates are pixels from the upper left corner, or values where a scale is named.

    A scale runs over a range of pixels, from the left or (for scales named ``y``) from the bottom. Its ends and the
    numbers along it are worked out here, not by Vega: numbers are written in one way everywhere.
    """

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.width = width
        self.height = height
        self._scales: list[dict[str, Any]] = []
        self._reach: dict[str, tuple[tuple[float, float], tuple[float, float]]] = {}
        self._data: list[dict[str, Any]] = []
        self._marks: list[dict[str, Any]] = []

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
        self._reach[name] = (low, high), pixels
        self._scales.append(
            {"name": name, "type": "linear", "domain": [low, high], "range": list(pixels), "zero": False, "nice": False}
        )
        return name

    def pixel(self, scale: str, value: float) -> float:
        """Where a value stands on a scale."""
        (low, high), (first, last) = self._reach[scale]
        return first + (value - low) / (high - low) * (last - first) if high != low else (first + last) / 2

    def axis(
        self, scale: str, *, down: bool = False, at: float = 0, long: float = 0, count: int = 5, factor: float = 1.0
    ) -> list[float]:
        """Numbers along a scale, each its value times `factor`, with thin lines `long` pixels across the chart; `at`
        pixels from the corner. Returns where they stand."""
        (low, high), _ = self._reach[scale]
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
        self._mark("rect", css_classes, rows, across, down, ("x", "x2", "y", "y2"))

    def rules(self, css_classes: str, rows: Sequence[Row], across: str = "", down: str = "") -> None:
        """Straight lines from (x, y) to (x2, y2)."""
        self._mark("rule", css_classes, rows, across, down, ("x", "x2", "y", "y2"))

    def points(
        self,
        css_classes: str,
        rows: Sequence[Row],
        across: str = "",
        down: str = "",
        *,
        shape: str = "circle",
        size: int = 60,
    ) -> None:
        """Marks of a shape at (x, y)."""
        self._mark("symbol", css_classes, rows, across, down, ("x", "y"), shape={"value": shape}, size={"value": size})

    def line(self, css_classes: str, rows: Sequence[Row], across: str = "", down: str = "") -> None:
        """A line through the points (x, y), in their order."""
        self._mark("line", css_classes, rows, across, down, ("x", "y"))

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
            row: Row = {"x": x, "y": y, "says": shown}
            self._mark(
                "symbol", f"text {ink} {anchor} {size:g}", [row], across, down, ("x", "y"), moved=(aside, -above)
            )

    def chart(self, name: str, title: str, says: str, language: Language) -> Chart:
        """The chart, finished."""
        spec = {
            "$schema": _SCHEMA,
            "width": self.width,
            "height": self.height,
            "padding": 0,
            "autosize": "none",
            "data": self._data,
            "scales": self._scales,
            "marks": self._marks,
        }
        text = json.dumps(spec, ensure_ascii=False, allow_nan=False)
        return Chart(name, plain(title), plain(says), language, self.width, self.height, text)

    def _mark(
        self,
        kind: str,
        css_classes: str,
        rows: Sequence[Row],
        across: str,
        down: str,
        fields: Sequence[str],
        moved: tuple[float, float] = (0, 0),
        **more: Any,
    ) -> None:
        if not rows:
            return
        data = f"d{len(self._data)}"
        self._data.append({"name": data, "values": [_cleaned(row) for row in rows]})
        encoded: dict[str, Any] = {field: _channel(field, across if field[0] == "x" else down) for field in fields}
        for field, pixels in zip(("x", "y"), moved, strict=True):
            if pixels:
                encoded[field]["offset"] = pixels
        if kind != "line":
            encoded["description"] = {"field": "says"}
        drawn = {"stroke": {"value": "#000"}} if kind in {"rule", "line"} else {"fill": {"value": "#000"}}
        self._marks.append(
            {
                "type": kind,
                "name": f"{css_classes} {data}",
                "from": {"data": data},
                "encode": {"enter": {**encoded, **drawn, **more}},
            }
        )


def _channel(field: str, scale: str) -> dict[str, Any]:
    return {"field": field, "scale": scale} if scale else {"field": field}


def _cleaned(row: Row) -> Row:
    return {key: plain(value) if isinstance(value, str) else value for key, value in row.items()}


def is_drawable(numbers: Sequence[float]) -> bool:
    """Whether all numbers can be put on a scale."""
    return bool(numbers) and all(math.isfinite(number) and abs(number) < 1e15 for number in numbers)
