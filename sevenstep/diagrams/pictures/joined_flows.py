"""The flows of all items in one picture: an item is a box that leads to its flow, an arrow is what it hands over."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.joined_flows import Handover, JoinedFlows, joined_flows
from sevenstep.chain.pictures import JOINED_AS_IS, JOINED_TO_BE, WholePicture
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.scene import Entry, Line, Link, Ranks, Scene
from sevenstep.language import Language, Text, joined, many
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Flow

_MOST_ITEMS: Final = 24
_MOST_SCENARIOS: Final = 40
_NAMED: Final = 2
_ITEM_WIDTH: Final = 118.0
_CAPTION_WIDTH: Final = 112.0

_CASE: Final = Text(zh="止处接起处", en="the case goes on")
_DATA: Final = Text(zh="交接数据", en="data handed over")
_BACK: Final = Text(zh="回传给前面的事项", en="handed back")
_NO_SCENARIO: Final = "no scenario"

_Ties = dict[tuple[str, str], tuple[dict[str, None], bool, bool]]
"""By giver and taker: the data, whether the case goes on, whether the arrow leads back."""


def draw_as_is(chain: Chain, language: Language, link: Link) -> Scene:
    """The flows of today, joined."""
    return _draw(chain, JOINED_AS_IS, Variant.AS_IS, language, link)


def draw_to_be(chain: Chain, language: Language, link: Link) -> Scene:
    """The flows of the design, joined."""
    return _draw(chain, JOINED_TO_BE, Variant.TO_BE, language, link)


def _draw(chain: Chain, picture: WholePicture, variant: Variant, language: Language, link: Link) -> Scene:
    canvas = Canvas(
        chain, picture.name, picture.title, language, link, Ranks("TB", rank_distance=0.42, node_distance=0.3)
    )
    found = joined_flows(chain).get(variant)
    if found is not None:
        scenarios = {item: _scenario(chain, item) for item in found.flows}
        if len(found.flows) <= _MOST_ITEMS:
            _items(canvas, found, scenarios)
        else:
            _scenarios(canvas, found, scenarios)
    return canvas.scene()


def _scenario(chain: Chain, item: str) -> str:
    return next((scenario.id for scenario in chain.targets(item, "belongs-to")), _NO_SCENARIO)


def _items(canvas: Canvas, found: JoinedFlows, scenarios: Mapping[str, str]) -> None:
    """A box for each item, those of one scenario in a frame where there are several scenarios."""
    framed = len(set(scenarios.values())) > 1
    for number, (item, flows) in enumerate(found.flows.items(), 1):
        within = _frame(canvas, scenarios[item]) if framed else None
        _item(canvas, number, item, flows, within)
    ties: _Ties = {
        (handover.giver, handover.taker): (dict.fromkeys(handover.data), handover.meets, handover.is_back)
        for handover in found.handovers
    }
    _arrows(canvas, ties)


def _frame(canvas: Canvas, scenario: str) -> str:
    if f"frame {scenario}" not in canvas:
        element = canvas.chain.elements.get(scenario)
        title = element.title if element is not None else Text(zh="没有场景", en="In no scenario")
        label = card.heading(canvas.said(title), max_width=220)
        canvas.frame(scenario, label, "step5", element=element, style="rounded", margin=10)
        canvas.explain(Entry("cluster", "step5", Scenario.KIND.title, "box", "rounded"))
    return scenario


def _item(canvas: Canvas, number: int, item: str, flows: tuple[str, ...], within: str | None) -> None:
    """The box of an item leads to its flow (its own page, where it has several), and says how much work is in it."""
    chain = canvas.chain
    own = [flow for key in flows if isinstance(flow := chain.elements[key], Flow)]
    leads_to: Element = own[0] if len(own) == 1 else chain.elements[item]
    steps = sum(isinstance(node, Activity) for flow in own for node in flow.steps.values())
    note = Line(canvas.said(Text(zh=f"{steps} 个作业", en=many(steps, "activity", "activities"))))
    shown = f"step6 kind-{Item.KIND.name}"
    title = f"{number}  {canvas.said(chain.elements[item].title)}"
    label = card.card(title, canvas.key_of(canvas.chain.elements.get(item)), canvas.mark(leads_to), [note], _ITEM_WIDTH)
    canvas.explain(Entry("node", shown, _OPENS, "box", "filled"))
    canvas.node(item, label, shown, within, "box", "filled", address=canvas.address(leads_to))


_OPENS: Final = Text(zh="事项（点开看流程）", en="item (opens its flow)")


def _arrows(canvas: Canvas, ties: _Ties) -> None:
    for (giver, taker), (data, meets, is_back) in ties.items():
        if is_back:
            look, says = "hands-back back", _BACK
        elif meets:
            look, says = "hands-case step7 bold", _CASE
        else:
            look, says = "hands-data step7", _DATA
        label = card.caption(canvas.said(_told(canvas.chain, data)), _CAPTION_WIDTH) if data else None
        canvas.explain(Entry("edge", look, says))
        canvas.edge(giver, taker, look, label)


def _told(chain: Chain, data: Mapping[str, None]) -> Text:
    """The data by name; of many the first and how many more."""
    titles = [chain.elements[key].title for key in list(data)[:_NAMED]]
    rest = len(data) - len(titles)
    named = joined(titles)
    if rest <= 0:
        return named
    return named.inserted_into(zh=f"{{}} 等 {len(data)} 项", en=f"{{}} and {rest} more")


def _scenarios(canvas: Canvas, found: JoinedFlows, scenarios: Mapping[str, str]) -> None:
    """Of many items, a box for each scenario, with what its items hand to those of others."""
    chain = canvas.chain
    counted: dict[str, int] = defaultdict(int)
    for item in found.flows:
        counted[scenarios[item]] += 1
    ties = _between(found.handovers, scenarios, {key: number for number, key in enumerate(counted)})
    work: dict[str, int] = dict.fromkeys(counted, 0)
    for (giver, taker), (data, _, _) in ties.items():
        for end in (giver, taker):
            work[end] += 1 + len(data)
    busiest = sorted(counted, key=lambda key: -work[key])
    shown = set(busiest if len(busiest) <= _MOST_SCENARIOS else busiest[: _MOST_SCENARIOS - 1])
    for key, count in counted.items():
        if key in shown:
            _scenario_box(canvas, key, count)
    if len(shown) < len(counted):
        canvas.more("more", len(counted) - len(shown), Scenario.KIND.titles)
    for (giver, taker), (data, _, is_back) in ties.items():
        if giver in shown and taker in shown:
            look, says = ("hands-back back", _BACK) if is_back else ("hands-data step7", _DATA)
            label = card.caption(canvas.said(_counted(chain, data)), _CAPTION_WIDTH) if data else None
            canvas.explain(Entry("edge", look, says))
            canvas.edge(giver, taker, look, label)


def _counted(chain: Chain, data: Mapping[str, None]) -> Text:
    """One data object by name, several by their number."""
    if len(data) == 1:
        return chain.elements[next(iter(data))].title
    return Text(zh=f"{len(data)} 项数据", en=many(len(data), "data object"))


def _scenario_box(canvas: Canvas, key: str, items: int) -> None:
    element = canvas.chain.elements.get(key)
    count = Line(canvas.said(Text(zh=f"{items} 个事项", en=many(items, "item"))))
    if element is not None:
        canvas.element(element, [count], max_width=_ITEM_WIDTH)
    else:
        title = canvas.said(Text(zh="没有场景的事项", en="Items in no scenario"))
        canvas.node(key, card.card(title, notes=[count], max_width=_ITEM_WIDTH), "more", None, "box", "rounded")


def _between(handovers: tuple[Handover, ...], scenarios: Mapping[str, str], order: Mapping[str, int]) -> _Ties:
    """What the items of one scenario hand to those of another."""
    ties: _Ties = {}
    for handover in handovers:
        ends = scenarios[handover.giver], scenarios[handover.taker]
        if ends[0] != ends[1]:
            data, meets, _ = ties.get(ends, ({}, False, False))
            data.update(dict.fromkeys(handover.data))
            ties[ends] = (data, meets or handover.meets, order[ends[0]] > order[ends[1]])
    return ties
