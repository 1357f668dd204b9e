"""A head at the left, and beside it cards in rows on a ground of their own: one shelf below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, around
from sevenstep.diagrams.layout.column_routes import curve_piece, headed
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Heads, Label

_GAP: Final = 14.0
_BETWEEN: Final = 12.0
_PAD: Final = 10.0
_REACH: Final = 40.0


@dataclass(frozen=True, slots=True)
class Shelf:
    """A head, and the cards that belong to it."""

    head: Card
    cards: tuple[Card, ...]


def arrange(canvas: Canvas, shelves: Sequence[Shelf], across: int, line: str) -> list[Box]:
    """Draw the shelves, `across` cards in a row, every row as high as its highest card; `line` joins head and shelf.
    Returns the boxes of the heads."""
    heads: list[Box] = []
    left = max((shelf.head.label.width for shelf in shelves), default=0.0) + _REACH
    width = max((card.label.width for shelf in shelves for card in shelf.cards), default=0.0)
    top = 0.0
    for number, shelf in enumerate(shelves):
        rows = [shelf.cards[at : at + across] for at in range(0, len(shelf.cards), across)]
        heights = [max(card.label.height for card in row) for row in rows]
        inner = sum(heights) + _GAP * max(0, len(rows) - 1) + 2 * _PAD if rows else 0.0
        height = max(inner, shelf.head.label.height)
        middle = top + height / 2
        if rows:
            columns = max(map(len, rows))
            ground = columns * width + (columns - 1) * _GAP + 2 * _PAD
            key = f"shelf {number}"
            canvas.node(
                key, Label((), ground, inner), "shelf", None, "box", "rounded,filled", (left + ground / 2, middle)
            )
        at_head = (shelf.head.label.width / 2, middle)
        shelf.head.draw(at_head)
        heads.append(around(at_head, shelf.head.label.width, shelf.head.label.height))
        if rows:
            way = headed(curve_piece((shelf.head.label.width, middle), (left, middle)), Heads.NONE)
            canvas.edge(shelf.head.key, key, line, heads=Heads.NONE, curve=way)
        y = middle - inner / 2 + _PAD
        for row, tall in zip(rows, heights, strict=True):
            for at, card in enumerate(row):
                card.draw((left + _PAD + at * (width + _GAP) + card.label.width / 2, y + card.label.height / 2))
            y += tall + _GAP
        top += height + _BETWEEN
    return heads
