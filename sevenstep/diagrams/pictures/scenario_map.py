"""The map of scenarios: a block for each group, the blocks in rows."""

from sevenstep.chain.graph import Chain
from sevenstep.chain.pictures import SCENARIO_MAP
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout import blocks
from sevenstep.diagrams.layout.fold import folded
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import Entry, Line, Link, Scene
from sevenstep.language import Language, Text, many
from sevenstep.model.step5_scenarios import Group, Scenario

_MOST_GROUPS = 24
_MOST_SCENARIOS = 96


def draw(chain: Chain, language: Language, link: Link) -> Scene:
    """Groups in rows; of many scenarios, a number for each group."""
    canvas = Canvas(chain, SCENARIO_MAP.name, SCENARIO_MAP.title, language, link, blocks.RANKS)
    groups = folded(list(chain.engagement.of(Group)), _MOST_GROUPS)
    most = max(2, _MOST_SCENARIOS // max(1, len(groups.shown)))
    columns = [_group(canvas, group, most) for group in groups.shown]
    homeless = [scenario for scenario in chain.engagement.of(Scenario) if not chain.targets(scenario.id, "group")]
    if homeless:
        columns.append(_block(canvas, "no group", homeless, most, None))
    if groups.hidden:
        columns.append([canvas.more("more", groups.hidden, Group.KIND.titles)])
    blocks.arrange(canvas, columns)
    return canvas.scene()


def _group(canvas: Canvas, group: Group, most: int) -> list[str]:
    inside = [scenario for scenario in canvas.chain.holders(group.id, "group") if isinstance(scenario, Scenario)]
    return _block(canvas, group.id, inside, most, group)


def _block(canvas: Canvas, key: str, scenarios: list[Scenario], most: int, group: Group | None) -> list[str]:
    title = canvas.said(group.title) if group else canvas.said(Text(zh="未归类", en="In no group"))
    label = card.heading(title, str(len(scenarios)), max_width=card.MAX_WIDTH - 14)
    frame = canvas.frame(key, label, "group step5", element=group, style="rounded", margin=8)
    canvas.explain(Entry("cluster", "group step5", Group.KIND.title, "box", "rounded"))
    level = folded(scenarios, most)
    keys = [canvas.element(scenario, _served(canvas, scenario), frame, lines=2) for scenario in level.shown]
    if level.hidden:
        keys.append(canvas.more(f"more {key}", level.hidden, Scenario.KIND.titles, frame))
    if not keys:
        keys.append(canvas.node(f"empty {key}", card.card("–"), "more", frame, "box", "rounded"))
    return keys


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
