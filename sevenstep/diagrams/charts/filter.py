"""From Vega's SVG to ours: parsed, filtered by an allow-list, its looks replaced by CSS classes."""

import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from sevenstep.diagrams.charts.chart import Chart
from sevenstep.diagrams.output.markup import Node
from sevenstep.diagrams.output.picture import Picture, Unexpected, picture
from sevenstep.diagrams.output.symbols import written_text

_NAMESPACE: Final = "{http://www.w3.org/2000/svg}"
_MOVE: Final = re.compile(r"translate\((-?[\d.e-]+)[, ]+(-?[\d.e-]+)\)")
_OUTLINE: Final = re.compile(r"[MLHVAZCQmlhvazcq\d.,\-e ]+")
_CLASSES: Final = re.compile(r"[\w\- .]*")

Place = tuple[float, float]


def filtered(raw: str, chart: Chart) -> Picture:
    """The chart's picture out of Vega's SVG; raises Unexpected."""
    try:
        root = ElementTree.fromstring(raw)  # noqa: S314 - Vega's own output; expat loads nothing from outside
    except ElementTree.ParseError as error:
        raise Unexpected(f"no XML: {error}") from error
    parts = list(_groups(root, (0.0, 0.0)))
    says = [Node("desc", {}, text=chart.says)] if chart.says else []
    css_classes = "sevenstep-picture chart"
    size = chart.width, chart.height
    return picture(chart.name, chart.language, size, chart.title, [*says, *parts], classes=css_classes, role="img")


def _groups(element: ElementTree.Element, at: Place) -> Iterator[Node]:
    """The groups that hold marks, wherever they are nested."""
    for child in element:
        if child.tag != f"{_NAMESPACE}g":
            continue
        here = _moved(child, at)
        css_classes = _looks(child)
        if css_classes is None:
            yield from _groups(child, here)
        elif css_classes[:1] == ["text"]:
            yield from _texts(child, here, css_classes)
        elif parts := list(_pieces(child, here)):
            yield Node("g", {"class": " ".join(css_classes)}, parts)


def _looks(group: ElementTree.Element) -> list[str] | None:
    """The classes of a group of marks; None where the group only holds others."""
    classes = group.get("class", "")
    if not _CLASSES.fullmatch(classes):
        raise Unexpected(f"class {classes[:40]!r}")
    listed = classes.split()
    if "role-mark" in listed and "mark-group" not in listed:
        return listed[2:-1]  # behind Vega's two words: ours, and the name of the data
    return None


def _texts(group: ElementTree.Element, at: Place, css_classes: list[str]) -> Iterator[Node]:
    """Points that stand for a text: their looks are ``text INK ANCHOR SIZE``."""
    _, ink, anchor, size = css_classes
    for point in group:
        x, y = _moved(point, at)
        where = {"text-anchor": anchor, "x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": size}
        yield written_text(ink, where, point.get("aria-label", ""))


def _pieces(group: ElementTree.Element, at: Place) -> Iterator[Node]:
    for child in group:
        tag = str(child.tag).removeprefix(_NAMESPACE)
        x, y = _moved(child, at)
        tip = child.get("aria-label", "")
        inside = [Node("title", {}, text=tip)] if tip else []
        if tag == "line":
            x2, y2 = x + _number(child, "x2"), y + _number(child, "y2")
            ends = {"x1": f"{x:.1f}", "y1": f"{y:.1f}", "x2": f"{x2:.1f}", "y2": f"{y2:.1f}"}
            yield Node("line", ends, inside)
        elif tag == "path":
            yield Node("path", _outline(child, x, y), inside)
        else:
            raise Unexpected(f"<{tag[:40]}>")


def _outline(path: ElementTree.Element, x: float, y: float) -> dict[str, str]:
    drawn = path.get("d", "")
    if not _OUTLINE.fullmatch(drawn):
        raise Unexpected("an outline that is none")
    return {"d": drawn, "transform": f"translate({x:.1f} {y:.1f})"} if x or y else {"d": drawn}


def _moved(element: ElementTree.Element, at: Place) -> Place:
    move = _MOVE.match(element.get("transform", ""))
    return (at[0] + float(move[1]), at[1] + float(move[2])) if move else at


def _number(element: ElementTree.Element, name: str) -> float:
    try:
        return float(element.get(name, "0"))
    except ValueError as error:
        raise Unexpected(f"{name} is no number") from error
