"""The flows of all items in one picture: an item is a box that leads to its flow, an arrow is what it hands over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.wording import shown_hours
from sevenstep.chain.back_edges import back_edges
from sevenstep.chain.graph import Chain
from sevenstep.chain.joined_flows import Handover, JoinedFlows, joined_flows
from sevenstep.chain.pictures import JOINED_AS_IS, JOINED_TO_BE, WholePicture
from sevenstep.diagrams.canvas import Canvas
from sevenstep.diagrams.layout.flow_rows import Connector, Stretch
from sevenstep.diagrams.looks import card
from sevenstep.diagrams.looks.waiting import CLASSES, Heat, heat_upto
from sevenstep.diagrams.pictures.lanes import Lanes
from sevenstep.diagrams.pictures.telling import Telling
from sevenstep.diagrams.scene import Entry, Line, Link, Ranks, Scene
from sevenstep.language import Language, Text, joined, many
from sevenstep.model.choices import Metric, Variant
from sevenstep.model.element import Element
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, AnyNode, Branch, Flow, SequenceFlow

_MOST_ITEMS: Final = 24
_FEW: Final = 1.2
"""Arrows for each item, as many as can be read."""
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
    found = joined_flows(chain).get(variant)
    if found is not None and len(found.flows) <= _MOST_ITEMS:
        canvas = Canvas(chain, picture.name, picture.title, language, link)
        told = _Joined(canvas, found)
        Lanes(canvas, told).draw(told.stretch)
        return canvas.scene()
    ranks = Ranks("TB", rank_distance=0.42, node_distance=0.3)
    canvas = Canvas(chain, picture.name, picture.title, language, link, ranks)
    if found is not None:
        _scenarios(canvas, found, {item: _scenario(chain, item) for item in found.flows})
    return canvas.scene()


def _scenario(chain: Chain, item: str) -> str:
    return next((scenario.id for scenario in chain.targets(item, "belongs-to")), _NO_SCENARIO)


class _Joined(Telling):
    """Items as steps, scenarios as lanes: each says how long a case waits in its flow, and whose data it uses besides.

    Arrows are the ways of a case; where data goes without it, its taker says from whom: arrows for all data cannot be
    read. Where no case goes on anywhere, or there is little data, data is what the arrows are.
    """

    def __init__(self, canvas: Canvas, joined: JoinedFlows) -> None:
        super().__init__(canvas, _heat(canvas.chain, joined))
        self._joined = joined
        self._number = {item: number for number, item in enumerate(joined.flows, 1)}
        meeting = [handover for handover in joined.handovers if handover.meets]
        few = len(joined.handovers) <= len(joined.flows) * _FEW
        shown = list(joined.handovers) if few or not meeting else meeting
        self._handover = {(handover.giver, handover.taker): handover for handover in shown}
        self.stretch = self._stretch()

    def _stretch(self) -> Stretch:
        chain = self.canvas.chain
        steps: dict[str, AnyNode | Connector] = {
            item: Activity.model_construct(id=item, title=chain.elements[item].title) for item in self._joined.flows
        }
        scenarios = {item: _scenario(chain, item) for item in steps}
        lanes = {item: key if key != _NO_SCENARIO else None for item, key in scenarios.items()}
        arrows = tuple(
            SequenceFlow(
                giver, taker, Branch(when=_told(chain, dict.fromkeys(handover.data)) if handover.data else None)
            )
            for (giver, taker), handover in self._handover.items()
        )
        back = back_edges(Stretch(steps, arrows, lanes))
        return Stretch(steps, arrows, lanes, back, back)

    def title(self, node: AnyNode) -> str:
        return f"{self._number[node.id]} {super().title(node)}"

    def leads_to(self, node: AnyNode) -> Element:
        """The flow of the item; its own page where it has several."""
        flows = self._flows(node)
        return flows[0] if len(flows) == 1 else self.canvas.chain.elements[node.id]

    def kind(self, _node: AnyNode) -> str:
        return Item.KIND.name

    def nobody(self) -> str:
        return self.canvas.said(_IN_NONE)

    def notes(self, node: AnyNode) -> Sequence[Line]:
        flows = self._flows(node)
        wait = _waiting(self.canvas.chain, flows)
        steps = sum(isinstance(step, Activity) for flow in flows for step in flow.steps.values())
        said = [self.canvas.said(Text(zh=f"{steps} 个作业", en=many(steps, "activity", "activities")))]
        if wait:
            said.append(self.canvas.said(_WAIT).format(shown_hours(wait, self.canvas.language)))
        givers = [str(self._number[handover.giver]) for handover in self._others(node)]
        separator = "、" if self.canvas.language == "zh" else ", "
        if givers:
            said.append(self.canvas.said(_USES).format(separator.join(givers)))
        return [Line(line, "fact") for line in said]

    def classes(self, node: AnyNode) -> Iterator[str]:
        if heat := self.heat.of_hours(_waiting(self.canvas.chain, self._flows(node))):
            yield heat

    def explain(self, nodes: Iterable[AnyNode]) -> None:
        self.canvas.explain(Entry("node", f"work kind-{Item.KIND.name}", _OPENS, "box", "filled"))
        there = {self.heat.of_hours(_waiting(self.canvas.chain, self._flows(node))) for node in nodes}
        for css_class in CLASSES:
            if css_class in there:
                self.canvas.explain(self.heat.entry(css_class, "box", "filled"))

    def facts(self, node: AnyNode) -> list[str]:
        """The data that it uses besides, and whose."""
        chain = self.canvas.chain
        told = []
        for handover in self._others(node):
            data = joined([chain.elements[key].title for key in handover.data])
            told += [f"{self._number[handover.giver]} → {self.canvas.said(data)}"] if handover.data else []
        return told

    def signs(self, _node: AnyNode) -> str:
        return ""

    def arrow_classes(self, ends: tuple[str, str]) -> str:
        handover = self._handover[ends]
        look, says = ("hands-case bold", _CASE) if handover.meets else ("hands-data", _DATA)
        self.canvas.explain(Entry("edge", look, says))
        return look

    def _others(self, node: AnyNode) -> list[Handover]:
        """What the item is handed without an arrow."""
        return [
            handover
            for handover in self._joined.handovers
            if handover.taker == node.id and (handover.giver, handover.taker) not in self._handover
        ]

    def _flows(self, node: AnyNode) -> list[Flow]:
        elements = (self.canvas.chain.elements[key] for key in self._joined.flows[node.id])
        return [flow for flow in elements if isinstance(flow, Flow)]


def _waiting(chain: Chain, flows: Iterable[Flow]) -> float:
    """How long a case waits in these flows on average, in hours."""
    known = (analysis_of(chain).metrics.get(flow.id) for flow in flows)
    values = (one.values.get(Metric.WAITING_TIME) for one in known if one is not None)
    return sum(value.mean for value in values if value is not None)


def _heat(chain: Chain, joined: JoinedFlows) -> Heat:
    every = ([flow for key in keys if isinstance(flow := chain.elements[key], Flow)] for keys in joined.flows.values())
    return heat_upto(max((_waiting(chain, flows) for flows in every), default=0.0))


_OPENS: Final = Text(zh="事项（点开看流程）", en="item (opens its flow)")
_WAIT: Final = Text(zh="等 {}", en="wait {}")
_USES: Final = Text(zh="另用 {} 的数据", en="also data of {}")
_IN_NONE: Final = Text(zh="没有场景", en="in no scenario")


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
