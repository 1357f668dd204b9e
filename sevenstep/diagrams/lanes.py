"""Lanes made straight: each band as wide as the picture, touching its neighbours, with a head that holds its title."""

import re
from itertools import pairwise
from typing import Final

from sevenstep.diagrams.markup import Node

_NUMBERS: Final = re.compile(r"-?\d+(?:\.\d+)?")
_HEAD: Final = 118.0


def straighten(content: Node) -> None:
    """Replace the frames of the lanes in `content` by bands of one width without gaps between them."""
    lanes = [one for one in content.content if "lane" in one.classes]
    shapes = [_shape(lane) for lane in lanes]
    if not lanes:
        return
    boxes = [_box(shape) for shape in shapes]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    order = sorted(range(len(lanes)), key=lambda at: boxes[at][1])
    borders = [boxes[order[0]][1]]
    borders += [(boxes[upper][3] + boxes[lower][1]) / 2 for upper, lower in pairwise(order)]
    borders.append(boxes[order[-1]][3])
    for row, at in enumerate(order):
        top, bottom = borders[row], borders[row + 1]
        _set(shapes[at], left, top, right, bottom)
        where = {"x": f"{left:.2f}", "y": f"{top:.2f}", "width": f"{_HEAD:g}", "height": f"{bottom - top:.2f}"}
        holder = next(one for one in (lanes[at], *lanes[at].content) if shapes[at] in one.content)
        holder.content.insert(holder.content.index(shapes[at]) + 1, Node("rect", {"class": "lane-head", **where}))


def _shape(lane: Node) -> Node:
    parts = (part for one in (lane, *lane.content) for part in one.content)
    return next(part for part in parts if "shape" in part.classes)


def _box(shape: Node) -> tuple[float, float, float, float]:
    numbers = [float(one) for one in _NUMBERS.findall(shape.attributes["points"])]
    xs, ys = numbers[::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _set(shape: Node, left: float, top: float, right: float, bottom: float) -> None:
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    shape.attributes["points"] = " ".join(f"{x:.2f},{y:.2f}" for x, y in corners)
