"""How the actors work together on the whole."""

from collections import Counter

from sevenstep.chain.graph import Chain
from sevenstep.chain.path_variants import is_design_of_today
from sevenstep.chain.pictures import COLLABORATION_NETWORK
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.columns import MAX_WIDTH, Column, arrange, join, ranks
from sevenstep.diagrams.layout.stacking import ordered, ties_of
from sevenstep.diagrams.looks.channels import MIXED, style_of, text_of
from sevenstep.diagrams.scene import Entry, Heads, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.choices import ActorType
from sevenstep.model.step4_paths import Actor, Path

_GAP = 2.2
_MOST_ACTORS = 36
_COLUMNS = ActorType.each(
    {
        ActorType.GOVERNMENT: Text(zh="政府", en="Government"),
        ActorType.ENTERPRISE: Text(zh="企业", en="Enterprises"),
        ActorType.OPERATOR: Text(zh="操作者", en="Operators"),
    }
)


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """All exchanges of all paths, one line for each pair of actors; of many actors, those with most to hand over.

    A path that is told as is and to be counts once, as it is: what shall change has a picture of its own.
    """
    canvas = Canvas(chain, COLLABORATION_NETWORK.name, COLLABORATION_NETWORK.title, language, link, ranks(_GAP))
    pairs = _pairs(chain)
    shown = _busiest(chain, pairs)
    known = {actor.id for actor in shown}
    ties = {ends: channels for ends, channels in pairs.items() if known.issuperset(ends)}
    columns = [Column(title, classes="step4", max_width=MAX_WIDTH) for title in _COLUMNS.values()]
    of_type = [[actor.id for actor in shown if actor.type == type] for type in _COLUMNS]
    for column, keys in zip(columns, ordered(of_type, ties_of(ties)), strict=True):  # an order to begin with
        column.keys.extend(canvas.element(chain.elements[key], max_width=MAX_WIDTH) for key in keys)
    for (left, other), channels in ties.items():
        _tie(canvas, left, other, channels)
    arrange(canvas, columns)
    return canvas.scene()


def _pairs(chain: Chain) -> dict[tuple[str, str], Counter[tuple[str, bool]]]:
    """The exchanges of each pair of actors (in the order they first appear): channel, and whether in that direction."""
    pairs: dict[tuple[str, str], Counter[tuple[str, bool]]] = {}
    for path in chain.engagement.of(Path):
        if is_design_of_today(chain, path):
            continue
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


def _tie(canvas: Canvas, left: str, other: str, channels: Counter[tuple[str, bool]]) -> None:
    """One line for all exchanges of two actors, with a head at each end that receives."""
    used = list(dict.fromkeys(channel for channel, _ in channels))
    only = used[0] if len(used) == 1 else MIXED
    ways = {forward for _, forward in channels}
    heads = Heads.BOTH if len(ways) == 2 else Heads.LAST if ways == {True} else Heads.FIRST
    says = Entry("edge", style_of(only), text_of(only))
    join(canvas, left, other, f"exchange {style_of(only)}", heads, says)
