"""A chart as a picture: its marks as SVG, their looks as classes of the style sheet of all pictures."""

import math
from collections.abc import Iterator

from sevenstep.diagrams.charts.chart import WIDTH, Chart, Mark, Row, Scale, Words
from sevenstep.diagrams.output.markup import Node
from sevenstep.diagrams.output.outlines import brief
from sevenstep.diagrams.output.picture import Picture, picture
from sevenstep.diagrams.output.symbols import written_text


def drawn(chart: Chart) -> Picture:
    """The chart, drawn."""
    says = [Node("desc", {}, text=chart.says)] if chart.says else []
    parts = (_words(part) if isinstance(part, Words) else _marks(part) for part in chart.parts)
    size = chart.width, chart.height
    css_classes = "sevenstep-picture chart" if chart.width >= WIDTH else "sevenstep-picture chart narrow"
    return picture(chart.name, chart.language, size, chart.title, [*says, *parts], classes=css_classes, role="img")


def _words(words: Words) -> Node:
    where = {"text-anchor": words.anchor, "x": brief(words.x), "y": brief(words.y), "font-size": f"{words.size:g}"}
    return written_text(words.ink, where, words.says)


def _marks(mark: Mark) -> Node:
    drawing = [_line(mark)] if mark.form in {"line", "area"} else list(_each(mark))
    return Node("g", {"class": mark.css_classes}, drawing)


def _line(mark: Mark) -> Node:
    points = (f"{brief(x)},{brief(y)}" for x, y in (_place(mark, row) for row in mark.rows))
    return Node("path", {"d": f"M{'L'.join(points)}{'Z' if mark.form == 'area' else ''}"})


def _each(mark: Mark) -> Iterator[Node]:
    for row in mark.rows:
        tip = row.get("says")
        inside = [Node("title", {}, text=str(tip))] if tip else []
        x, y = _place(mark, row)
        radius = math.sqrt(mark.size) / 2
        if mark.form == "circle":
            yield Node("circle", {"cx": brief(x), "cy": brief(y), "r": brief(radius)}, inside)
        elif mark.form == "diamond":
            yield Node("path", {"d": _diamond(x, y, radius)}, inside)
        elif mark.form == "square":
            yield _bar(x - radius, y - radius, x + radius, y + radius, inside)
        else:
            x2, y2 = _place(mark, row, "2")
            yield _bar(x, y, x2, y2, inside) if mark.form == "bar" else _rule(x, y, x2, y2, inside)


def _bar(x: float, y: float, x2: float, y2: float, inside: list[Node]) -> Node:
    left, top, right, bottom = min(x, x2), min(y, y2), max(x, x2), max(y, y2)
    sizes = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    return Node("rect", {name: brief(size) for name, size in sizes.items()}, inside)


def _rule(x: float, y: float, x2: float, y2: float, inside: list[Node]) -> Node:
    ends = {"x1": x, "y1": y, "x2": x2, "y2": y2}
    return Node("line", {name: brief(end) for name, end in ends.items()}, inside)


def _diamond(x: float, y: float, radius: float) -> str:
    corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
    return f"M{'L'.join(f'{brief(across)},{brief(down)}' for across, down in corners)}Z"


def _place(mark: Mark, row: Row, end: str = "") -> tuple[float, float]:
    return _pixel(mark.across, row[f"x{end}"]), _pixel(mark.down, row[f"y{end}"])


def _pixel(scale: Scale | None, value: float | str) -> float:
    pixels = scale.pixel(float(value)) if scale is not None else float(value)
    if not math.isfinite(pixels):
        raise ValueError(f"a place that is none: {value}")
    return pixels
