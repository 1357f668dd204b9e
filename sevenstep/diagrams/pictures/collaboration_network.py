"""Who hands over to whom: a row for each actor that gives, a column for each that receives, by channel."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.partners import Pair, pairs
from sevenstep.chain.pictures import COLLABORATION_NETWORK
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.grid import ROW, Grid
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.looks.channels import MIXED, text_of
from sevenstep.diagrams.scene import Address, Entry, Link, Scene
from sevenstep.language import Language
from sevenstep.model.choices import ActorType
from sevenstep.model.element import Element
from sevenstep.model.step4_paths import Actor, Exchange

_MOST_ACTORS: Final = 40
_LEFT: Final = 196.0
_NAMED: Final = 9
"""Up to so many columns are headed by names, more by the numbers of the rows."""


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """All exchanges of all paths by giver and receiver; of many actors, those with most to hand over.

    A path that is told as is and to be counts once, as it is: what shall change has a picture of its own.
    """
    canvas = Canvas(chain, COLLABORATION_NETWORK.name, COLLABORATION_NETWORK.title, language, link, nodes_first=True)
    found = pairs(chain)
    actors = _busiest(chain, found)
    types: dict[str, None] = dict.fromkeys([*ActorType, *(actor.type for actor in actors)])
    order = [actor for type in types for actor in actors if actor.type == type]
    column = min(96.0, max(17.0, (PAGE - _LEFT) / max(1, len(order))))
    named = len(order) <= _NAMED
    grid = Grid(canvas, "matrix", 0, _LEFT, column, head=66.0 if named else 26.0)
    grid.bands(len(order), len(order))
    for at, actor in enumerate(order):
        grid.column_head(at, actor, "" if named else str(at + 1))
        grid.row_head(at, actor, str(at + 1), canvas.said(actor.type.label))
    places = {actor.id: at for at, actor in enumerate(order)}
    for at in range(len(order)):
        grid.empty(at, at)
    counts = Counter(_channel(one) for pair in found.values() for one in pair)
    for ends, exchanges in found.items():
        if ends[0] in places and ends[1] in places:
            _mark(canvas, grid, places, ends, exchanges, column)
    for channel in sorted(counts, key=lambda one: -counts[one]):
        says = text_of(channel).inserted_into(zh=f"{{}}：{counts[channel]} 次", en=f"{{}}: {counts[channel]}")
        canvas.explain(Entry("node", f"grid-mark channel-{channel or 'unsaid'}", says, "box", "rounded"))
    if len(actors) < chain.engagement.count(Actor):
        _rest(canvas, grid, found, actors)
    return canvas.scene()


def _rest(canvas: Canvas, grid: Grid, found: Mapping[Pair, Sequence[Exchange]], actors: Sequence[Actor]) -> None:
    """How many of those that exchange anything are not shown."""
    hidden = len({end for ends in found for end in ends}) - len(actors)
    if hidden > 0:
        canvas.more("more", hidden, Actor.KIND.titles, at=(84, grid.bottom + 26))


def _busiest(chain: Chain, found: Mapping[Pair, Sequence[Exchange]]) -> list[Actor]:
    """The actors that exchange most, in the order of the files."""
    work: Counter[str] = Counter()
    for ends, exchanges in found.items():
        for end in ends:
            work[end] += len(exchanges)
    chosen = {key for key, _ in work.most_common(_MOST_ACTORS)}
    return [actor for actor in chain.engagement.of(Actor) if actor.id in chosen]


def _channel(exchange: Exchange) -> str:
    return exchange.channel or ""


def _mark(
    canvas: Canvas,
    grid: Grid,
    places: Mapping[str, int],
    ends: Pair,
    exchanges: Sequence[Exchange],
    column: float,
) -> None:
    """How many exchanges there are, in the look of their channel; it leads to the list of them."""
    channels = Counter(map(_channel, exchanges))
    only = next(iter(channels)) if len(channels) == 1 else MIXED
    if only == MIXED:
        canvas.explain(Entry("node", f"grid-mark channel-{MIXED}", text_of(MIXED), "box", "rounded"))
    giver, taker = (canvas.chain.elements[end] for end in ends)
    said = " · ".join(f"{canvas.said(text_of(channel))} {count}" for channel, count in channels.items())
    tip = f"{canvas.said(giver.title)} → {canvas.said(taker.title)} · {said}"
    url = _list_of(canvas, giver, taker)
    size = (min(column, 34.0) - 2, ROW - 5)
    each = " ".join(f"by-{channel or 'unsaid'}" for channel in channels)
    classes = f"channel-{only or 'unsaid'} {each}"
    grid.mark(grid.at(places[ends[0]], places[ends[1]]), str(len(exchanges)), classes, size, Address(url, tip))


def _list_of(canvas: Canvas, giver: Element, taker: Element) -> str:
    """Where the page of the giver lists what it hands to the taker."""
    url = canvas.url(giver)
    return f"{url}#with-{taker.id}" if url and "#" not in url else url
