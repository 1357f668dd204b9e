"""The priority picture: items by value and effort, in four quadrants that say what to do with them."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot
from typing import Final, NamedTuple

from sevenstep.analysis.item_ranking import ranking
from sevenstep.analysis.results import RankedItem
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import PRIORITY
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, Point, around
from sevenstep.diagrams.layout.column_routes import headed, straight_piece
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.point_labels import Name, name_places, spread
from sevenstep.diagrams.layout.spline import straight
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import Entry, Heads, Label, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step6_items import Item

_PLANE: Final = Box(0, 0, 744, 520)
_MIDDLES: Final = (around(_PLANE.middle, _PLANE.width, 1), around(_PLANE.middle, 1, _PLANE.height))
"""The lines between the quadrants."""
_INSIDE: Final = 46.0
"""How far the lowest and highest values stay away from the edge."""
_DOT: Final = 22.0
_MAX_WIDTH: Final = 132.0
_HEAD: Final = (172.0, 44.0)
"""Room for the name of a quadrant."""
_COLUMNS: Final = 3
_ROW: Final = 18.0
MOST: Final = 40
"""Items in one picture: the first by rank."""


class _Quadrant(NamedTuple):
    """A quarter of the plane: what it is called, and which corner it fills (0 left or top, 1 right or bottom)."""

    title: Text
    means: Text
    column: int
    row: int


_QUADRANTS: Final = (
    _Quadrant(Text(zh="速赢", en="Quick wins"), Text(zh="价值高，投入少", en="much value, little effort"), 0, 0),
    _Quadrant(Text(zh="攻坚", en="Major projects"), Text(zh="价值高，投入多", en="much value, much effort"), 1, 0),
    _Quadrant(Text(zh="择机", en="Fill-ins"), Text(zh="价值低，投入少", en="little value, little effort"), 0, 1),
    _Quadrant(Text(zh="缓办", en="Later"), Text(zh="价值低，投入多", en="little value, much effort"), 1, 1),
)
_NUMBERED: Final = Text(zh="业务事项，号码是名次", en="item, numbered by rank")
_ASIDE: Final = Text(zh="位置相同的事项并排画出", en="items at one place: side by side")
_BETWEEN: Final = Text(zh="压线的事项：两边皆可归入", en="on a line: either side fits")


def _is_shown(ranked: RankedItem) -> bool:
    return ranked.value is not None and ranked.effort is not None


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Effort to the right, value upwards; items at the same place stand side by side, the best by rank at the place."""
    canvas = Canvas(chain, PRIORITY.name, PRIORITY.title, language, link, nodes_first=True)
    level = folded([ranked for ranked in ranking(chain).items if _is_shown(ranked)], MOST)
    heads = [_quadrant(canvas, quadrant) for quadrant in _QUADRANTS]
    _axes(canvas)
    true = [_point(ranked) for ranked in level.shown]
    points = spread(true, _DOT, _PLANE, heads)
    lines = [card.name_lines(_title(canvas, ranked), _MAX_WIDTH) for ranked in level.shown]
    names = name_places(points, _DOT, [card.name_size(lines_of) for lines_of in lines], _PLANE, heads, _MIDDLES)
    for ranked, point in zip(level.shown, points, strict=True):
        _dot(canvas, ranked, point)
    for ranked, point, was in zip(level.shown, points, true, strict=True):
        _moved(canvas, ranked, point, was, points)
    if any(around(point, _DOT, _DOT).meets(line) for point in points for line in _MIDDLES):
        canvas.explain(Entry("line", "quadrant-line", _BETWEEN))
    for ranked, point, text, name in zip(level.shown, points, lines, names, strict=True):
        if name is not None:
            _name(canvas, ranked, point, text, name)
    bottom = _unnamed(canvas, [ranked for ranked, name in zip(level.shown, names, strict=True) if name is None])
    if level.hidden:
        canvas.more("more items", level.hidden, Item.KIND.titles, at=(_PLANE.right / 2, bottom + 24))
    return canvas.scene()


def _title(canvas: Canvas, ranked: RankedItem) -> str:
    return canvas.said(canvas.chain.elements[ranked.item].title)


def _point(ranked: RankedItem) -> Point:
    x = _PLANE.left + _INSIDE + (ranked.effort or 0) * (_PLANE.right - _PLANE.left - 2 * _INSIDE)
    y = _PLANE.bottom - _INSIDE - (ranked.value or 0) * (_PLANE.bottom - _PLANE.top - 2 * _INSIDE)
    return x, y


