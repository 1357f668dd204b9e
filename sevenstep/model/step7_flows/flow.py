"""How an item runs: a flow of nodes, in one variant."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import model_validator

from sevenstep.language import Text
from sevenstep.model.choices import EventType, FlowMove, Variant
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind
from sevenstep.model.part import Part
from sevenstep.model.relation import Relation, Role
from sevenstep.model.step3_places.at import At
from sevenstep.model.step7_flows.arrivals import Arrivals
from sevenstep.model.step7_flows.metrics import Estimate
from sevenstep.model.step7_flows.nodes import AnyNode, Branch
from sevenstep.model.values import Prose, Reference, Title


@dataclass(frozen=True, slots=True)
class SequenceFlow:
    """An arrow of a flow, between names of nodes; `branch` tells chance and condition."""

    source: str
    target: str
    branch: Branch

    def __hash__(self) -> int:
        """Where it runs tells nearly every arrow apart: pictures look them up tens of thousands of times."""
        return hash((self.source, self.target))


class Scope(Part):
    TITLE: ClassVar = Text(zh="范围", en="Scope")
    EXPLANATION: ClassVar = Text(zh="流程包括什么。", en="What the flow covers.")

    starts: Annotated[
        Title,
        Declared(
            Text(zh="起点", en="Starts"),
            Text(zh="由什么引起。", en="What sets it going."),
            "{zh: 货主要舱位, en: A shipper needs space}",
        ),
    ]
    ends: Annotated[
        Title,
        Declared(
            Text(zh="终点", en="Ends"),
            Text(zh="到什么时候算完。", en="When it is over."),
            "{zh: 舱位确认, en: The space is confirmed}",
        ),
    ]
    covers: Annotated[
        Prose | None,
        Declared(
            Text(zh="覆盖", en="Covers"),
            Text(zh="包括什么，不包括什么。", en="What is inside and what is left out."),
            "{zh: 不含改签, en: Without rebooking}",
            shown=Shown.PROSE,
        ),
    ] = None


class Flow(Element):
    KIND: ClassVar = Kind(
        "flow",
        "flows",
        7,
        Text(zh="流程", en="Flow"),
        Text(zh="流程", en="Flows"),
        gathered_by=("details", "belongs-to", "group"),
    )
    EXPLANATION: ClassVar = Text(zh="一个事项怎样运行，写成流程。", en="How an item runs, as a process.")
    SHORT: ClassVar = ()

    details: Annotated[
        Reference | None,
        Relation(
            "details",
            ("item",),
            Text(zh="细化事项", en="details"),
            Text(zh="细化它的流程", en="detailed by"),
            Role.SERVES,
            holders=Text(zh="流程", en="Flows"),
        ),
        Declared(
            Text(zh="细化事项", en="Details"),
            Text(zh="它细化的是哪个业务事项。", en="The item whose running it shows."),
            "booking",
            expected=True,
            column=2,
        ),
    ] = None
    variant: Annotated[
        Variant,
        Declared(
            Text(zh="版本", en="Variant"),
            Text(zh="现状流程，还是目标流程。", en="Today's way, or the way it shall be."),
            "as-is",
            column=1,
        ),
    ]
    at: At = ()
    move: Annotated[
        FlowMove | None,
        Declared(
            Text(zh="完成到", en="Done up to"),
            Text(
                zh="第七步的五个动作已做完哪一个：范围界定、数据收集、梳理流程与关键节点、数据整合与分析、优化与评估。",
                en="The last of the five moves of step 7 that is done: bound the scope, collect data, lay out the flow "
                "and its key nodes, analyse, optimise.",
            ),
            "lay-out",
        ),
    ] = None
    scope: Annotated[
        Scope | None,
        Declared(
            Text(zh="范围", en="Scope"),
            Text(zh="流程包括什么：从哪里起，到哪里止。", en="What the flow covers: where it starts, where it ends."),
            "{starts: 货主要舱位, ends: 舱位确认}",
            expected=True,
        ),
    ] = None
    arrivals: Annotated[
        Arrivals | None,
        Declared(
            Text(zh="到达", en="Arrivals"),
            Text(zh="业务到达的频率。", en="How often a case begins."),
            "40/d",
            shown=Shown.HIDDEN,
        ),
    ] = None
    steps: Annotated[
        dict[str, AnyNode],
        Declared(
            Text(zh="流程步骤", en="Steps of the flow"),
            Text(zh="它的步骤，按阅读的次序写。", en="Its nodes, in the order they are read."),
            "{asked: {title: 要舱位, type: start, actor: shipper}, fill-in: {title: 填订舱单, time: "
            "20min..40min}, done: {title: 订好, type: end}}",
            shown=Shown.TABLE,
            expected=True,
            numbered=True,
            key=Text(zh="步骤", en="Step"),
        ),
    ] = {}
    estimates: Annotated[
        dict[Reference, Estimate],
        Relation(
            "estimates",
            ("indicator",),
            Text(zh="测算指标", en="estimates"),
            Text(zh="由流程测算", en="estimated by"),
            Role.CLOSES,
        ),
        Declared(
            Text(zh="测算的指标", en="Indicators estimated"),
            Text(
                zh="哪些指标由该流程的度量得出数值。",
                en="The indicators that get a value from a metric of this flow.",
            ),
            "{booking-lead-time: lead_time}",
            shown=Shown.TABLE,
            column=3,
        ),
    ] = {}

    @model_validator(mode="before")
    @classmethod
    def _name_nodes(cls, value: Any) -> Any:
        """Give each node its id: the flow's id, a slash, and its name in the flow."""
        if not isinstance(value, dict) or not isinstance(steps := value.get("steps"), dict):
            return value
        named = {
            name: {**node, "id": f"{value.get('id')}/{name}"} if isinstance(node, dict) else node
            for name, node in steps.items()
        }
        return {**value, "steps": named}

    @cached_property
    def sequence_flows(self) -> tuple[SequenceFlow, ...]:
        """All arrows, those included that go without saying (to the node below)."""
        return tuple(self._sequence_flows())

    def _sequence_flows(self) -> Iterator[SequenceFlow]:
        names = list(self.steps)
        for position, (name, node) in enumerate(self.steps.items()):
            if node.next is not None:
                for target, branch in node.next.items():
                    yield SequenceFlow(name, target, branch)
            elif node.type != EventType.END and position + 1 < len(names):
                yield SequenceFlow(name, names[position + 1], Branch())

    @cached_property
    def lanes(self) -> dict[str, str | None]:
        """The actor in whose lane each node stands (None: no actor is named up to there)."""
        lanes: dict[str, str | None] = {}
        lane: str | None = next((node.actor for node in self.steps.values() if node.actor), None)
        for name, node in self.steps.items():
            lane = node.actor or lane
            lanes[name] = lane
        return lanes
