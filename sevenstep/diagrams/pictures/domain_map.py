"""One domain: its functions from the first to the last, and at the edges the domains that they work with."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from sevenstep.chain.domain_links import FEEDS, domain_of, function_links
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import DOMAIN_MAP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Box, around
from sevenstep.diagrams.layout.column_routes import Columns, curve_piece, headed
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Curve, Entry, Heads, Label, Line, Link, Scene
from sevenstep.language import Language, Text, many
from sevenstep.model.step3_architecture import Domain, Function

_MOST: Final = 36
_ACROSS: Final = 2
_WIDTH: Final = 160.0
_EDGE: Final = 112.0
_GAP: Final = 26.0
_DOWN: Final = 40.0
_SIDE: Final = 58.0
_PAD: Final = 22.0


def draw(chain: Chain, domain: Domain, language: Language, link: Link) -> Scene:
    """Functions in rows, each below those that it follows; what crosses the border is counted at the edge."""
    canvas = Canvas(chain, DOMAIN_MAP.name(domain), domain.title, language, link, nodes_first=True)
    inside = [one for one in chain.holders(domain.id, "in-domain") if isinstance(one, Function)]
    level = folded(inside, _MOST)
    keys = [one.id for one in level.shown]
    links = list(function_links(chain))
    within = [one for one in links if one[0] in keys and one[1] in keys]
    givers = _neighbours(chain, domain, ((taker, giver) for giver, taker, _ in links))
    takers = _neighbours(chain, domain, ((giver, taker) for giver, taker, _ in links))
    cards = {one.id: canvas.card_of(one, list(_told(canvas, one, givers, takers)), _WIDTH) for one in level.shown}
    if level.hidden:
        more = canvas.more_card("more", level.hidden, Function.KIND.titles, _WIDTH)
        cards[more.key] = more
    rows = _rows(list(cards), within)
    boxes, ground = _put(canvas, rows, cards)
    _arrows(canvas, boxes, rows, within)
    _edge(canvas, ground, givers, left=True)
    _edge(canvas, ground, takers, left=False)
    return canvas.scene()


_Neighbours = dict[str, Counter[str]]
"""By neighbouring domain: how many links each function inside has with it."""


def _neighbours(chain: Chain, domain: Domain, links: Iterable[tuple[str, str]]) -> _Neighbours:
    found: _Neighbours = {}
    for inner, outer in links:
        other = domain_of(chain, outer)
        if domain_of(chain, inner) == domain.id and other is not None and other != domain.id:
            found.setdefault(other, Counter())[inner] += 1
    return found


def _told(canvas: Canvas, function: Function, givers: _Neighbours, takers: _Neighbours) -> Iterable[Line]:
    """How many indicators it drives, and with which domains it is linked."""
    driven = len(canvas.chain.targets(function.id, "drives"))
    yield Line(canvas.said(Text(zh=f"驱动 {driven} 个指标", en=f"drives {many(driven, 'indicator')}")))
    for sign, neighbours in (("←", givers), ("→", takers)):
        here = [(other, counts[function.id]) for other, counts in neighbours.items() if counts[function.id]]
        if here:
            names = [
                f"{canvas.said(canvas.chain.elements[other].title)}\N{NO-BREAK SPACE}{count}" for other, count in here
            ]
            yield Line(f"{sign} {' · '.join(names)}")


def _rows(keys: Sequence[str], links: Sequence[tuple[str, str, str]]) -> list[list[str]]:
    """Each function below all those before it that it follows or is fed by; wide rows are broken."""
    place = {key: at for at, key in enumerate(keys)}
    depth = dict.fromkeys(keys, 0)
    for key in keys:
        before = [giver for giver, taker, _ in links if taker == key and place[giver] < place[key]]
        depth[key] = max((depth[giver] + 1 for giver in before), default=0)
    if "more" in depth:
        depth["more"] = max(depth.values())
    found: list[list[str]] = []
    for at in range(max(depth.values(), default=-1) + 1):
        row = [key for key in keys if depth[key] == at]
        found += [row[start : start + _ACROSS] for start in range(0, len(row), _ACROSS)]
    return found


def _put(canvas: Canvas, rows: Sequence[Sequence[str]], cards: dict[str, Card]) -> tuple[dict[str, Box], Box]:
    """Draw the functions on a ground of their own; returns where they stand, and the ground."""
    width = _WIDTH + 18
    across = max(map(len, rows), default=1)
    inner = across * width + (across - 1) * _GAP
    left = _EDGE + 18 + _SIDE
    heights = [max(cards[key].label.height for key in row) for row in rows]
    whole = sum(heights) + _DOWN * max(0, len(rows) - 1) + 2 * _PAD
    ground = Box(left, 0, left + inner + 2 * _PAD, whole)
    canvas.node("ground", Label((), ground.width, whole), "shelf", None, "box", "rounded,filled", ground.middle)
    boxes: dict[str, Box] = {}
    y = _PAD
    for row, tall in zip(rows, heights, strict=True):
        start = left + _PAD + (inner - len(row) * width - (len(row) - 1) * _GAP) / 2
        for at, key in enumerate(row):
            middle = (start + at * (width + _GAP) + width / 2, y + tall / 2)
            cards[key].draw(middle)
            boxes[key] = around(middle, cards[key].label.width, cards[key].label.height)
        y += tall + _DOWN
    return boxes, ground


def _arrows(
    canvas: Canvas, boxes: dict[str, Box], rows: Sequence[Sequence[str]], links: Sequence[tuple[str, str, str]]
) -> None:
    """From the earlier function to the later one, and from the giver of data to its receiver, each pair once."""
    turned = {key: _turned(box) for key, box in boxes.items()}
    routes = Columns([[turned[key] for key in row] for row in rows])
    relations = {link.relation.name: link.relation for link in canvas.chain.links()}
    drawn: set[tuple[str, str]] = set()
    for giver, taker, name in links:
        if (giver, taker) in drawn:
            continue
        drawn.add((giver, taker))
        curve = routes.route(turned[giver], turned[taker])
        feeds = name == FEEDS
        says = relations[name].forward if feeds else relations[name].backward
        canvas.edge(giver, taker, f"rel-{name} {'soft step7' if feeds else 'step3'}", says=says, curve=_back(curve))


def _turned(box: Box) -> Box:
    return Box(box.top, box.left, box.bottom, box.right)


def _back(curve: Curve) -> Curve:
    last = (curve.last_tip[1], curve.last_tip[0]) if curve.last_tip is not None else None
    return Curve(tuple((y, x) for x, y in curve.points), None, last)


def _edge(canvas: Canvas, ground: Box, neighbours: _Neighbours, *, left: bool) -> None:
    """The domains at one side, and how many links lead from or to each."""
    cards = [
        canvas.card_of(canvas.chain.elements[key], (), _EDGE, key=f"{'from' if left else 'to'} {key}")
        for key in neighbours
    ]
    counts = [counter.total() for counter in neighbours.values()]
    height = sum(one.label.height + _GAP for one in cards) - _GAP
    y = max(0.0, ground.middle[1] - height / 2)
    for one, count in zip(cards, counts, strict=True):
        middle = y + one.label.height / 2
        x = one.label.width / 2 if left else ground.right + _SIDE + one.label.width / 2
        one.draw((x, middle))
        level = min(max(middle, ground.top + 12), ground.bottom - 12)
        inner = (ground.left if left else ground.right, level)
        outer = (x + one.label.width / 2 if left else x - one.label.width / 2, middle)
        points = curve_piece(outer, inner) if left else curve_piece(inner, outer)
        ends = (one.key, "ground") if left else ("ground", one.key)
        label = card.caption(str(count), 40)
        at = ((inner[0] + outer[0]) / 2, (inner[1] + outer[1]) / 2)
        canvas.edge(*ends, "step3", label, curve=headed(points, Heads.LAST), label_at=at)
        canvas.explain(Entry("edge", "step3", Text(zh="跨领域衔接（条数）", en="across domains (how many links)")))
        y += one.label.height + _GAP
