"""What becomes of the exchanges of a path, from as it is to as it shall be: one picture with what stays, goes, comes
and changes, told by the line and in words, not by colour alone."""

from typing import Final

from sevenstep.chain.choices import ExchangeFate
from sevenstep.chain.graph import Chain
from sevenstep.chain.path_change_wording import said_fate, said_number, what
from sevenstep.chain.path_changes import ExchangeChange, path_changes
from sevenstep.chain.pictures import PATH_CHANGE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import Folded
from sevenstep.diagrams.layout.sequence import Message, arrange, text_width, within
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Entry, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step4_paths import Exchange, Path

_MOST_EXCHANGES: Final = 60
_LOOKS: Final = ExchangeFate.each(
    {
        ExchangeFate.KEPT: "fate-kept",
        ExchangeFate.CHANGED: "fate-changed step6 broken",
        ExchangeFate.NEW: "fate-new step7 bold",
        ExchangeFate.DROPPED: "fate-dropped step1 dotted",
    }
)
_LEAVES: Final = Text(zh="不再参与", en="takes no part any more")
_JOINS: Final = Text(zh="新参与", en="new on this path")


def draw(chain: Chain, path: Path, language: Language, link: Link) -> Scene:
    """The exchanges of a to-be path beside those of the path that it changes."""
    canvas = Canvas(chain, PATH_CHANGE.name(path), title_of(path), language, link)
    change = path_changes(chain)[path.id]
    before = chain.elements[change.before]
    sides = (before.participants if isinstance(before, Path) else frozenset(), path.participants)
    known = [one for one in change.exchanges if _ends(one.shown) <= chain.elements.keys()]
    shown = within([(one.shown.sender, one.shown.receiver) for one in known], _MOST_EXCHANGES)
    level = Folded(known[:shown], len(known) - shown)
    parties = dict.fromkeys(key for one in level.shown for key in (one.shown.sender, one.shown.receiver))
    room = text_width(len(parties))
    cards = [_party(canvas, key, sides, room) for key in parties]
    arrange(canvas, cards, [_message(canvas, one) for one in level.shown])
    if level.hidden:
        canvas.more("more", level.hidden, Text(zh="交互", en="Exchanges"), at=(84, -34))
    return canvas.scene()


def title_of(path: Path) -> Text:
    """What the picture is called."""
    return path.title.inserted_into(zh="{}：现状到目标", en="{}: from as is to to be")


def _ends(exchange: Exchange) -> set[str]:
    return {exchange.sender, exchange.receiver}


def _party(canvas: Canvas, key: str, sides: tuple[frozenset[str], frozenset[str]], room: float) -> Card:
    was, will = key in sides[0], key in sides[1]
    said = _LEAVES if was and not will else _JOINS if will and not was else None
    notes = [Line(canvas.said(said))] if said is not None else []
    return canvas.card_of(canvas.chain.elements[key], notes, room, "muted" if said is _LEAVES else "")


def _message(canvas: Canvas, change: ExchangeChange) -> Message:
    look = _LOOKS[change.fate]
    shown = change.shown
    canvas.explain(Entry("edge", look, change.fate.label))
    number = canvas.said(said_number(change))
    handed, fate = (canvas.said(text) for text in (what(canvas.chain, shown), said_fate(canvas.chain, change)))
    lines = (Line(f"{number}  {handed}", "name"), Line(fate))
    return Message(shown.sender, shown.receiver, lines, f"exchange {look}")
