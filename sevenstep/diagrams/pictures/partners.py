"""One actor among those it works with: who hands it what, and to whom it hands what, by channel."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.partners import told_pairs
from sevenstep.chain.path_change_wording import what
from sevenstep.chain.pictures import PARTNERS
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.placed_columns import PlacedColumn, arrange
from sevenstep.diagrams.looks.channels import MIXED, style_of, text_of
from sevenstep.diagrams.scene import Entry, Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step4_paths import Actor, Exchange

_MOST: Final = 16
_MOST_TOLD: Final = 3
_WIDTH: Final = 212.0
_GIVERS: Final = Text(zh="移交来的", en="Hand over to it")
_TAKERS: Final = Text(zh="移交出的", en="It hands over to")


def draw(chain: Chain, actor: Actor, language: Language, link: Link) -> Scene:
    """Who gives at the left, who receives at the right; who does both stands on both sides."""
    canvas = Canvas(chain, PARTNERS.name(actor), actor.title, language, link)
    pairs = told_pairs(chain)
    from_others = {ends[0]: [one for _, one in told] for ends, told in pairs.items() if ends[1] == actor.id}
    to_others = {ends[1]: [one for _, one in told] for ends, told in pairs.items() if ends[0] == actor.id}
    left = _column(canvas, "from", _GIVERS, from_others)
    right = _column(canvas, "to", _TAKERS, to_others)
    middle = PlacedColumn(cards=[canvas.card_of(actor, classes="strong")])
    given = [(card.key, actor.id) for card in left.cards]
    taken = [(actor.id, card.key) for card in right.cards]
    placed = arrange(canvas, [left, middle, right], [*given, *taken], sorts=False)
    styles = {f"from {key}": _look(told) for key, told in from_others.items()}
    styles |= {f"to {key}": _look(told) for key, told in to_others.items()}
    for start, end in (*given, *taken):
        channel = styles.get(start if end == actor.id else end)
        says = Entry("edge", style_of(channel), text_of(channel)) if channel is not None else None
        placed.join(start, end, f"exchange {style_of(channel or '')}".strip(), says=says)
    return canvas.scene()


def _column(canvas: Canvas, side: str, title: Text, partners: dict[str, list[Exchange]]) -> PlacedColumn:
    """Those it has most to do with first."""
    column = PlacedColumn(title)
    level = folded(sorted(partners, key=lambda key: -len(partners[key])), _MOST)
    for key in level.shown:
        notes = list(_told(canvas, partners[key]))
        column.cards.append(canvas.card_of(canvas.chain.elements[key], notes, _WIDTH, key=f"{side} {key}"))
    if level.hidden:
        column.cards.append(canvas.more_card(f"more {side}", level.hidden, Actor.KIND.titles, _WIDTH))
    return column


def _told(canvas: Canvas, exchanges: Sequence[Exchange]) -> Iterator[Line]:
    """What is handed over and by which channel, each once."""
    said = Counter(
        f"{canvas.said(what(canvas.chain, one))} · {canvas.said(text_of(one.channel or ''))}" for one in exchanges
    )
    level = folded(list(said), _MOST_TOLD)
    for text in level.shown:
        yield Line(text if said[text] == 1 else f"{text} ×{said[text]}")
    if level.hidden:
        yield Line(canvas.said(Text(zh=f"……另有 {level.hidden} 项", en=f"… and {level.hidden} more")))


def _look(exchanges: Sequence[Exchange]) -> str:
    channels = {one.channel or "" for one in exchanges}
    return channels.pop() if len(channels) == 1 else MIXED
