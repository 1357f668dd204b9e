"""Cards in columns of one distance, put in place by us: the frame of the whole chain (see docs/decisions/0018)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, Point, around
from sevenstep.diagrams.layout.columns import MAX_WIDTH, heading
from sevenstep.diagrams.layout.spline import level
from sevenstep.diagrams.layout.stacking import heights, ordered, ties_of
from sevenstep.diagrams.scene import Heads, Label
from sevenstep.language import Text

_GAP: Final = 46.0
"""Room between two columns, in pixels."""
_BETWEEN: Final = 12.0
_HEAD: Final = 54.0


@dataclass(frozen=True, slots=True)
class Card:
    """A card in a column: its key, its label, and what draws it once its middle is known."""

    key: str
    label: Label
    draw: Callable[[Point], object]


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """Cards one below the other, under a title."""

    title: Text
    kicker: str
    classes: str
    cards: list[Card] = field(default_factory=list)


def arrange(canvas: Canvas, columns: Sequence[PlacedColumn], edges: Iterable[tuple[str, str]]) -> dict[str, Box]:
    """Draw the columns that hold anything, cards near those they are tied to; returns where each card stands."""
    used = [column for column in columns if column.cards]
    cards = {card.key: card for column in used for card in column.cards}
    ties = ties_of(edges)
    stacks = ordered([[card.key for card in column.cards] for column in used], ties)
    middles = heights(stacks, {key: card.label.height for key, card in cards.items()}, ties, _BETWEEN)
    boxes: dict[str, Box] = {}
    left, lefts = 0.0, []
    for stack in stacks:
        width = max(cards[key].label.width for key in stack)
        for key in stack:
            middle, label = (left + width / 2, _HEAD + middles[key]), cards[key].label
            cards[key].draw(middle)
            boxes[key] = around(middle, label.width, label.height)
        lefts.append(left)
        left += width + _GAP
    for column, left in zip(used, lefts, strict=True):
        _head(canvas, column, left)
    return boxes


def _head(canvas: Canvas, column: PlacedColumn, left: float) -> None:
    label = heading(canvas, column.title, column.kicker, MAX_WIDTH)
    canvas.node(f"head {left}", label, f"{column.classes} step-head", at=(left + label.width / 2, 22))


def join(canvas: Canvas, boxes: dict[str, Box], upper: str, lower: str, classes: str) -> None:
    """An arrow from a card to one in a column further left."""
    a, b = boxes[upper], boxes[lower]
    side = 1 if b.left > a.left else -1
    start = (a.right if side > 0 else a.left, a.middle[1])
    end = (b.left if side > 0 else b.right, b.middle[1])
    canvas.edge(upper, lower, classes, heads=Heads.FIRST, curve=level(start, end))
