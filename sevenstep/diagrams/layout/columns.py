"""Cards in columns, ranked and joined by the engine: the frame of trees, networks, lineages and traces.

Each column is a rank. Over it stands a heading; all headings are tied to one another so strongly that they stand in one
line, and before every card of their column, so they stand at its top.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import Entry, Heads, Label, Ranks
from sevenstep.language import Text
from sevenstep.method import step

MAX_WIDTH: Final = 116.0
"""Width of the text of a card where many columns stand side by side."""
_STRAIGHT: Final = 100


@dataclass(frozen=True, slots=True)
class Column:
    """Cards one below the other, by their keys, under a title (none: the title of the column before holds for it)."""

    title: Text | None = None
    kicker: str = ""
    classes: str = ""
    keys: list[str] = field(default_factory=list)
    max_width: float = card.MAX_WIDTH
    """Width of the text of its cards."""


def step_column(number: int, *, titled: bool = True) -> Column:
    """An empty column for the elements of a step."""
    return Column(step(number).title if titled else None, str(number), f"step{number}", max_width=MAX_WIDTH)


def ranks(gap: float) -> Ranks:
    """How the columns are laid out, with so much room between two of them, in inches."""
    return Ranks("LR", rank_distance=gap, node_distance=0.17)


def arrange(canvas: Canvas, columns: Sequence[Column]) -> None:
    """Make a rank of every column that holds anything, each title over the first such column that it holds for."""
    tops: list[str] = []
    title = Column()
    for number, column in enumerate(columns):
        title = column if column.title is not None else title
        if column.keys:
            tops.append(_heading(canvas, f"head {number}", title))
            title = Column()
            canvas.same_rank((tops[-1], *column.keys))
            for key in column.keys:
                canvas.before(tops[-1], key, weight=1)
    for left, right in pairwise(tops):
        canvas.before(left, right, _STRAIGHT)


def _heading(canvas: Canvas, key: str, column: Column) -> str:
    label = heading(canvas, column.title, column.kicker, column.max_width) if column.title is not None else Label()
    return canvas.node(key, label, f"{column.classes} step-head".strip())


def heading(canvas: Canvas, title: Text, kicker: str, max_width: float) -> Label:
    """What stands over a column."""
    return card.card(canvas.said(title), kicker, max_width=max_width, lines=2)


def join(
    canvas: Canvas, left: str, other: str, classes: str, heads: Heads = Heads.FIRST, says: Entry | None = None
) -> None:
    """A line between two cards, the first in the column further left, and what the legend says of it."""
    if says is not None:
        canvas.explain(says)
    canvas.edge(left, other, classes, heads=heads)
