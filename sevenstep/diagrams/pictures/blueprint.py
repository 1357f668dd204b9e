"""The blueprint in layers: the systems of each with their parts, what is new, which services run where."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.blueprint.networks import open_interfaces
from sevenstep.analysis.blueprint.system_trees import layers_of, lines
from sevenstep.analysis.choices import Fate
from sevenstep.analysis.platforms import platforms
from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import BLUEPRINT
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.shelves import Shelf, arrange
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.looks.fates import GONE, NEW, entry_of
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language, Text
from sevenstep.model import choices
from sevenstep.model.frames.layer import Layer
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.service import Service
from sevenstep.model.step7_flows import System

_MOST: Final = 30
_ACROSS: Final = 3
_WIDTH: Final = 156.0
_HEAD: Final = 130.0
_NOWHERE: Final = Text(zh="未分层", en="In no layer")
_HOW_MANY: Final = Text(zh="数量：{}", en="how many: {}")
_PART_OF: Final = Text(zh="属于：{}", en="part of {}")
_RUNS: Final = Text(zh="承载：{}", en="runs {}")
_FATES: Final = {Fate.NEW: NEW, Fate.GOES: GONE}
_DECIDED: Final = {choices.Fate.NEW: NEW, choices.Fate.RETIRE: GONE}


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """A shelf for each layer, from the top down; a system is followed by its parts."""
    canvas = Canvas(chain, BLUEPRINT.name, BLUEPRINT.title, language, link)
    placed = layers_of(chain)
    shelves = []
    for layer in chain.engagement.of(Layer):
        inside = [key for key in _in_trees(chain) if placed.get(key) == layer.id]
        notes = [Line(canvas.said(_HOW_MANY).format(canvas.said(layer.count)))] if layer.count is not None else []
        shelves.append(Shelf(canvas.card_of(layer, notes, _HEAD), tuple(_cards(canvas, inside, layer.id))))
    rest = [key for key in _in_trees(chain) if key not in placed]
    if rest:
        label = card.card(canvas.said(_NOWHERE), max_width=_HEAD)
        head = Card(
            "no layer", label, lambda at: canvas.node("no layer", label, "more", None, "box", "rounded,filled", at)
        )
        shelves.append(Shelf(head, tuple(_cards(canvas, rest, "no layer"))))
    arrange(canvas, shelves, _ACROSS, "frame")
    return canvas.scene()


def _in_trees(chain: Chain) -> list[str]:
    """The systems, each followed by its parts."""
    below: dict[str, list[str]] = {}
    roots = []
    for key, line in lines(chain).items():
        if len(line) > 1:
            below.setdefault(line[1], []).append(key)
        else:
            roots.append(key)
    found: dict[str, None] = {}
    waiting = list(reversed(roots or list(lines(chain))))
    while waiting:
        key = waiting.pop()
        if key not in found:
            found[key] = None
            waiting.extend(reversed(below.get(key, [])))
    return [*found, *(key for key in lines(chain) if key not in found)]


def _cards(canvas: Canvas, systems: Sequence[str], shelf: str) -> Iterator[Card]:
    level = folded(systems, _MOST)
    for key in level.shown:
        look = _look(canvas.chain, key)
        if look:
            canvas.explain(entry_of(look, classes="step7"))
        yield canvas.card_of(canvas.chain.elements[key], list(_notes(canvas, key)), _WIDTH, look)
    if level.hidden:
        yield canvas.more_card(f"more {shelf}", level.hidden, System.KIND.titles, _WIDTH)


def _look(chain: Chain, key: str) -> str:
    """What projects decide of it goes before what follows from the flows; over what has interfaces it is not gone."""
    decided = [project.systems[key] for project in chain.holders(key, "decides-on") if isinstance(project, Project)]
    if decided:
        return _DECIDED.get(decided[-1], "")
    look = _FATES.get(platforms(chain)[key].fate, "")
    joined = any(key in {one.source_system, one.target_system} for one in open_interfaces(chain)) if look else False
    return "" if look == GONE and joined else look


def _notes(canvas: Canvas, key: str) -> Iterator[Line]:
    above = lines(canvas.chain)[key][1:2]
    if above:
        yield Line(canvas.said(_PART_OF).format(canvas.said(canvas.chain.elements[above[0]].title)))
    hosted = [one for one in canvas.chain.holders(key, "hosted-in") if isinstance(one, Service)]
    if hosted:
        separator = "、" if canvas.language == "zh" else ", "
        yield Line(canvas.said(_RUNS).format(separator.join(canvas.said(one.title) for one in hosted)))
