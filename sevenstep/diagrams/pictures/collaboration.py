"""How the actors work together: on the whole, and exchange by exchange on one path."""

from collections import Counter

from sevenstep.chain.graph import Chain
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.columns import ROOM, Column, Place, arrange, element_entry, join
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.channels import MIXED, style_of, text_of
from sevenstep.diagrams.scene import Entry, Heads, Line, Link, Ranks, Scene
from sevenstep.language import Language, Text, joined
from sevenstep.model.step4_paths import Actor, Exchange, Path

NAME = "collaboration-network"
TITLE = Text(zh="协同网络", en="Collaboration network")
_GAP = 190.0
_MOST_ACTORS = 36
_MOST_EXCHANGES = 40
_ROOM = 112.0
TYPES = {
    "government": Text(zh="政府", en="Government"),
    "enterprise": Text(zh="企业", en="Enterprises"),
    "operator": Text(zh="运营方", en="Operators"),
}


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """All exchanges of all paths, one line for each pair of actors; of many actors, those with most to hand over."""
    canvas = Canvas(chain, NAME, TITLE, language, link)
    pairs = _pairs(chain)
    columns = [Column(TYPES[kind], classes="step4") for kind in TYPES]
    shown = _busiest(chain, pairs)
    for actor in shown:
        columns[list(TYPES).index(actor.type)].entries.append(element_entry(canvas, actor, room=ROOM))
    known = {actor.id for actor in shown}
    ties = {ends: channels for ends, channels in pairs.items() if known.issuperset(ends)}
    boxes = arrange(canvas, columns, ties, gap=_GAP)
    for (one, other), channels in ties.items():
        _tie(canvas, boxes, one, other, channels)
    return canvas.scene()


def _pairs(chain: Chain) -> dict[tuple[str, str], Counter[tuple[str, bool]]]:
    """The exchanges of each pair of actors (in the order they first appear): channel, and whether in that direction."""
    pairs: dict[tuple[str, str], Counter[tuple[str, bool]]] = {}
    for path in chain.engagement.of(Path):
        for exchange in path.exchanges:
            ends = (exchange.sender, exchange.receiver)
            if all(end in chain.elements for end in ends) and ends[0] != ends[1]:
                forward = ends[::-1] not in pairs
                pairs.setdefault(ends if forward else ends[::-1], Counter())[exchange.channel or "", forward] += 1
    return pairs


def _busiest(chain: Chain, pairs: dict[tuple[str, str], Counter[tuple[str, bool]]]) -> list[Actor]:
    work: Counter[str] = Counter()
    for ends, channels in pairs.items():
        for end in ends:
            work[end] += channels.total()
    order = sorted(work, key=lambda key: -work[key])
    chosen = set(order[:_MOST_ACTORS])
    return [actor for actor in chain.engagement.of(Actor) if actor.id in chosen]


def _tie(canvas: Canvas, boxes: dict[str, Place], one: str, other: str, channels: Counter[tuple[str, bool]]) -> None:
    """One line for all exchanges of two actors, with a head at each end that receives."""
    used = list(dict.fromkeys(channel for channel, _ in channels))
    only = used[0] if len(used) == 1 else MIXED
    ways = {forward for _, forward in channels}
    heads = Heads.BOTH if len(ways) == 2 else Heads.LAST if ways == {True} else Heads.FIRST
    says = Entry("edge", style_of(only), text_of(only))
    join(canvas, boxes, one, other, f"exchange {style_of(only)}", heads, says)


def path_name(path: Path) -> str:
    """The name of the picture of one path."""
    return f"collaboration/{path.id}"


def draw_path(chain: Chain, path: Path, language: Language, link: Link) -> Scene:
    """The exchanges of one path in their order, numbered."""
    canvas = Canvas(chain, path_name(path), path.title, language, link, Ranks("LR", 0.7, 0.3))
    exchanges = [one for one in path.exchanges if one.sender in chain.elements and one.receiver in chain.elements]
    for exchange in exchanges[:_MOST_EXCHANGES]:
        for key in (exchange.sender, exchange.receiver):
            _party(canvas, path, key, None)
    for number, exchange in enumerate(exchanges[:_MOST_EXCHANGES], 1):
        _exchange(canvas, number, exchange)
    return canvas.scene()


def _party(canvas: Canvas, path: Path, key: str, within: str | None) -> None:
    actor = canvas.chain.elements[key]
    if key not in canvas:
        raci = {
            letter: sum(key in getattr(one, field) for one in path.connects.values())
            for letter, field in zip("RACI", ("responsible", "accountable", "consulted", "informed"), strict=True)
        }
        said = " ".join(letter if count == 1 else f"{letter}×{count}" for letter, count in raci.items() if count)
        canvas.element(actor, [Line(said)] if said else [], within, room=_ROOM)


def _exchange(canvas: Canvas, number: int, exchange: Exchange) -> None:
    elements = canvas.chain.elements
    goods = [elements[key].title if key in elements else Text(plain=key) for key in exchange.data]
    goods += [one for one in (exchange.goods, exchange.money) if one is not None]
    said = f"{number}  {canvas.said(joined(goods))}"
    channel = exchange.channel or ""
    canvas.edge(
        exchange.sender,
        exchange.receiver,
        f"exchange {style_of(channel)}",
        card.caption(said, 110),
        says=text_of(channel),
    )
