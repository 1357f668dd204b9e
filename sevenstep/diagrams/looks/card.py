"""The labels of nodes: HTML-like tables of the engine, built here and nowhere else, with all text escaped.

Each piece of text is written in an ink, a colour that stands for a CSS class and is replaced by it in the SVG. A cell
painted in the colour of a glyph is replaced by that glyph (a circle, a diamond).
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from sevenstep.diagrams.output.escape import html
from sevenstep.diagrams.text.measure import shortened, width, wrap
from sevenstep.language import Text

ROOM: Final = 150.0
"""Width of the text of an ordinary card, in pixels."""
TITLE_SIZE: Final = 12.5
SMALL_SIZE: Final = 10.0
NAME_SIZE: Final = 11.0
"""Of the names of points on a plane, which stand in no box."""

_INKS: Final = ("title", "kicker", "note", "mark", "wait", "up", "down", "hold", "legend", "name")
_GLYPHS: Final = ("start", "event", "end", "exclusive", "parallel", "inclusive", "chip", "swatch")
INKS: Final = {name: f"#0000{number:02x}" for number, name in enumerate(_INKS, 0x10)}
GLYPHS: Final = {name: f"#0100{number:02x}" for number, name in enumerate(_GLYPHS, 0x10)}

_TABLE: Final = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0"'
_TIGHT: Final = ' CELLPADDING="1"'
_LEADING: Final = 1.2
_MARGIN: Final = 8.0
_CLOCK_ROOM: Final = "&#160;&#160;&#160;&#160;"


class Line(NamedTuple):
    """One small line on a card, in an ink."""

    text: str
    ink: str = "note"


class Label(NamedTuple):
    """A label of the engine, and the size of the node around it, in pixels."""

    html: str
    width: float = 0
    height: float = 0


NOTHING: Final = Label('""')


def card(
    title: str,
    kicker: str = "",
    mark: str = "",
    notes: Sequence[Line] = (),
    room: float = ROOM,
    lines: int = 3,
) -> Label:
    """A card: a small line with the id (and a mark at the right), the title, and notes below it."""
    rows = [_head(kicker, mark, room)] if kicker or mark else []
    titles = wrap(title, room, TITLE_SIZE, lines)
    rows.append(_row("".join(f'{_font(line, "title")}<BR ALIGN="LEFT"/>' for line in titles)))
    small = [(line, note.ink) for note in notes for line in _note_lines(note, room)]
    rows += [_row(f'{_font(line, ink)}<BR ALIGN="LEFT"/>') for line, ink in small]
    table = f'<{_TABLE}{_TIGHT} WIDTH="{room + 2:.0f}">{"".join(rows)}</TABLE>>'
    height = (len(rows) - 1) * (SMALL_SIZE * _LEADING + 2) + len(titles) * TITLE_SIZE * _LEADING + 2
    return Label(table, room + 2 + 2 * _MARGIN, height + 2 * _MARGIN)


def _note_lines(note: Line, room: float) -> tuple[str, ...]:
    return wrap(note.text, room - (14 if note.ink == "wait" else 0), SMALL_SIZE, 2)


def more(count: int, of: Text) -> Text:
    """What stands for `count` elements that are not shown one by one."""
    return Text(zh=f"……另有 {count} 个{of.in_('zh')}", en=f"… and {count} more {of.in_('en').lower()}")


def below(text: str, room: float = 100.0, notes: Sequence[Line] = ()) -> Label:
    """The caption below an event or a gateway: centred lines."""
    lines = [(line, "title") for line in wrap(text, room, TITLE_SIZE - 1, 3)]
    lines += [(line, note.ink) for note in notes for line in _note_lines(note, room)]
    said = "<BR/>".join(_font(line, ink) for line, ink in lines)
    height = sum(_LEADING * (TITLE_SIZE if ink == "title" else SMALL_SIZE) for _, ink in lines)
    return Label(f"<{_TABLE}{_TIGHT}><TR><TD>{said}</TD></TR></TABLE>>", room, height + 4)


def number(value: int) -> Label:
    """A number in a circle."""
    return Label(f"<{_TABLE}><TR><TD>{_font(str(value), 'title')}</TD></TR></TABLE>>", 27, 27)


def glyph(name: str, size: float) -> Label:
    """A node that is nothing but a glyph."""
    sizes = f'FIXEDSIZE="TRUE" WIDTH="{size:g}" HEIGHT="{size:g}"'
    cell = f'<TD {sizes} BGCOLOR="{GLYPHS[name]}"></TD>'
    return Label(f'<{_TABLE} CELLPADDING="0"><TR>{cell}</TR></TABLE>>', size, size)


def caption(text: str, room: float = 120.0, ink: str = "note", lines: int = 3) -> Label:
    """A short text on an edge, on a chip of the paper's colour."""
    wrapped = wrap(text, room, SMALL_SIZE, lines)
    said = "<BR/>".join(_font(line, ink) for line in wrapped)
    widest = max(width(line, SMALL_SIZE) for line in wrapped)
    table = f'<{_TABLE}{_TIGHT} BGCOLOR="{GLYPHS["chip"]}"><TR><TD>{said}</TD></TR></TABLE>>'
    return Label(table, widest + 4, len(wrapped) * SMALL_SIZE * _LEADING + 4)


