"""The shapes of nodes as SVG, in the place of the node: an outline, and what is folded or drawn within it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.output.markup import Node
from sevenstep.diagrams.output.outlines import brief

_ROUND: Final = 12.0
"""How far corners are rounded, where the shape is large enough."""
_SHARES: Final[dict[str, tuple[Point, ...]]] = {
    "diamond": ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    "hexagon": ((0.25, 0), (0.75, 0), (1, 0.5), (0.75, 1), (0.25, 1), (0, 0.5)),
    "octagon": ((0.293, 0), (0.707, 0), (1, 0.293), (1, 0.707), (0.707, 1), (0.293, 1), (0, 0.707), (0, 0.293)),
    "parallelogram": ((0.212, 0), (1, 0), (0.788, 1), (0, 1)),
    "house": ((0.5, 0), (1, 0.345), (1, 0.904), (0, 0.904), (0, 0.345)),
}
"""Corners as shares of the node's size."""


def shape(name: str, style: str, box: Box) -> Iterator[Node]:
    """The shape of that name and style, as large as the box; raises KeyError for one that is not known."""
    if name in {"none", "plain"}:
        return
    if name == "box":
        yield rectangle("shape", box, corner(box) if "rounded" in style else 0)
    elif name in {"ellipse", "circle"}:
        yield _ellipse(box if name == "ellipse" else _squared(box))
    elif name in _SHARES:
        yield polygon("shape", [box.at(*share) for share in _SHARES[name]])
    else:
        yield from _FOLDED[name](box, corner(box))


def corner(box: Box) -> float:
    """How far the corners of such a box are rounded, or folded."""
    return min(_ROUND, box.width / 3, box.height / 3)


def rectangle(css_class: str, box: Box, radius: float = 0) -> Node:
    """A rectangle, its corners rounded where there is a radius."""
    sizes = {"x": box.left, "y": box.top, "width": box.width, "height": box.height}
    rounded = {"rx": brief(radius)} if radius else {}
    return Node("rect", {"class": css_class, **{name: brief(size) for name, size in sizes.items()}, **rounded})


def polygon(css_class: str, corners: Sequence[Point]) -> Node:
    """A closed line of straight pieces."""
    return Node("polygon", {"class": css_class, "points": _listed(corners)})


def _fold(*corners: Point) -> Node:
    return Node("polyline", {"class": "fold", "points": _listed(corners)})


def _listed(points: Sequence[Point]) -> str:
    return " ".join(f"{brief(x)},{brief(y)}" for x, y in points)


def _squared(box: Box) -> Box:
    """The square around the middle that holds the box."""
    (x, y), half = box.middle, max(box.width, box.height) / 2
    return Box(x - half, y - half, x + half, y + half)


def _ellipse(box: Box) -> Node:
    (x, y), (rx, ry) = box.middle, (box.width / 2, box.height / 2)
    where = {"cx": brief(x), "cy": brief(y)}
    if rx == ry:
        return Node("circle", {"class": "shape", **where, "r": brief(rx)})
    return Node("ellipse", {"class": "shape", **where, "rx": brief(rx), "ry": brief(ry)})


def _note(box: Box, at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    inner = right - at / 2, top + at / 2
    yield polygon("shape", [(left, top), (inner[0], top), (right, inner[1]), (right, bottom), (left, bottom)])
    yield _fold((inner[0], top), inner, (right, inner[1]))


def _tab(box: Box, at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    above = top - at / 3
    yield polygon(
        "shape", [(left, above), (left + at, above), (left + at, top), (right, top), (right, bottom), (left, bottom)]
    )
    yield _fold((left, top), (left + at, top))


def _folder(box: Box, at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    above, begin, end = top - at / 3, right - 2.25 * at, right - at / 4
    lid = [(begin, top), (begin + at / 4, above), (end, above), (right, top)]
    yield polygon("shape", [(left, top), *lid, (right, bottom), (left, bottom)])


def _box3d(box: Box, at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    deep = at / 3
    front = right - deep, top + deep
    yield polygon(
        "shape",
        [
            (left, front[1]),
            (left + deep, top),
            (right, top),
            (right, bottom - deep),
            (front[0], bottom),
            (left, bottom),
        ],
    )
    yield _fold((left, front[1]), front, (right, top))
    yield _fold(front, (front[0], bottom))


def _component(box: Box, at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    third = at / 3
    lugs = [(top + third, top + 2 * third), (bottom - 2 * third, bottom - third)]
    side = [
        point
        for begin, end in lugs
        for point in ((left, begin), (left - third, begin), (left - third, end), (left, end))
    ]
    yield polygon("shape", [(left, top), *side, (left, bottom), (right, bottom), (right, top)])
    for begin, end in lugs:
        yield _fold((left, begin), (left + third, begin), (left + third, end), (left, end))


def _arrowed(box: Box, at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    above, below, begin = top + at / 2, bottom - at / 2, right - at
    yield polygon("shape", [(left, above), (begin, above), (right, box.middle[1]), (begin, below), (left, below)])


def _arrow(box: Box, at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    above, below, begin = top + at / 2, bottom - at / 2, right - 1.5 * at
    head = [(begin, top), (right, box.middle[1]), (begin, bottom)]
    yield polygon("shape", [(left, above), (begin, above), *head, (begin, below), (left, below)])


def _cylinder(box: Box, _at: float) -> Iterator[Node]:
    left, top, right, bottom = box
    rx, ry = brief(box.width / 2), brief(box.height / 11)
    high, low = top + box.height / 11, bottom - box.height / 11
    lid = f"A{rx},{ry} 0 0 "
    ends = f"{brief(right)},{brief(high)}", f"{brief(left)},{brief(low)}"
    body = f"M{brief(left)},{brief(high)}{lid}1 {ends[0]}V{brief(low)}{lid}1 {ends[1]}Z"
    yield Node("path", {"class": "shape", "d": body})
    yield Node("path", {"class": "fold", "d": f"M{brief(left)},{brief(high)}{lid}0 {ends[0]}"})


_FOLDED: Final[dict[str, Callable[[Box, float], Iterator[Node]]]] = {
    "note": _note,
    "tab": _tab,
    "folder": _folder,
    "box3d": _box3d,
    "component": _component,
    "cds": _arrowed,
    "rarrow": _arrow,
    "cylinder": _cylinder,
}
