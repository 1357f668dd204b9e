"""Domains in a loop, clockwise, each with its functions; what the functions of one take up from the one before."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from sevenstep.chain.domain_loop import domain_loop
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import DOMAIN_LOOP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.geometry import Point, around
from sevenstep.diagrams.layout import ring
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language, Text

_MOST: Final = 8
"""Functions named in a domain."""
_WIDTH: Final = 180.0
_GAP: Final = 54.0
_HANDS_ON: Final = Text(zh="由后一个领域承接", en="taken up by the next domain")


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """The first domain of the files at the top left; below each title its functions."""
    canvas = Canvas(chain, DOMAIN_LOOP.name, DOMAIN_LOOP.title, language, link, nodes_first=True)
    loop = domain_loop(chain)
    cards = [canvas.card_of(chain.elements[key], _functions(canvas, key), _WIDTH) for key in loop]
    if not cards:
        return canvas.scene()
    boxes = {}
    for one, at in zip(cards, _places(cards), strict=True):
        one.draw(at)
        boxes[one.key] = around(at, one.label.width, one.label.height)
    for giver, taker in pairwise((*loop, loop[0])):
        curve = ring.line(boxes[giver], boxes[taker], aside=0.0)
        canvas.edge(giver, taker, "rel-follows step3", says=_HANDS_ON, curve=curve)
    return canvas.scene()


def _places(cards: Sequence[Card]) -> list[Point]:
    """A ring, no higher than it needs to be for the cards that stand one above the other."""
    wide = max(one.label.width for one in cards)
    high = max(one.label.height for one in cards)
    points = ring.places(len(cards), wide, high)
    above = [abs(a[1] - b[1]) for a, b in combinations(points, 2) if abs(a[0] - b[0]) < wide and abs(a[1] - b[1]) > 1]
    flatter = min(1.0, (high + _GAP) / min(above, default=high + _GAP))
    return [(x, high / 2 + (y - high / 2) * flatter) for x, y in points]


def _functions(canvas: Canvas, domain: str) -> list[Line]:
    titles = [canvas.said(function.title) for function in canvas.chain.holders(domain, "in-domain")]
    shown = [Line(f"· {title}") for title in titles[:_MOST]]
    return [*shown, Line(f"… {len(titles) - _MOST}")] if len(titles) > _MOST else shown