def name_lines(text: str, room: float, lines: int = 2) -> tuple[str, ...]:
    """The name of a point on a plane, wrapped."""
    return wrap(text, room, NAME_SIZE, lines)


def name_size(lines: Sequence[str]) -> tuple[float, float]:
    """Width and height of a name."""
    return max(width(line, NAME_SIZE) for line in lines) + 4, len(lines) * NAME_SIZE * _LEADING + 4


def name(lines: Sequence[str], align: str) -> Label:
    """A name without a box around it, its lines aligned ``LEFT``, ``RIGHT`` or to the ``CENTER``."""
    said = "".join(f'{_font(line, "name")}<BR ALIGN="{align}"/>' for line in lines)
    cell = f'<TD ALIGN="{align}" BALIGN="{align}">{said}</TD>'
    return Label(f"<{_TABLE}{_TIGHT}><TR>{cell}</TR></TABLE>>", *name_size(lines))


def heading(text: str, note: str = "", room: float = 320.0) -> Label:
    """The title of a cluster, on one line, with a small line at its side."""
    side = f'<TD ALIGN="LEFT">{_font(note, "kicker")}</TD>' if note else ""
    title = f'<TD ALIGN="LEFT">{_font(shortened(text, room, TITLE_SIZE), "title")}</TD>'
    return Label(f'<{_TABLE} CELLPADDING="4"><TR>{title}{side}</TR></TABLE>>')


def _head(kicker: str, mark: str, room: float) -> str:
    taken = max(34.0, width(mark, SMALL_SIZE) + 6) if mark else 0.0
    left = _font(shortened(kicker, room - taken, SMALL_SIZE), "kicker")
    if not mark:
        return f'<TR><TD ALIGN="LEFT" COLSPAN="2">{left}</TD></TR>'
    said = f'<TD ALIGN="RIGHT">{_font(mark, "mark")}</TD>'
    return f'<TR><TD ALIGN="LEFT" WIDTH="{room - taken:.0f}">{left}</TD>{said}</TR>'


def _row(content: str) -> str:
    return f'<TR><TD ALIGN="LEFT" COLSPAN="2" BALIGN="LEFT">{content}</TD></TR>'


def _font(text: str, ink: str) -> str:
    size = {"title": TITLE_SIZE, "name": NAME_SIZE}.get(ink, SMALL_SIZE)
    room = _CLOCK_ROOM if ink == "wait" else ""
    return f'<FONT POINT-SIZE="{size}" COLOR="{INKS[ink]}">{room}{html(text) or "&#160;"}</FONT>'
