"""What stands in the boxes of a flow, below its events and gateways, on its arrows: short, to fit many on a page."""

from collections.abc import Sequence
from typing import Final

from sevenstep.diagrams.scene import SMALL, Cell, Label, Line, font_size
from sevenstep.diagrams.text.measure import shortened, width, wrap

TEXT_WIDTH: Final = 103.0
"""Width of the text in a box."""
_TITLE: Final = font_size("title")
_NAME: Final = font_size("name")
_LEADING: Final = 1.2
_MARGIN: Final = 6.0
_ICON: Final = 13.0


def step(title: str, icon: str, notes: Sequence[Line]) -> Label:
    """The title; below it how it is done (an icon, or nothing), and beside that what else is told."""
    titles = tuple(Line(line, "title") for line in wrap(title, TEXT_WIDTH, _TITLE, 3))
    beside = TEXT_WIDTH - (_ICON + 4 if icon else 0)
    small = tuple(Line(line, note.style) for note in notes for line in wrap(note.text, beside, SMALL, 2))
    rows: list[tuple[Cell, ...]] = [(Cell(titles, "LEFT", span=2),)]
    height = len(titles) * _TITLE * _LEADING + 2
    if icon or small:
        text = Cell(small, "LEFT", width=beside, span=1 if icon else 2)
        rows.append((Cell(width=_ICON, height=_ICON, symbol=icon), text) if icon else (text,))
        height += max(len(small), 1) * SMALL * _LEADING + 4
    return Label(tuple(rows), TEXT_WIDTH + 2 + 2 * _MARGIN, height + 2 * _MARGIN, table_width=TEXT_WIDTH + 2)


def head(title: str, kicker: str, size: float, height: float) -> Label:
    """The head of a lane; authors read the id of its actor over it."""
    lines = tuple(Line(line, "title") for line in wrap(title, size - 18, _TITLE, 4))
    small = (Line(shortened(kicker, size - 18, SMALL), "kicker"),) if kicker else ()
    return Label(((Cell((*small, *lines), "LEFT"),),), size, height, table_width=size - 16)


def below(text: str, notes: Sequence[Line] = (), max_width: float = 78.0) -> Label:
    """The caption below an event or a gateway: centred lines.

    Name and notes are cells of their own: lines of several sizes in one cell are set without space between them.
    """
    names = [Line(line, "name") for line in wrap(text, max_width, _NAME, 3)] if text.strip() else []
    said = [Line(line, note.style) for note in notes for line in wrap(note.text, max_width, SMALL, 2)]
    lines = [*names, *said]
    widest = max((width(line.text, font_size(line.style)) for line in lines), default=0)
    height = sum(_LEADING * font_size(line.style) for line in lines)
    rows = tuple((Cell(tuple(part)),) for part in (names, said) if part) or ((Cell(()),),)
    return Label(rows, widest + 4, height + 4)


def on_arrow(chance: str, condition: str, max_width: float = 74.0) -> Label | None:
    """How likely a branch is and when it is taken: the chance on a line of its own; None where neither is said."""
    lines = [chance] if chance else []
    lines += wrap(condition, max_width, SMALL, 3) if condition else []
    if not lines:
        return None
    widest = max(width(line, SMALL) for line in lines)
    said = tuple(Line(line) for line in lines)
    return Label(((Cell(said),),), widest + 4, len(lines) * SMALL * _LEADING + 4, chip=True)


def badge(marks: str) -> Label:
    """What is found at a box, on its edge."""
    return Label(((Cell((Line(marks, "mark"),)),),), width(marks, SMALL) + 6, SMALL * _LEADING + 2, chip=True)
