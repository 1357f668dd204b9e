"""The map of scenarios: each group with its scenarios in rows at its side."""

from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import SCENARIO_MAP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.layout.shelves import Shelf, arrange
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.card import Card
from sevenstep.diagrams.scene import Line, Link, Scene
from sevenstep.language import Language, Text, many
from sevenstep.model.step5_scenarios import Group, Scenario

_MOST_GROUPS: Final = 24
_MOST_SCENARIOS: Final = 96
_ACROSS: Final = 4
_HEAD: Final = 140.0
_WIDTH: Final = 118.0
_NO_GROUP: Final = Text(zh="未归类", en="In no group")


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Each group with its scenarios at its side; of many scenarios, a number for each group."""
    canvas = Canvas(chain, SCENARIO_MAP.name, SCENARIO_MAP.title, language, link)
    groups = folded(list(chain.engagement.of(Group)), _MOST_GROUPS)
    most = max(2, _MOST_SCENARIOS // max(1, len(groups.shown)))
    shelves = [_group(canvas, group, most) for group in groups.shown]
    homeless = [scenario for scenario in chain.engagement.of(Scenario) if not chain.targets(scenario.id, "group")]
    if homeless:
        shelves.append(Shelf(_plain(canvas, "no group", _NO_GROUP), _cards(canvas, "no group", homeless, most)))
    if groups.hidden:
        shelves.append(Shelf(canvas.more_card("more", groups.hidden, Group.KIND.titles, _HEAD), ()))
    arrange(canvas, shelves, _ACROSS, "rel-group step5")
    return canvas.scene()


def _group(canvas: Canvas, group: Group, most: int) -> Shelf:
    inside = [scenario for scenario in canvas.chain.holders(group.id, "group") if isinstance(scenario, Scenario)]
    said = Text(zh=f"{len(inside)} 个场景", en=many(len(inside), "scenario"))
    head = canvas.card_of(group, [Line(canvas.said(said))], _HEAD)
    return Shelf(head, _cards(canvas, group.id, inside, most))


def _cards(canvas: Canvas, key: str, scenarios: list[Scenario], most: int) -> tuple[Card, ...]:
    level = folded(scenarios, most)
    cards = [canvas.card_of(scenario, _served(canvas, scenario), _WIDTH) for scenario in level.shown]
    if level.hidden:
        cards.append(canvas.more_card(f"more {key}", level.hidden, Scenario.KIND.titles, _WIDTH))
    return tuple(cards)


def _plain(canvas: Canvas, key: str, text: Text) -> Card:
    """A head that is no element."""
    label = card.card(canvas.said(text), max_width=_HEAD)
    return Card(key, label, lambda at: canvas.node(key, label, "more", None, "box", "rounded,filled", at))


def _served(canvas: Canvas, scenario: Scenario) -> list[Line]:
    """What it improves and what it is made of, as far as there is any of it."""
    functions = len(canvas.chain.targets(scenario.id, "improves"))
    items = len(canvas.chain.holders(scenario.id, "belongs-to"))
    said = []
    if functions:
        said.append(Text(zh=f"改进 {functions} 个环节", en=f"improves {many(functions, 'function')}"))
    if items:
        said.append(Text(zh=f"{items} 个事项", en=many(items, "item")))
    return [Line(canvas.said(text)) for text in said]
