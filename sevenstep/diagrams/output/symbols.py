"""What the engine has no shape for: events, gateways and clocks of a flow, and the swatches of a legend."""

from collections.abc import Iterator
from typing import Final

from sevenstep.diagrams.geometry import Box
from sevenstep.diagrams.looks.finding_marks import MARKS
from sevenstep.diagrams.output.classes import Swatch, unspaced
from sevenstep.diagrams.output.markup import Node
from sevenstep.diagrams.text.measure import width

_UNIT: Final[dict[str, str]] = {
    "cds": "0,0 0.75,0 1,0.5 0.75,1 0,1",
    "tab": "0,0 0.45,0 0.45,0.25 1,0.25 1,1 0,1",
    "note": "0,0 0.75,0 1,0.35 1,1 0,1",
    "component": "0,0 1,0 1,1 0,1 0,0.8 -0.08,0.8 -0.08,0.6 0,0.6 0,0.4 -0.08,0.4 -0.08,0.2 0,0.2",
    "box3d": "0,0.25 0.12,0 1,0 1,0.75 0.88,1 0,1",
    "diamond": "0.5,0 1,0.5 0.5,1 0,0.5",
    "house": "0.5,0 1,0.4 1,1 0,1 0,0.4",
    "triangle": "0.5,0 1,1 0,1",
    "hexagon": "0.25,0 0.75,0 1,0.5 0.75,1 0.25,1 0,0.5",
    "octagon": "0.3,0 0.7,0 1,0.3 1,0.7 0.7,1 0.3,1 0,0.7 0,0.3",
    "parallelogram": "0.25,0 1,0 0.75,1 0,1",
}
"""Shapes of the engine as polygons in a square of one unit."""
_SQUARE: Final = frozenset({"diamond", "house", "triangle", "hexagon", "octagon", "parallelogram"})
"""Those that are as high as they are wide."""


_ICONS: Final[dict[str, str]] = {
    "manual": "M-4,5.5V3.4A4,3.6 0 0 1 4,3.4V5.5Z",
    "assisted": "M-5.5,-4.5H5.5V2.8H-5.5ZM0,2.8V5.2M-3,5.2H3",
    "automatic": "M0,-5.6V-3.6M0,3.6V5.6M-5.6,0H-3.6M3.6,0H5.6M-4,-4L-2.6,-2.6M2.6,2.6L4,4M-4,4L-2.6,2.6M2.6,-2.6L4,-4",
}
"""How an activity is done: a person, a person's screen, a wheel; around their middles."""


def text(style: str, attributes: dict[str, str], said: str, *, centred: bool = False) -> Iterator[Node]:
    """A piece of text in its style; a waiting time has a clock before it.

    The engine places each line by the width it assumes; where lines are `centred`, they stay so in any font.
    """
    x = float(attributes["x"])
    said, has_clock = unspaced(said, style)
    if has_clock:
        start = x + 2
        yield clock(start + 5, float(attributes["y"]) - 3.4)
        attributes = {**attributes, "text-anchor": "start", "x": f"{start + 12:.1f}"}
    elif centred and attributes.get("text-anchor") == "start":
        middle = x + width(said, float(attributes["font-size"])) / 2
        attributes = {**attributes, "text-anchor": "middle", "x": f"{middle:.1f}"}
    yield written_text(style, attributes, said)


def written_text(css_class: str, where: dict[str, str], said: str) -> Node:
    """A piece of text; that it begins at its place needs no word."""
    if where.get("text-anchor") == "start":
        where = {name: value for name, value in where.items() if name != "text-anchor"}
    return Node("text", {"class": css_class, **where}, text=said)


def clock(x: float, y: float) -> Node:
    """What stands before a waiting time, around a point."""
    hands = f"M{x:.1f},{y - 2.4:.1f}V{y:.1f}L{x + 1.8:.1f},{y + 1.1:.1f}"
    return Node("g", {"class": "wait-clock"}, [_circle(x, y, 4), Node("path", {"d": hands})])


