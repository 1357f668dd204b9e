"""What the engine has no shape for: events, gateways and clocks of a flow, and the swatches of a legend."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sevenstep.diagrams.looks.finding_marks import MARKS
from sevenstep.diagrams.output.markup import Node
from sevenstep.diagrams.text.measure import width

_UNIT: Final[dict[str, str]] = {
    "cds": "0,0 0.75,0 1,0.5 0.75,1 0,1",
    "tab": "0,0 0.45,0 0.45,0.25 1,0.25 1,1 0,1",
    "note": "0,0 0.75,0 1,0.35 1,1 0,1",
    "component": "0,0 1,0 1,1 0,1 0,0.8 -0.08,0.8 -0.08,0.6 0,0.6 0,0.4 -0.08,0.4 -0.08,0.2 0,0.2",
    "box3d": "0,0.25 0.12,0 1,0 1,0.75 0.88,1 0,1",
    "diamond": "0.5,0 1,0.5 0.5,1 0,0.5",
}


class Box(NamedTuple):
    """A rectangle: its corner with the least coordinates, its size."""

    x: float
    y: float
    width: float
    height: float

    def at(self, across: float, down: float) -> str:
        """A point of it, each coordinate as a share of its size."""
        return f"{self.x + across * self.width:.2f},{self.y + down * self.height:.2f}"

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


def text(ink: str, attributes: dict[str, str], said: str, *, centred: bool = False) -> Iterator[Node]:
    """A piece of text in its ink; a waiting time has a clock before it.

    The engine places each line by the width it assumes; where lines are `centred`, they stay so in any font.
    """
    x = float(attributes["x"])
    if ink == "wait" and said.startswith("\xa0"):
        start = x + 2
        yield _clock(start + 5, float(attributes["y"]) - 3.4)
        attributes = {**attributes, "text-anchor": "start", "x": f"{start + 12:.2f}"}
    elif centred and attributes.get("text-anchor") == "start":
        middle = x + width(said, float(attributes["font-size"])) / 2
        attributes = {**attributes, "text-anchor": "middle", "x": f"{middle:.2f}"}
    yield Node("text", {"class": ink, **attributes}, text=said.lstrip("\xa0") if ink == "wait" else said)


def _clock(x: float, y: float) -> Node:
    hands = f"M{x:.2f},{y - 2.4:.2f}V{y:.2f}L{x + 1.8:.2f},{y + 1.1:.2f}"
    return Node("g", {"class": "wait-clock"}, [_circle(x, y, 4), Node("path", {"d": hands})])


def glyph(name: str, box: Box) -> Iterator[Node]:
    """The glyph that a painted cell stands for."""
    x, y = box.middle
    if name == "chip":
        yield Node("polygon", {"class": "chip", "points": _points("0,0 1,0 1,1 0,1", box)})
    elif name in {"start", "event", "end"}:
        radius = box.width / 2 - (1.7 if name == "end" else 0.8)
        yield _circle(x, y, radius, "shape")
        if name == "event":
            yield _circle(x, y, radius - 3, "fold")
    else:
        yield Node("polygon", {"class": "shape", "points": _points(_UNIT["diamond"], box)})
        yield _sign(name, x, y, box.width / 5.5)


def _sign(name: str, x: float, y: float, arm: float) -> Node:
    if name == "inclusive":
        return _circle(x, y, arm, "sign")
    left, right, top, bottom = x - arm, x + arm, y - arm, y + arm
    cross = f"M{left:.2f},{top:.2f}L{right:.2f},{bottom:.2f}M{right:.2f},{top:.2f}L{left:.2f},{bottom:.2f}"
    arm *= 1.25
    plus = f"M{x - arm:.2f},{y:.2f}H{x + arm:.2f}M{x:.2f},{y - arm:.2f}V{y + arm:.2f}"
    return Node("path", {"class": "sign", "d": plus if name == "parallel" else cross})


def swatch(look: str, box: Box) -> Node:
    """What the legend shows for ``form/shape/style/classes``."""
    form, shape, style, classes = (*look.split("/", 3), "", "", "")[:4]
    if form == "edge":
        parts = list(_arrow(box))
    elif form == "mark":
        x, y = box.middle
        where = {"text-anchor": "middle", "x": f"{x:.2f}", "y": f"{y + 4:.2f}", "font-size": "10"}
        ink, _, type = classes.partition(" ")
        sign = next((mark for known, mark in MARKS.items() if known == type), "")
        return Node("text", {"class": f"{ink} legend", **where}, text=sign)
    elif "clock" in form:
        return _clock(*box.middle)
    else:
        parts = [_small(shape, "rounded" in style, box)]
    return Node("g", {"class": f"{form} {classes} legend"}, parts)


def _small(shape: str, rounded: bool, box: Box) -> Node:
    x, y = box.middle
    if shape == "circle":
        return _circle(x, y, box.height / 2 - 1, "shape")
    if shape in _UNIT:
        inner = Box(x - 7, box.y, 14, 14) if shape == "diamond" else Box(box.x + 2, box.y + 1, 21, 12)
        return Node("polygon", {"class": "shape", "points": _points(_UNIT[shape], inner)})
    sizes = {"x": f"{box.x + 2:.2f}", "y": f"{box.y + 1:.2f}", "width": "21", "height": "12"}
    corner = "4" if rounded else "0"
    return Node("rect", {"class": "shape", **sizes, "rx": corner})


def _arrow(box: Box) -> Iterator[Node]:
    _, y = box.middle
    right = box.x + box.width - 2
    yield Node("path", {"class": "wire", "d": f"M{box.x + 1:.2f},{y:.2f}H{right - 6:.2f}"})
    head = f"{right:.2f},{y:.2f} {right - 7:.2f},{y - 2.6:.2f} {right - 7:.2f},{y + 2.6:.2f}"
    yield Node("polygon", {"class": "head", "points": head})


def _points(unit: str, box: Box) -> str:
    pairs = (point.split(",") for point in unit.split())
    return " ".join(box.at(float(across), float(down)) for across, down in pairs)


def _circle(x: float, y: float, radius: float, classes: str = "") -> Node:
    looks = {"class": classes} if classes else {}
    return Node("circle", {**looks, "cx": f"{x:.2f}", "cy": f"{y:.2f}", "r": f"{radius:.2f}"})
