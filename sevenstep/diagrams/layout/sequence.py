"""Parties side by side, and from the top down what passes between them: the frame of sequence diagrams."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Point
from sevenstep.diagrams.layout.column_routes import curve_piece, headed, straight_piece
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Cell, Heads, Label, Line, font_size
from sevenstep.diagrams.text.measure import width, wrap

_PITCH: Final = (96.0, 250.0)
"""How far parties stand apart, at least and at most."""
MOST_PARTIES: Final = 14
_BESIDE: Final = 12.0
_LEAST: Final = 190.0
"""Width that a message may always take, over the lines of others."""
_LEADING: Final = 1.22
_ROOM: Final = 15.0
_LOOP: Final = 34.0


@dataclass(frozen=True, slots=True)
class Message:
    """What passes from party to party, both by key: lines of text, and how the arrow looks."""

    start: str
    end: str
    said: tuple[Line, ...]
    classes: str


def within(ends: Sequence[tuple[str, str]], messages: int) -> int:
    """How many of the messages, by who sends and who receives them, one picture shows: at most so many, and as long as
    their parties can stand side by side."""
    parties: set[str] = set()
    for number, pair in enumerate(ends[:messages]):
        parties.update(pair)
        if len(parties) > MOST_PARTIES:
            return number
    return min(len(ends), messages)


def text_width(parties: int) -> float:
    """How wide the text of a party's card is where so many stand side by side."""
    return _pitch(parties) - 26


def _pitch(parties: int) -> float:
    return min(_PITCH[1], max(_PITCH[0], PAGE / max(1, parties)))


def arrange(canvas: Canvas, parties: Sequence[Card], messages: Sequence[Message]) -> None:
    """Draw the parties, their lines, and the messages one below the other."""
    pitch = _pitch(len(parties))
    at = {party.key: (number + 0.5) * pitch for number, party in enumerate(parties)}
    head = max((party.label.height for party in parties), default=0)
    whole = max(len(parties) * pitch, _LEAST)
    labels = [_label(message, at, whole) for message in messages]
    levels: list[float] = []
    y = head + 10
    for message, label in zip(messages, labels, strict=True):
        y += label.height + _ROOM
        levels.append(y)
        y += _LOOP if message.start == message.end else 0
    foot = y + 24
    for party in parties:
        x = at[party.key]
        party.draw((x, party.label.height / 2))
        canvas.node(f"foot {party.key}", Label((), 8, 3), "lifeline-foot", None, "box", "filled", (x, foot))
        line = headed(straight_piece((x, party.label.height), (x, foot)), Heads.NONE)
        canvas.edge(party.key, f"foot {party.key}", "lifeline", heads=Heads.NONE, curve=line)
    for message, label, level in zip(messages, labels, levels, strict=True):
        _message(canvas, message, label, level, at, whole)


def _label(message: Message, at: dict[str, float], whole: float) -> Label:
    """The lines over an arrow, wrapped to what the arrow is long, and on a patch of paper."""
    span = abs(at[message.start] - at[message.end]) - 2 * _BESIDE
    room = min(whole, max(span, _LEAST))
    lines = [
        Line(text, line.style) for line in message.said for text in wrap(line.text, room, font_size(line.style), 3)
    ]
    widest = max(width(line.text, font_size(line.style)) for line in lines)
    height = sum(font_size(line.style) * _LEADING + 2 for line in lines)
    return Label(tuple((Cell((line,)),) for line in lines), widest + 4, height + 2, chip=True)


def _message(canvas: Canvas, message: Message, label: Label, level: float, at: dict[str, float], whole: float) -> None:
    a, b = at[message.start], at[message.end]
    if message.start == message.end:
        side = 1 if a < whole / 2 else -1
        out = a + side * _LOOP * 1.6
        below = level + _LOOP * 0.6
        points: list[Point] = [(a, level), (out, level), (out, below), (a, below)]
        middle = out
    else:
        points = curve_piece((a, level), (b, level))
        middle = (a + b) / 2
    middle = min(max(middle, label.width / 2), whole - label.width / 2)
    where = (middle, level - label.height / 2 - 3)
    curve = headed(points, Heads.LAST)
    canvas.edge(message.start, message.end, message.classes, label, curve=curve, label_at=where)