def symbol(name: str, box: Box) -> Iterator[Node]:
    """The symbol that a painted cell stands for."""
    x, y = box.middle
    if name in _ICONS:
        yield icon(name, x, y)
    elif name == "chip":
        yield Node("polygon", {"class": "chip", "points": _points("0,0 1,0 1,1 0,1", box)})
    elif name in {"start", "event", "end"}:
        radius = box.width / 2 - (1.7 if name == "end" else 0.8)
        yield _circle(x, y, radius, "shape")
        if name == "event":
            yield _circle(x, y, radius - 3, "fold")
    else:
        yield Node("polygon", {"class": "shape", "points": _points(_UNIT["diamond"], box)})
        yield _sign(name, x, y, box.width / 5.5)


def icon(name: str, x: float, y: float) -> Node:
    """How an activity is done, as a small drawing around a point."""
    parts = [Node("path", {"d": _ICONS[name]})]
    if name == "manual":
        parts.append(_circle(0, -3.2, 2.4))
    elif name == "automatic":
        parts.append(_circle(0, 0, 3.4))
    return Node("g", {"class": "icon", "transform": f"translate({x:.1f} {y:.1f})"}, parts)


def _sign(name: str, x: float, y: float, arm: float) -> Node:
    if name == "inclusive":
        return _circle(x, y, arm, "sign")
    left, right, top, bottom = x - arm, x + arm, y - arm, y + arm
    cross = f"M{left:.1f},{top:.1f}L{right:.1f},{bottom:.1f}M{right:.1f},{top:.1f}L{left:.1f},{bottom:.1f}"
    arm *= 1.25
    plus = f"M{x - arm:.1f},{y:.1f}H{x + arm:.1f}M{x:.1f},{y - arm:.1f}V{y + arm:.1f}"
    return Node("path", {"class": "sign", "d": plus if name == "parallel" else cross})


def swatch(look: Swatch, box: Box) -> Node:
    """What the legend shows."""
    if look.form == "edge":
        parts = list(_arrow(box))
    elif look.form == "line":
        return Node("g", {"class": f"edge {look.classes} legend"}, [_line(box)])
    elif look.form == "mark":
        x, y = box.middle
        where = {"text-anchor": "middle", "x": f"{x:.1f}", "y": f"{y + 4:.1f}", "font-size": "12"}
        style, _, type = look.classes.partition(" ")
        sign = next((mark for known, mark in MARKS.items() if known == type), "")
        return Node("text", {"class": f"{style} legend", **where}, text=sign)
    elif look.form == "clock":
        return clock(*box.middle)
    elif look.form == "icon":
        return icon(look.classes, *box.middle)
    else:
        parts = [_small(look.shape, "rounded" in look.style, box)]
    return Node("g", {"class": f"{look.form} {look.classes} legend"}, parts)


def _small(shape: str, rounded: bool, box: Box) -> Node:
    x, y = box.middle
    if shape == "circle":
        return _circle(x, y, box.height / 2 - 1, "shape")
    if shape in _SQUARE:
        inner = Box(x - 7, box.top, x + 7, box.top + 14)
        return Node("polygon", {"class": "shape", "points": _points(_UNIT[shape], inner)})
    left, top = box.left + 2, box.top + 1
    if shape in _UNIT:
        inner = Box(left, top, left + 21, top + 12)
        return Node("polygon", {"class": "shape", "points": _points(_UNIT[shape], inner)})
    sizes = {"x": f"{left:.1f}", "y": f"{top:.1f}", "width": "21", "height": "12"}
    return Node("rect", {"class": "shape", **sizes, "rx": "4" if rounded else "0"})


def _arrow(box: Box) -> Iterator[Node]:
    _, y = box.middle
    right = box.right - 2
    yield Node("path", {"class": "wire", "d": f"M{box.left + 1:.1f},{y:.1f}H{right - 6:.1f}"})
    head = f"{right:.1f},{y:.1f} {right - 7:.1f},{y - 2.6:.1f} {right - 7:.1f},{y + 2.6:.1f}"
    yield Node("polygon", {"class": "head", "points": head})


def _line(box: Box) -> Node:
    _, y = box.middle
    return Node("path", {"class": "wire", "d": f"M{box.left + 1:.1f},{y:.1f}H{box.right - 2:.1f}"})


def _points(unit: str, box: Box) -> str:
    shares = (point.split(",") for point in unit.split())
    return " ".join("{:.1f},{:.1f}".format(*box.at(float(x), float(y))) for x, y in shares)


def _circle(x: float, y: float, radius: float, classes: str = "") -> Node:
    attributes = {"class": classes} if classes else {}
    return Node("circle", {**attributes, "cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:.1f}"})
