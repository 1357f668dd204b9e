"""The map of the business from above: its domains, and how much each gives to the others."""

from typing import Final

from sevenstep.chain.domain_links import domain_links
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import ARCHITECTURE_MAP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, around
from sevenstep.diagrams.layout import ring
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.grid import ROW, Grid
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Address, Entry, Line, Link, Scene
from sevenstep.language import Language, Text, joined, many
from sevenstep.model.step3_architecture import Domain, Function

_WIDTH: Final = 160.0
_BOLD: Final = 3
_MOST: Final = 30
_LEFT: Final = 220.0
_GIVES: Final = Text(zh="先后衔接或提供数据（条数）", en="before it, or feeds it (links)")
_NO_DOMAIN: Final = Text(zh="不在任何领域", en="In no domain")


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Domains on a ring with counted arrows; very many as a table. Each leads to its page, where its functions are."""
    canvas = Canvas(chain, ARCHITECTURE_MAP.name, ARCHITECTURE_MAP.title, language, link)
    domains = list(chain.engagement.of(Domain))
    cards = [canvas.card_of(domain, _told(canvas, domain), _WIDTH) for domain in domains]
    homeless = [one for one in chain.engagement.of(Function) if not chain.targets(one.id, "in-domain")]
    if homeless:
        cards.append(_plain(canvas, len(homeless)))
    if len(cards) <= ring.MOST:
        _ring(canvas, cards)
    else:
        _table(canvas, domains)
    return canvas.scene()


def _told(canvas: Canvas, domain: Domain) -> list[Line]:
    """How many functions and indicators it has."""
    functions = len(canvas.chain.holders(domain.id, "in-domain"))
    indicators = len(canvas.chain.holders(domain.id, "domain"))
    parts = [Text(zh=f"{functions} 个环节", en=many(functions, "function"))]
    if indicators:
        parts.append(Text(zh=f"{indicators} 个指标", en=many(indicators, "indicator")))
    return [Line(canvas.said(joined(parts, zh=" · ", en=" · ")))]


def _plain(canvas: Canvas, functions: int) -> Card:
    said = Line(canvas.said(Text(zh=f"{functions} 个环节", en=many(functions, "function"))))
    label = card.card(canvas.said(_NO_DOMAIN), notes=[said], max_width=_WIDTH)
    return Card("no domain", label, lambda at: canvas.node("no domain", label, "more", None, "box", "rounded", at))


def _ring(canvas: Canvas, cards: list[Card]) -> None:
    width = max((one.label.width for one in cards), default=0)
    height = max((one.label.height for one in cards), default=0)
    boxes: dict[str, Box] = {}
    for one, at in zip(cards, ring.places(len(cards), width, height), strict=True):
        one.draw(at)
        boxes[one.key] = around(at, one.label.width, one.label.height)
    for (giver, taker), count in domain_links(canvas.chain).items():
        curve = ring.line(boxes[giver], boxes[taker])
        canvas.explain(Entry("edge", "step3", _GIVES))
        width_class = " bold" if count > _BOLD else ""
        label = card.caption(str(count), 40)
        canvas.edge(giver, taker, f"step3{width_class}", label, curve=curve, label_at=ring.part(curve, 0.36))


def _table(canvas: Canvas, domains: list[Domain]) -> None:
    level = folded(domains, _MOST)
    column = min(60.0, (PAGE - _LEFT) / max(1, len(level.shown)))
    grid = Grid(canvas, "domains", 0, _LEFT, column, head=26.0)
    grid.bands(len(level.shown), len(level.shown))
    places = {domain.id: at for at, domain in enumerate(level.shown)}
    for at, domain in enumerate(level.shown):
        grid.column_head(at, domain, str(at + 1))
        grid.row_head(at, domain, str(at + 1), _told(canvas, domain)[0].text)
    for (giver, taker), count in domain_links(canvas.chain).items():
        if giver in places and taker in places:
            ends = [canvas.said(canvas.chain.elements[key].title) for key in (giver, taker)]
            address = Address(canvas.url(canvas.chain.elements[giver]), f"{' → '.join(ends)} · {count}")
            canvas.explain(Entry("node", "grid-mark step3", _GIVES, "box", "rounded"))
            size = (min(column, 34.0) - 2, ROW - 5)
            grid.mark(grid.at(places[giver], places[taker]), str(count), "step3", size, address)
    if level.hidden:
        canvas.more("more", level.hidden, Domain.KIND.titles, at=(84, grid.bottom + 26))
