"""The heads of lanes: a strip at the left of each band, behind its title."""

import re
from typing import Final

from sevenstep.diagrams.layout.flow_space import HEAD
from sevenstep.diagrams.output.markup import Node

_NUMBERS: Final = re.compile(r"-?\d+(?:\.\d+)?")


def add_heads(content: Node) -> None:
    """Put a strip over the left end of every lane that stands in `content`."""
    for lane in content.content:
        for holder in (lane, *lane.content) if "lane" in lane.classes else ():
            for position, part in enumerate(holder.content):
                if "shape" in part.classes:
                    holder.content.insert(position + 1, _head(part))
                    break


def _head(shape: Node) -> Node:
    numbers = [float(one) for one in _NUMBERS.findall(shape.attributes["points"])]
    left, top, bottom = min(numbers[::2]), min(numbers[1::2]), max(numbers[1::2])
    where = {"x": f"{left:.2f}", "y": f"{top:.2f}", "width": f"{HEAD:g}", "height": f"{bottom - top:.2f}"}
    return Node("rect", {"class": "lane-head", **where})
