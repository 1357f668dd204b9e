"""The map of places and links: a schematic one, with what is laden, what is found there and what does not run yet."""

from collections import Counter
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import PLACE_MAP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.ground import Ground
from sevenstep.diagrams.scene import Link, Scene
from sevenstep.language import Language
from sevenstep.model.step3_places import TransportLink, TransportPlace

MOST: Final = 80
"""Places on one map: those with most links."""


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Places as points with their names, links between them by mode; nothing is to scale."""
    canvas = Canvas(chain, PLACE_MAP.name, PLACE_MAP.title, language, link)
    level = folded(_by_links(chain), MOST)
    shown = {place.id for place in level.shown}
    places = [place for place in chain.engagement.of(TransportPlace) if place.id in shown]
    links = [found for found in chain.engagement.of(TransportLink) if shown.issuperset(found.ends)]
    ground = Ground(canvas, places, links)
    ground.draw_places()
    for found in links:
        ground.draw_link(found)
    if level.hidden:
        canvas.more("more places", level.hidden, TransportPlace.KIND.titles, at=ground.foot)
    return canvas.scene()


def _by_links(chain: Chain) -> list[TransportPlace]:
    """All places, those that most links join first."""
    joined = Counter(end for link in chain.engagement.of(TransportLink) for end in link.ends)
    return sorted(chain.engagement.of(TransportPlace), key=lambda place: -joined[place.id])
