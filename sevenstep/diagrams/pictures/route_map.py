"""The map of one route: the way it takes, the next best one, and the better one that is still to open."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sevenstep.analysis.transport.compute import transport
from sevenstep.analysis.transport.results import RouteWays, Way
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import ROUTE
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.ground import Ground
from sevenstep.diagrams.scene import Entry, Heads, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model.step3_places import Route, TransportLink, TransportPlace

_TAKEN: Final = Entry("edge", "transport way-taken", Text(zh="所走路线", en="the way it takes"))
_NEXT: Final = Entry("edge", "transport way-next soft", Text(zh="次优走法", en="the next best way"))
_LATER: Final = Entry("edge", "transport way-later dotted", Text(zh="开通后的走法", en="the way to open"))


def draw(chain: Chain, route: Route, language: Language, link: Link) -> Scene:
    """The ways of a route among the places that they pass; a stretch that several of them share is drawn once."""
    canvas = Canvas(chain, ROUTE.name(route), route.title, language, link)
    ways = list(_ways(transport(chain).routes.get(route.id)))
    stretches: dict[str, tuple[Entry, bool]] = {}
    for entry, way in ways:
        for link_id, forward in _stretches(chain, way):
            stretches.setdefault(link_id, (entry, forward))
    passed = {route.start, route.end, *(place for _, way in ways for place in way.places)}
    places = [place for place in chain.engagement.of(TransportPlace) if place.id in passed]
    links = [found for found in chain.engagement.of(TransportLink) if found.id in stretches]
    ground = Ground(canvas, places, links, lambda found: _said(canvas, found))
    ground.draw_places()
    for found in links:
        entry, forward = stretches[found.id]
        ground.draw_link(found, entry, Heads.LAST if forward else Heads.FIRST)
    return canvas.scene()


def _ways(found: RouteWays | None) -> Iterator[tuple[Entry, Way]]:
    if found is None:
        return
    for entry, way in ((_TAKEN, found.taken), (_NEXT, found.next_best), (_LATER, found.later)):
        if way is not None:
            yield entry, way


def _stretches(chain: Chain, way: Way) -> Iterator[tuple[str, bool]]:
    """The links of a way, and whether it passes each in the direction in which it is written."""
    for (start, _), link in zip(pairwise(way.places), way.links, strict=True):
        element = chain.elements[link]
        yield link, isinstance(element, TransportLink) and element.start == start


def _said(canvas: Canvas, link: TransportLink) -> str:
    """By what it is travelled, and how long that takes."""
    mode = canvas.said(link.mode.label) if link.mode is not None else ""
    time = link.time.shown(canvas.language) if link.time is not None else ""
    return " ".join(part for part in (mode, time) if part)
