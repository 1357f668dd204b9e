"""Who shares what with whom: a row for each owner of data, a column for each actor who reads it."""

from collections import Counter, defaultdict
from typing import Final

from sevenstep.analysis.blueprint.sharing import SharedData, shared_data
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import DATA_SHARING
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.grid import ROW, Grid
from sevenstep.diagrams.layout.placed_columns import PAGE
from sevenstep.diagrams.looks.interfaces import sharing_entry, sharing_look
from sevenstep.diagrams.scene import Address, Link, Scene
from sevenstep.language import Language
from sevenstep.model.choices import Sharing
from sevenstep.model.step4_paths import Actor
from sevenstep.model.step7_flows import DataObject

_MOST: Final = 40
_LEFT: Final = 196.0
_NAMED: Final = 9


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """The mark has the number of data objects, its look the narrowest level of sharing among them."""
    canvas = Canvas(chain, DATA_SHARING.name, DATA_SHARING.title, language, link, nodes_first=True)
    found: dict[tuple[str, str], list[SharedData]] = defaultdict(list)
    work: Counter[str] = Counter()
    for one in shared_data(chain):
        found[one.giver, one.taker].append(one)
        work.update((one.giver, one.taker))
    chosen = {key for key, _ in work.most_common(_MOST)}
    actors = [actor for actor in chain.engagement.of(Actor) if actor.id in chosen]
    column = min(96.0, max(17.0, (PAGE - _LEFT) / max(1, len(actors))))
    named = len(actors) <= _NAMED
    grid = Grid(canvas, "sharing", 0, _LEFT, column, head=66.0 if named else 26.0)
    grid.bands(len(actors), len(actors))
    for at, actor in enumerate(actors):
        grid.column_head(at, actor, "" if named else str(at + 1))
        grid.row_head(at, actor, str(at + 1))
        grid.empty(at, at)
    places = {actor.id: at for at, actor in enumerate(actors)}
    size = (min(column, 34.0) - 2, ROW - 5)
    for (giver, taker), shared in found.items():
        if giver in places and taker in places:
            data = list(dict.fromkeys(one.data for one in shared))
            look = sharing_look([_level(chain, key) for key in data])
            canvas.explain(sharing_entry(look))
            address = Address(canvas.url(chain.elements[giver]), _tip(canvas, giver, taker, data))
            grid.mark(grid.at(places[giver], places[taker]), str(len(data)), look, size, address)
    if len(work) > len(actors):
        canvas.more("more", len(work) - len(actors), Actor.KIND.titles, at=(84, grid.bottom + 26))
    return canvas.scene()


def _level(chain: Chain, key: str) -> Sharing | None:
    data = chain.elements[key]
    return data.sharing if isinstance(data, DataObject) else None


def _tip(canvas: Canvas, giver: str, taker: str, data: list[str]) -> str:
    elements = canvas.chain.elements
    ends = f"{canvas.said(elements[giver].title)} → {canvas.said(elements[taker].title)}"
    told = []
    for key in data:
        level = _level(canvas.chain, key)
        title = canvas.said(elements[key].title)
        told.append(f"{title}（{canvas.said(level.label)}）" if level is not None else title)
    if canvas.language == "en":
        told = [one.replace("（", " (").replace("）", ")") for one in told]
    return " · ".join([ends, *told])
