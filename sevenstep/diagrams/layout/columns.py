"""Cards in columns, with level curves between them: the frame of trees, networks and the whole chain."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.layout.spline import smooth
from sevenstep.diagrams.layout.stacking import heights, ordered, ties_of
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import Entry, Heads, Label, Line
from sevenstep.language import Text
from sevenstep.method import step
from sevenstep.model.element import Element

ROOM: Final = 116.0
"""Width of the text of a card where many columns stand side by side."""
GAP: Final = 46.0
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
class Column:
    """Cards one below the other, under a title (none: the title of the column before holds for this one too)."""

    title: Text | None = None
    kicker: str = ""
    classes: str = ""
    entries: list[Card] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands: its column, its middle, half its width, its lower edge."""

    column: int
    x: float
    y: float
    half: float
    bottom: float


def step_column(number: int, *, titled: bool = True) -> Column:
    """An empty column for the elements of a step."""
    return Column(step(number).title if titled else None, str(number), f"step{number}")


def element_entry(
    canvas: Canvas,
    element: Element,
    notes: Sequence[Line] = (),
    room: float = card.ROOM,
    classes: str = "",
    key: str = "",
) -> Card:
    """The card of an element; with a `key` of its own where it stands in several columns."""
    key = key or element.id
    label = canvas.label(element, notes, room)
    return Card(key, label, lambda at: canvas.element(element, notes, None, classes, room, at=at, key=key))


def more_entry(canvas: Canvas, key: str, count: int, of: Text, room: float = card.ROOM) -> Card:
    """The card that stands for `count` elements which are not shown one by one."""
    label = card.card(canvas.said(card.more(count, of)), room=room)
    return Card(key, label, lambda at: canvas.more(key, count, of, room=room, at=at))


def arrange(
    canvas: Canvas, columns: Sequence[Column], edges: Iterable[tuple[str, str]], gap: float = GAP
) -> dict[str, Place]:
    """Draw the columns that hold anything, cards near those they are tied to; returns where each card stands."""
    used = [column for column in columns if column.entries]
    entries = {entry.key: entry for column in used for entry in column.entries}
    ties = ties_of(edges)
    stacks = ordered([[entry.key for entry in column.entries] for column in used], ties)
    middles = heights(stacks, {key: entry.label.height for key, entry in entries.items()}, ties, _BETWEEN)
    top = _HEAD if any(column.title for column in used) else 0.0
    boxes: dict[str, Place] = {}
    left, lefts = 0.0, []
    for number, stack in enumerate(stacks):
        width = max(entries[key].label.width for key in stack)
        for key in stack:
            x, y = left + width / 2, top + middles[key]
            entries[key].draw((x, y))
            label = entries[key].label
            boxes[key] = Place(number, x, y, label.width / 2, y + label.height / 2)
        lefts.append(left)
        left += width + gap
    _titles(canvas, columns, used, lefts)
    return boxes


def join(
    canvas: Canvas,
    boxes: dict[str, Place],
    one: str,
    other: str,
    classes: str,
    heads: Heads = Heads.FIRST,
    says: Entry | None = None,
) -> None:
    """A line between two cards, and what the legend says of it."""
    a, b = boxes[one], boxes[other]
    if a.column == b.column:
        line = smooth((a.x + a.half, a.y), (b.x + b.half, b.y), 20 + abs(a.y - b.y) * 0.22, heads)
    else:
        side = 1 if b.x > a.x else -1
        line = smooth((a.x + side * a.half, a.y), (b.x - side * b.half, b.y), 0, heads)
    if says is not None:
        canvas.explain(says)
    canvas.edge(one, other, classes, heads=heads, curve=line)


def _titles(canvas: Canvas, columns: Iterable[Column], used: list[Column], lefts: list[float]) -> None:
    """Each title over the first column in use that it holds for."""
    places = {id(column): left for column, left in zip(used, lefts, strict=True)}
    waiting: Column | None = None
    for column in columns:
        waiting = column if column.title is not None else waiting
        if waiting is not None and waiting.title is not None and id(column) in places:
            label = card.card(canvas.said(waiting.title), waiting.kicker, room=ROOM, lines=2)
            at = (places[id(column)] + label.width / 2, 22)
            canvas.node(f"head {places[id(column)]}", label, f"{waiting.classes} step-head".strip(), at=at)
            waiting = None
