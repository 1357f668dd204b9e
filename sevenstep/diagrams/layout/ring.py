"""Cards on a ring, where a straight line between two passes no third."""

from math import cos, hypot, pi, sin
from typing import Final

from sevenstep.diagrams.geometry import Box, Point
from sevenstep.diagrams.layout.column_routes import headed, straight_piece
from sevenstep.diagrams.scene import Curve, Heads

MOST: Final = 8
"""Cards on one ring; of more, the lines would touch cards."""
_ASIDE: Final = 9.0
_STRETCH: Final = 1.75
"""How much wider than high a ring is."""


def places(count: int, width: float, height: float) -> list[Point]:
    """The middles of cards of that size, the first at the top left, all at positive coordinates."""
    if count == 1:
        return [(width / 2, height / 2)]
    radius = max(1.35 * height * count / pi, 62.0 * min(count, 4))
    across = min(max(_STRETCH * radius, 0.9 * width * count / pi), 310.0)
    first = -pi / 2 - pi / count if count % 2 == 0 else -pi / 2
    turns = [first + 2 * pi * at / count for at in range(count)]
    return [(width / 2 + across * (1 + cos(turn)), height / 2 + radius * (1 + sin(turn))) for turn in turns]


def line(start: Box, end: Box, *, aside: float = _ASIDE) -> Curve:
    """A straight arrow from card to card, to the right of the line between their middles."""
    (ax, ay), (bx, by) = start.middle, end.middle
    length = hypot(bx - ax, by - ay) or 1.0
    shift = (-(by - ay) / length * aside, (bx - ax) / length * aside)
    a, b = (ax + shift[0], ay + shift[1]), (bx + shift[0], by + shift[1])
    return headed(straight_piece(_edge(start, a, b), _edge(end, b, a)), Heads.LAST)


def part(curve: Curve, share: float) -> Point:
    """The point at a share of a straight line."""
    (ax, ay), (bx, by) = curve.points[0], curve.points[-1]
    return ax + (bx - ax) * share, ay + (by - ay) * share


def _edge(box: Box, inside: Point, outside: Point) -> Point:
    """Where the line from a point inside a box to one outside leaves it."""
    dx, dy = outside[0] - inside[0], outside[1] - inside[1]
    shares = [1.0]
    if dx:
        shares.append(((box.right if dx > 0 else box.left) - inside[0]) / dx)
    if dy:
        shares.append(((box.bottom if dy > 0 else box.top) - inside[1]) / dy)
    share = min(one for one in shares if one >= 0)
    return inside[0] + dx * share, inside[1] + dy * share
