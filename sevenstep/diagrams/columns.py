"""Cards in columns under titles: the frame of the pictures that show the whole chain, or all actors."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from sevenstep.diagrams import card
from sevenstep.diagrams.canvas import Canvas, placed
from sevenstep.diagrams.card import Label
from sevenstep.diagrams.spline import Heads, Point, smooth
from sevenstep.language import Text
from sevenstep.method import step

ROOM: Final = 116.0
GAP: Final = 46.0
"""Room between two columns, in pixels."""
_BETWEEN: Final = 12.0
_HEAD: Final = 54.0
_WIDTH: Final = ROOM + 18


@dataclass(frozen=True, slots=True)
class Entry:
    """A card in a column: its key, its label, and what draws it once its middle is known."""

    key: str
    label: Label
    draw: Callable[[Point], object]


@dataclass(frozen=True, slots=True)
class Column:
    """Cards one below the other, under a title (none: the title of the column before holds for this one too)."""

    title: Text | None
    kicker: str = ""
    classes: str = ""
    entries: list[Entry] = field(default_factory=list)


def step_column(number: int, *, titled: bool = True) -> Column:
    """An empty column for the elements of a step."""
    return Column(step(number).title if titled else None, str(number), f"step{number}")


@dataclass(frozen=True, slots=True)
class Box:
    """Where a card stands: its column, its middle, half its width, its lower edge."""

    column: int
    x: float
    y: float
    half: float
    bottom: float


def arrange(
    canvas: Canvas, columns: Sequence[Column], edges: Iterable[tuple[str, str]], gap: float = GAP
) -> dict[str, Box]:
    """Draw the columns that hold anything, cards near those they are tied to; returns where each card stands."""
    used = [column for column in columns if column.entries]
    ordered = _ordered(used, list(edges))
    tallest = max((_height(column) for column in ordered), default=0.0)
    boxes: dict[str, Box] = {}
    for number, entries in enumerate(ordered):
        x = _WIDTH / 2 + number * (_WIDTH + gap)
        y = _HEAD + (tallest - _height(entries)) / 2
        for entry in entries:
            middle = y + entry.label.height / 2
            entry.draw((x, middle))
            boxes[entry.key] = Box(number, x, middle, entry.label.width / 2, y + entry.label.height)
            y += entry.label.height + _BETWEEN
    _titles(canvas, columns, used, gap)
    return boxes


def join(
    canvas: Canvas, boxes: dict[str, Box], upper: str, lower: str, classes: str, *, up: bool = True, both: bool = False
) -> None:
    """A line between two cards, with its head at the upper one, with ``up=False`` at the lower one, or at both."""
    a, b = boxes[upper], boxes[lower]
    heads = Heads.BOTH if both else Heads.FIRST if up else Heads.LAST
    if a.column == b.column:
        line = smooth((a.x + a.half, a.y), (b.x + b.half, b.y), 20 + abs(a.y - b.y) * 0.22, heads)
    else:
        side = 1 if b.x > a.x else -1
        line = smooth((a.x + side * a.half, a.y), (b.x - side * b.half, b.y), 0, heads)
    canvas.edge(upper, lower, classes, pos=line, dir=heads.value)


def _titles(canvas: Canvas, columns: Iterable[Column], used: list[Column], gap: float) -> None:
    """Each title over the first column in use that it holds for."""
    waiting: Column | None = None
    for column in columns:
        waiting = column if column.title is not None else waiting
        if waiting is not None and waiting.title is not None and any(column is one for one in used):
            number = next(at for at, one in enumerate(used) if one is column)
            label = card.card(canvas.said(waiting.title), waiting.kicker, room=ROOM, lines=2)
            where = placed(label, _WIDTH / 2 + number * (_WIDTH + gap), 22)
            canvas.node(f"head {number}", label, f"{waiting.classes} step-head".strip(), shape="plain", **where)
            waiting = None


def _height(entries: list[Entry]) -> float:
    return sum(entry.label.height + _BETWEEN for entry in entries) - _BETWEEN


def _ordered(columns: list[Column], edges: list[tuple[str, str]]) -> list[list[Entry]]:
    """Each column in the order of the middles of its neighbours: from the left, from the right, from the left."""
    near: dict[str, list[str]] = {}
    for one, other in edges:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    ordered = [list(column.entries) for column in columns]
    height: dict[str, float] = {}
    for entries in ordered:
        _measure(entries, height)
    for sweep in (ordered, ordered[::-1], ordered):
        seen: set[str] = set()
        for entries in sweep:
            entries.sort(key=lambda entry: _pull(entry.key, near, seen, height))
            _measure(entries, height)
            seen.update(entry.key for entry in entries)
    return ordered


def _pull(key: str, near: dict[str, list[str]], seen: set[str], height: dict[str, float]) -> float:
    ties = [height[one] for one in near.get(key, ()) if one in seen]
    return sum(ties) / len(ties) if ties else height[key]


def _measure(entries: list[Entry], height: dict[str, float]) -> None:
    """Where each card would stand if its column were one unit high."""
    for position, entry in enumerate(entries):
        height[entry.key] = (position + 0.5) / len(entries)