def _quadrant(canvas: Canvas, quadrant: _Quadrant) -> Box:
    """Draws a quadrant with its name in the outer corner; returns the room that the name takes."""
    width, height = _PLANE.right / 2, _PLANE.bottom / 2
    middle = ((quadrant.column + 0.5) * width, (quadrant.row + 0.5) * height)
    css_classes = "quadrant quick-wins" if (quadrant.column, quadrant.row) == (0, 0) else "quadrant"
    canvas.node(
        f"quadrant {quadrant.column}{quadrant.row}",
        Label((), width, height),
        css_classes,
        None,
        "box",
        "filled",
        middle,
    )
    head = card.card(canvas.said(quadrant.title), notes=[Line(canvas.said(quadrant.means))], max_width=_HEAD[0] - 20)
    at = (_PLANE.right - _HEAD[0] / 2 if quadrant.column else _HEAD[0] / 2, _HEAD[1] / 2 + 4)
    at = (at[0], _PLANE.bottom - at[1] if quadrant.row else at[1])
    canvas.node(f"head {quadrant.column}{quadrant.row}", head, "quadrant-head", at=at)
    return around(at, *_HEAD)


def _axes(canvas: Canvas) -> None:
    """What the axes mean: value at the left, effort below."""
    below, left = _PLANE.bottom + 14, -30.0
    for key, text, at in (
        ("low effort", Text(zh="少", en="little"), (_INSIDE, below)),
        ("effort", Text(zh="投入 →", en="effort →"), (_PLANE.right / 2, below)),
        ("high effort", Text(zh="多", en="much"), (_PLANE.right - _INSIDE, below)),
        ("high value", Text(zh="高", en="much"), (left, _INSIDE)),
        ("value", Text(zh="价值 ↑", en="value ↑"), (left, _PLANE.bottom / 2)),
        ("low value", Text(zh="低", en="little"), (left, _PLANE.bottom - _INSIDE)),
    ):
        label = card.name(card.name_lines(canvas.said(text), _MAX_WIDTH), "CENTER")
        canvas.node(f"axis {key}", label, "caption axis", at=at)


def _dot(canvas: Canvas, ranked: RankedItem, at: Point) -> None:
    item = canvas.chain.elements[ranked.item]
    number = replace(card.name((str(ranking(canvas.chain).places[ranked.item]),), "CENTER"), width=_DOT, height=_DOT)
    css_classes = "step6 kind-item dot"
    canvas.explain(Entry("node", css_classes, _NUMBERED, "circle", "filled"))
    canvas.node(ranked.item, number, css_classes, None, "circle", "filled", at, canvas.address(item))


def _moved(canvas: Canvas, ranked: RankedItem, point: Point, was: Point, dots: Sequence[Point]) -> None:
    """That an item made room for another, if it had to; and where it would stand, if nothing else stands there."""
    far = hypot(point[0] - was[0], point[1] - was[1])
    if far <= 1:
        return
    canvas.explain(Entry("node", "step6 dot", _ASIDE, "circle", "filled"))
    if all(hypot(dot[0] - was[0], dot[1] - was[1]) > _DOT / 2 + 2 for dot in dots):
        key = canvas.node(f"true {ranked.item}", Label((), 3, 3), "moved-from", None, "circle", "filled", was)
        share = _DOT / 2 / far
        rim = (point[0] + (was[0] - point[0]) * share, point[1] + (was[1] - point[1]) * share)
        canvas.edge(ranked.item, key, "moved", curve=headed(straight_piece(rim, was), Heads.LAST))


def _name(canvas: Canvas, ranked: RankedItem, point: Point, lines: Sequence[str], name: Name) -> None:
    label = card.name(lines, name.align)
    middle = ((name.box.left + name.box.right) / 2, (name.box.top + name.box.bottom) / 2)
    css_classes = "dot-name caption" if name.align == "CENTER" else "dot-name"
    key = canvas.node(f"name {ranked.item}", label, css_classes, at=middle)
    if name.leader is not None:
        canvas.edge(ranked.item, key, "leader", heads=Heads.NONE, curve=straight(*name.leader))


def _unnamed(canvas: Canvas, items: Sequence[RankedItem]) -> float:
    """The names that found no room in the plane, by number, below it; returns where the picture ends."""
    width, top = _PLANE.right / _COLUMNS, _PLANE.bottom + 44
    for at, ranked in enumerate(items):
        text = card.name_lines(f"{ranking(canvas.chain).places[ranked.item]}  {_title(canvas, ranked)}", width - 20, 1)
        label = card.name(text, "LEFT")
        left = at % _COLUMNS * width + label.width / 2
        canvas.node(f"name {ranked.item}", label, "dot-name", at=(left, top + at // _COLUMNS * _ROW))
    return top + (len(items) + _COLUMNS - 1) // _COLUMNS * _ROW
