"""Cards in columns, put in place by us: the frame of trees, lineages, traces and the whole chain.

See docs/decisions/0018: a line passes a column between its cards, the columns share the width of a page.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, around
from sevenstep.diagrams.layout.column_routes import Columns
from sevenstep.diagrams.layout.stacking import Ties, heights, ordered, ties_of
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Entry, Heads
from sevenstep.language import Text
from sevenstep.method import stage

PAGE: Final = 800.0
"""How wide a picture is that fills the measure of a page on a laptop, beside the lists of pages and of headings."""
MAX_WIDTH: Final = 112.0
"""Width of the text of a card where seven columns stand side by side."""
_GAPS: Final = (28.0, 110.0)
"""Room between two columns, at least and at most."""
_BETWEEN: Final = 14.0
_HEAD: Final = 56.0


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """Cards one below the other, under a title (none: that of the column before holds for it)."""

    title: Text | None = None
    kicker: str = ""
    classes: str = ""
    cards: list[Card] = field(default_factory=list)


def step_column(number: int, *, titled: bool = True) -> PlacedColumn:
    """An empty column for the elements of a step."""
    of_step = stage(number)
    return PlacedColumn(of_step.title if titled else None, of_step.kicker, of_step.css_class)


class Placed:
    """Cards in their places, to be joined by lines."""

    def __init__(self, canvas: Canvas, boxes: dict[str, Box], columns: Sequence[Sequence[str]]) -> None:
        self._canvas = canvas
        self.boxes = boxes
        self._columns = Columns([[boxes[key] for key in column] for column in columns])

    def join(self, start: str, end: str, classes: str, heads: Heads = Heads.LAST, says: Entry | None = None) -> None:
        """A line from card to card, and what the legend says of it."""
        if says is not None:
            self._canvas.explain(says)
        curve = self._columns.route(self.boxes[start], self.boxes[end], heads)
        self._canvas.edge(start, end, classes, heads=heads, curve=curve)


def arrange(
    canvas: Canvas,
    columns: Sequence[PlacedColumn],
    edges: Iterable[tuple[str, str]],
    *,
    sorts: bool = True,
    page: float = PAGE,
) -> Placed:
    """Draw the columns that hold anything, cards near those they are tied to.

    It `sorts` the cards as suits the lines, or leaves them in the order that they come in.
    """
    used = [column for column in columns if column.cards]
    ties = ties_of(edges)
    stacks = [[card.key for card in column.cards] for column in used]
    return _put(canvas, used, ordered(stacks, ties) if sorts else stacks, ties, page)


def _put(
    canvas: Canvas, used: Sequence[PlacedColumn], stacks: Sequence[Sequence[str]], ties: Ties, page: float
) -> Placed:
    cards = {card.key: card for column in used for card in column.cards}
    middles = heights(stacks, {key: card.label.height for key, card in cards.items()}, ties, _BETWEEN)
    widths = [max(cards[key].label.width for key in stack) for stack in stacks]
    gap = min(_GAPS[1], max(_GAPS[0], (page - sum(widths)) / max(1, len(widths) - 1)))
    boxes: dict[str, Box] = {}
    left = 0.0
    for column, stack, width in zip(used, stacks, widths, strict=True):
        for key in stack:
            middle, label = (left + width / 2, _HEAD + middles[key]), cards[key].label
            cards[key].draw(middle)
            boxes[key] = around(middle, label.width, label.height)
        _head(canvas, column, left, width)
        left += width + gap
    return Placed(canvas, boxes, stacks)


def _head(canvas: Canvas, column: PlacedColumn, left: float, width: float) -> None:
    if column.title is not None:
        label = card.card(canvas.said(column.title), column.kicker, max_width=width - 20, lines=2)
        canvas.node(f"head {left}", label, f"{column.classes} step-head", at=(left + label.width / 2, 22))
