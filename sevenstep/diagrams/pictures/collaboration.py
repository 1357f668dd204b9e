"""How the actors of one path work together: exchange by exchange, from the top down."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_change_wording import what
from sevenstep.chain.pictures import COLLABORATION
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import Folded
from sevenstep.diagrams.layout.sequence import Message, arrange, text_width, within
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.looks.channels import style_of, text_of
from sevenstep.diagrams.scene import Entry, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.field import fields_of
from sevenstep.model.step4_paths import Exchange, Path, Raci

_MOST_EXCHANGES: Final = 60


def draw(chain: Chain, path: Path, language: Language, link: Link) -> Scene:
    """The exchanges of one path in their order, numbered, with what is handed over and by which channel."""
    canvas = Canvas(chain, COLLABORATION.name(path), path.title, language, link)
    known = [
        (number, one)
        for number, one in enumerate(path.exchanges, 1)
        if one.sender in chain.elements and one.receiver in chain.elements
    ]
    shown = within([(one.sender, one.receiver) for _, one in known], _MOST_EXCHANGES)
    level = Folded(known[:shown], len(known) - shown)
    parties = dict.fromkeys(key for _, one in level.shown for key in (one.sender, one.receiver))
    room = text_width(len(parties))
    cards = [_party(canvas, path, key, room) for key in parties]
    arrange(canvas, cards, [_message(canvas, number, one) for number, one in level.shown])
    if level.hidden:
        canvas.more("more", level.hidden, Text(zh="交互", en="Exchanges"), at=(84, -34))
    return canvas.scene()


def _party(canvas: Canvas, path: Path, key: str, room: float) -> Card:
    raci = {
        field: sum(key in getattr(part, field.name) for part in path.connects.values()) for field in fields_of(Raci)
    }
    said = " ".join(f"{field.key}" if count == 1 else f"{field.key}×{count}" for field, count in raci.items() if count)
    return canvas.card_of(canvas.chain.elements[key], [Line(said)] if said else [], room)


def _message(canvas: Canvas, number: int, exchange: Exchange) -> Message:
    channel = exchange.channel or ""
    style = style_of(channel)
    canvas.explain(Entry("edge", style, text_of(channel)))
    lines = (Line(f"{number}  {canvas.said(what(canvas.chain, exchange))}", "name"), *means(canvas, exchange))
    return Message(exchange.sender, exchange.receiver, lines, f"exchange {style}".strip())


def means(canvas: Canvas, exchange: Exchange) -> Iterator[Line]:
    """By which channel it goes, and through which system."""
    said = [canvas.said(text_of(exchange.channel or ""))]
    system = canvas.chain.elements.get(exchange.system or "")
    if system is not None:
        said.append(canvas.said(system.title))
    yield Line(" · ".join(said))
