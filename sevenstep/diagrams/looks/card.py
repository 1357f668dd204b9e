"""What stands in nodes, on arrows and over frames, and how large it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.scene import SMALL, Align, Cell, Label, Line, font_size
from sevenstep.diagrams.text.measure import shortened, width, wrap
from sevenstep.language import Text

MAX_WIDTH: Final = 150.0
"""Width of the text of an ordinary card, in pixels."""
TITLE_SIZE: Final = font_size("title")
NAME_SIZE: Final = font_size("name")
"""Of the names of points on a plane, which stand in no box."""

_LEADING: Final = 1.2
_MARGIN: Final = 8.0
_CLOCK_WIDTH: Final = 14.0
"""What the clock before a waiting time takes."""


Put = Callable[[Point], object]
"""What draws a card once its middle is known."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card that waits for its place: its key, its label, and what draws it."""

    key: str
    label: Label
    draw: Put


def card(
    title: str,
    kicker: str = "",
    mark: str = "",
    notes: Sequence[Line] = (),
    max_width: float = MAX_WIDTH,
    lines: int = 3,
) -> Label:
    """A card: a small line with the id (and a mark at the right), the title, and notes below it."""
    titles = tuple(Line(line, "title") for line in wrap(title, max_width, TITLE_SIZE, lines))
    small = [line for note in notes for line in _note_lines(note, max_width)]
    rows = [_head(kicker, mark, max_width)] if kicker or mark else []
    rows += [(Cell(titles, "LEFT", span=2),), *((Cell((line,), "LEFT", span=2),) for line in small)]
    height = (len(rows) - 1) * (SMALL * _LEADING + 2) + len(titles) * TITLE_SIZE * _LEADING + 2
    return Label(tuple(rows), max_width + 2 + 2 * _MARGIN, height + 2 * _MARGIN, table_width=max_width + 2)


def _head(kicker: str, mark: str, max_width: float) -> tuple[Cell, ...]:
    taken = max(34.0, width(mark, SMALL) + 6) if mark else 0.0
    left = (Line(shortened(kicker, max_width - taken, SMALL), "kicker"),)
    if not mark:
        return (Cell(left, "LEFT", span=2),)
    return Cell(left, "LEFT", width=max_width - taken), Cell((Line(mark, "mark"),), "RIGHT")


def _note_lines(note: Line, max_width: float) -> list[Line]:
    taken = _CLOCK_WIDTH if note.style == "wait" else 0
    return [Line(line, note.style) for line in wrap(note.text, max_width - taken, SMALL, 2)]


def more(count: int, of: Text) -> Text:
    """What stands for `count` elements that are not shown one by one."""
    return Text(
        zh=f"……另有 {count} 个{of.for_language('zh')}", en=f"… and {count} more {of.for_language('en').lower()}"
    )


def below(text: str, max_width: float = 100.0, notes: Sequence[Line] = ()) -> Label:
    """The caption below an event or a gateway: centred lines."""
    lines = [Line(line, "title") for line in wrap(text, max_width, TITLE_SIZE - 1, 3)]
    lines += [line for note in notes for line in _note_lines(note, max_width)]
    height = sum(_LEADING * font_size(line.style) for line in lines)
    return Label(((Cell(tuple(lines)),),), max_width, height + 4)


def number(value: int) -> Label:
    """A number in a circle."""
    return Label(((Cell((Line(str(value), "title"),)),),), 27, 27, padding=2)


def symbol(name: str, size: float) -> Label:
    """A node that is nothing but a symbol."""
    return Label(((Cell(width=size, height=size, symbol=name),),), size, size, padding=0)


def caption(text: str, max_width: float = 120.0, text_style: str = "note", lines: int = 3) -> Label:
    """A short text on an edge, on a chip of the paper's colour."""
    wrapped = wrap(text, max_width, SMALL, lines)
    said = tuple(Line(line, text_style) for line in wrapped)
    widest = max(width(line, SMALL) for line in wrapped)
    return Label(((Cell(said),),), widest + 4, len(wrapped) * SMALL * _LEADING + 4, chip=True)


def name_lines(text: str, max_width: float, lines: int = 2) -> tuple[str, ...]:
    """The name of a point on a plane, wrapped."""
    return wrap(text, max_width, NAME_SIZE, lines)


def name_size(lines: Sequence[str]) -> tuple[float, float]:
    """Width and height of a name."""
    return max(width(line, NAME_SIZE) for line in lines) + 4, len(lines) * NAME_SIZE * _LEADING + 4


def name(lines: Sequence[str], align: Align) -> Label:
    """A name without a box around it, its lines aligned."""
    return Label(((Cell(tuple(Line(line, "name") for line in lines), align),),), *name_size(lines))


def heading(text: str, note: str = "", max_width: float = 320.0) -> Label:
    """The title of a frame, on one line, with a small line at its side."""
    cells = [Cell((Line(shortened(text, max_width, TITLE_SIZE), "title"),), "LEFT")]
    cells += [Cell((Line(note, "kicker"),), "LEFT")] if note else []
    return Label((tuple(cells),), padding=4)
