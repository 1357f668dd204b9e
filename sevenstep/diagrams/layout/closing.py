"""Lines from the last column back to an early one, below all cards: a lane for each card that they lead to."""

from collections.abc import Mapping
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.layout.spline import rounded
from sevenstep.diagrams.looks import card

_LANE: Final = 11.0
_OUT: Final = 34.0
_IN: Final = 9.0
_BELOW: Final = 26.0


def closed(canvas: Canvas, boxes: Mapping[str, Box], counts: Mapping[tuple[str, str], int], classes: str) -> None:
    """An arrow from each card to each that it leads back to, with how many links it stands for."""
    floor = max(box.bottom for box in boxes.values()) + _BELOW
    right = max(boxes[start].right for start, _ in counts)
    ends = sorted({end for _, end in counts}, key=lambda end: -boxes[end].middle[1])
    lanes = {end: number for number, end in enumerate(ends)}
    stubs = dict(_stubs(boxes, counts, lanes))
    for (start, end), number in counts.items():
        lane = lanes[end]
        out = right + _OUT + lane * _LANE
        level = floor + lane * _LANE
        into = boxes[end].left - _IN - lane * 3.5
        y, goal = stubs[start, end], boxes[end].middle[1]
        way: list[Point] = [
            (boxes[start].right, y),
            (out, y),
            (out, level),
            (into, level),
            (into, goal),
            (boxes[end].left, goal),
        ]
        label = card.caption(str(number), 40)
        at = (boxes[start].right + 15, y)
        canvas.edge(start, end, classes, label, curve=rounded(way), label_at=at)


def _stubs(
    boxes: Mapping[str, Box], counts: Mapping[tuple[str, str], int], lanes: Mapping[str, int]
) -> list[tuple[tuple[str, str], float]]:
    """How high each line leaves its card: evenly spread, those of the innermost lane lowest."""
    found = []
    for start in dict.fromkeys(start for start, _ in counts):
        mine = sorted((end for one, end in counts if one == start), key=lambda end: -lanes[end])
        box = boxes[start]
        step = min(15.0, box.height / (len(mine) + 1)) if len(mine) * 15 > box.height else 15.0
        first = box.middle[1] - step * (len(mine) - 1) / 2
        found += [((start, end), first + step * at) for at, end in enumerate(mine)]
    return found
