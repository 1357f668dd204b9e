"""A scene whose parts all have their places, as a picture: nothing is laid out, so no engine is asked.

Frames stand lowest, then lines and nodes in the order of the scene; below all stands the legend.
"""

import math
from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.diagrams.geometry import Box, Point, around
from sevenstep.diagrams.output.escape import plain
from sevenstep.diagrams.output.label_places import Table
from sevenstep.diagrams.output.markup import Node as Drawn
from sevenstep.diagrams.output.node_shapes import corner, polygon, rectangle, shape
from sevenstep.diagrams.output.outlines import line
from sevenstep.diagrams.output.picture import BASE, Picture, Unexpected, picture
from sevenstep.diagrams.scene import Address, Edge, Frame, Heads, Node, Scene
from sevenstep.source.address import SECURE, safe_address

_PAD: Final = 10.8
_AROUND_LABEL: Final = (8.0, 4.0)
"""Room between a frame or the legend and its text, to the side and above."""
_HEAD: Final = (6.0, 2.1)
"""Length and half the width of an arrow's head."""
_STROKE: Final = 1.5
"""How far the line around a head reaches beyond its tip."""


def drawn(scene: Scene) -> Picture:
    """The picture; raises Unexpected where a part has no place."""
    parts = list(scene.parts())
    frames = [_frame(part) for part in parts if isinstance(part, Frame)]
    edges = [_edge(part) for part in parts if isinstance(part, Edge)]
    nodes = [_node(part) for part in parts if isinstance(part, Node)]
    legend = Table(scene.legend)
    around_all = _bounds(box for part in parts for box in _boxes(part))
    content = [*frames, *(nodes + edges if scene.nodes_first else edges + nodes)]
    if scene.legend.rows:
        aside, above = _AROUND_LABEL
        left, top, right, bottom = around_all
        wide, high = legend.size
        more = max(0.0, wide + 2 * aside - (right - left)) / 2
        content = [*legend.at((left - more + aside, bottom + above)), *content]
        around_all = Box(left - more, top, right + more, bottom + high + 2 * above)
    left, top, right, bottom = around_all
    paper = Box(left - _PAD, top - _PAD, right + _PAD, bottom + _PAD)
    moved = Drawn(
        "g", {"transform": f"translate({-paper.left:.1f} {-paper.top:.1f})"}, [rectangle("paper", paper), *content]
    )
    title = plain(scene.title.for_language(scene.language)) or scene.name
    return picture(scene.name, scene.language, (round(paper.width), round(paper.height)), title, [moved])


def _node(node: Node) -> Drawn:
    inside = [*shape(node.shape, node.style, _box_of(node)), *Table(node.label).around(_place(node))]
    return _grouped("node", node.classes, {"data-node": node.name}, _linked(node.address, inside))


def _frame(frame: Frame) -> Drawn:
    if frame.box is None:
        raise Unexpected("a frame without its place")
    radius = corner(frame.box) if "rounded" in frame.style else 0
    aside, above = _AROUND_LABEL
    words = Table(frame.label).at((frame.box.left + aside, frame.box.top + above))
    return _grouped(
        "cluster", frame.classes, {}, _linked(frame.address, [rectangle("shape", frame.box, radius), *words])
    )


def _edge(edge: Edge) -> Drawn:
    if edge.curve is None:
        raise Unexpected("a line without its way")
    points, heads = edge.curve.points, edge.heads
    parts = [line("wire", points)]
    if edge.curve.first_tip is not None and heads in {Heads.FIRST, Heads.BOTH}:
        parts.append(_head(points[0], edge.curve.first_tip))
    if edge.curve.last_tip is not None and heads in {Heads.LAST, Heads.BOTH}:
        parts.append(_head(points[-1], edge.curve.last_tip))
    if edge.label is not None and edge.label_at is not None:
        parts += Table(edge.label).around(edge.label_at)
    return _grouped("edge", edge.classes, {"data-from": edge.source, "data-to": edge.target}, parts)


def _head(end: Point, tip: Point) -> Drawn:
    across, down = tip[0] - end[0], tip[1] - end[1]
    length = math.hypot(across, down) or 1.0
    across, down = across / length, down / length
    x, y = tip[0] - across * _STROKE, tip[1] - down * _STROKE
    back, half = _HEAD
    foot = x - across * back, y - down * back
    sides = (foot[0] + down * half, foot[1] - across * half), (foot[0] - down * half, foot[1] + across * half)
    return polygon("head", [sides[0], (x, y), sides[1]])


def _grouped(form: str, classes: str, names: dict[str, str], parts: list[Drawn]) -> Drawn:
    return Drawn("g", {"class": " ".join(dict.fromkeys([form, *classes.split()])), **names}, parts)


def _linked(address: Address, parts: list[Drawn]) -> list[Drawn]:
    """The parts in a link, where they lead anywhere; with what is told beside the pointer."""
    tip, safe = plain(address.tip), safe_address(plain(address.url), SECURE)
    told = [Drawn("title", {}, text=tip), *parts] if tip else parts
    return [Drawn("a", {"href": safe if "://" in safe else BASE + safe}, told)] if safe else told


def _place(node: Node) -> Point:
    if node.at is None:
        raise Unexpected("a node without its place")
    return node.at


def _box_of(node: Node) -> Box:
    return around(_place(node), node.label.width, node.label.height)


def _boxes(part: object) -> Iterator[Box]:
    """What a part takes of the paper."""
    match part:
        case Node():
            yield _box_of(part)
        case Frame(box=Box() as box):
            yield box
        case Edge(curve=curve, label=label, label_at=at):
            yield from (Box(x, y, x, y) for x, y in curve.points) if curve is not None else ()
            if label is not None and at is not None:
                yield around(at, *Table(label).size)


def _bounds(boxes: Iterable[Box]) -> Box:
    listed = list(boxes) or [Box(0, 0, 0, 0)]
    lefts, tops, rights, bottoms = zip(*listed, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))
