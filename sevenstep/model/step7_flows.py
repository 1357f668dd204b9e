"""Step 7: how an item runs, as a process, and the data and systems it runs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from sevenstep.language import Text
from sevenstep.model.element import (
    Amount,
    Element,
    Evidence,
    Kind,
    Part,
    Prose,
    Reference,
    References,
    Share,
    Time,
    Title,
)
from sevenstep.model.quantity import Unfit
from sevenstep.model.relation import Relation, Role

Mode = Literal["manual", "assisted", "automatic"]
Metric = Literal[
    "lead_time",
    "processing_time",
    "waiting_time",
    "flow_efficiency",
    "cost",
    "handoffs",
    "system_switches",
    "rework_probability",
    "manual_share",
    "reentries",
]

MODES: dict[Mode, Text] = {
    "manual": Text(zh="人工", en="manual"),
    "assisted": Text(zh="半自动", en="assisted"),
    "automatic": Text(zh="自动", en="automatic"),
}

GATEWAYS: dict[str, Text] = {
    "exclusive": Text(zh="择一网关", en="an exclusive gateway"),
    "parallel": Text(zh="并行网关", en="a parallel gateway"),
    "inclusive": Text(zh="多选网关", en="an inclusive gateway"),
}


class System(Element):
    """Where activities are done and data is kept."""

    KIND: ClassVar = Kind("system", "systems", 7, Text(zh="信息系统", en="System"), Text(zh="信息系统", en="Systems"))


class DataObject(Element):
    """A document or record."""

    KIND: ClassVar = Kind(
        "data", "data", 7, Text(zh="数据对象", en="Data object"), Text(zh="数据对象", en="Data objects")
    )

    fields: tuple[Title, ...] = ()
    """What it holds."""
    classification: Literal["public", "internal", "confidential", "secret"] | None = None
    """Who may see it."""
    system_of_record: Annotated[
        Reference | None,
        Relation(
            "kept-in",
            ("system",),
            Text(zh="权威系统", en="system of record"),
            Text(zh="保管的数据", en="keeps"),
            down=True,
        ),
    ] = None
    """The system whose copy counts."""


# -- nodes of a flow -----------------------------------------------------------------


class Branch(Part):
    """Where a node leads: how likely, and on what condition. Short: ``80%``, or ``80% papers complete``."""

    chance: Share | None = None
    """How likely it is taken."""
    when: Title | None = None
    """On what condition."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value is None:
            return {}
        if not isinstance(value, str):
            return value
        first, _, rest = value.strip().partition(" ")
        if not first.endswith("%"):
            return {"when": value}
        return {"chance": first, **({"when": rest} if rest.strip() else {})}


def _branches(value: Any) -> Any:
    """One target, a list of targets, or targets with their branches: all as a mapping."""
    if isinstance(value, str):
        return {value: None}
    if isinstance(value, list):
        names = [one for one in value if isinstance(one, str)]
        if len(names) < len(value) or len(set(names)) < len(names):
            raise Unfit(
                Text(
                    zh="next 的列表里只能写节点编号，每个一次",
                    en="A list under next holds ids of nodes, each once",
                ),
                Text(
                    zh="要写概率或条件，用映射：{节点: 80% 条件}",
                    en="For chances or conditions write a mapping: {node: 80% condition}",
                ),
            )
        return dict.fromkeys(names)
    return value


class Node(Element):
    """One thing in a flow. Where `next` is left out, it leads to the node written below it."""

    actor: Annotated[
        Reference | None,
        Relation(
            "done-by",
            ("actor",),
            Text(zh="执行主体", en="done by"),
            Text(zh="执行的作业", en="does"),
        ),
    ] = None
    """Who does it: the lane it stands in. Left out, it stands in the lane of the node above."""
    next: Annotated[
        dict[Reference, Branch] | None,
        BeforeValidator(_branches),
        Relation(
            "next",
            ("activity", "event", "gateway"),
            Text(zh="下一步", en="then"),
            Text(zh="上一步", en="after"),
            Role.ORDER,
            local=True,
        ),
    ] = None
    """What comes after: one node, several, or several with their chance and condition."""

    @property
    def name(self) -> str:
        """Its id within the flow."""
        return self.id.rpartition("/")[2]


class Activity(Node):
    """One box of a flow: who does what, in which system, how long, at what cost, on which data."""

    KIND: ClassVar = Kind("activity", "steps", 7, Text(zh="作业", en="Activity"), Text(zh="作业", en="Activities"))

    type: Literal["activity"] = "activity"
    """An activity, unless it says otherwise."""
    system: Annotated[
        Reference | None,
        Relation(
            "done-in",
            ("system",),
            Text(zh="使用系统", en="done in"),
            Text(zh="支撑的作业", en="supports"),
            down=True,
        ),
    ] = None
    """The system it is done in."""
    mode: Mode | None = None
    """By hand or not."""
    time: Time | None = None
    """How long it takes to do (processing time)."""
    wait: Time | None = None
    """How long the case waits before it is done."""
    cost: Amount | None = None
    """What one case costs here, with its currency."""
    reads: Annotated[
        References,
        Relation(
            "reads",
            ("data",),
            Text(zh="读取数据", en="reads"),
            Text(zh="被作业读取", en="read by"),
            down=True,
        ),
    ] = ()
    """The data it needs."""
    writes: Annotated[
        References,
        Relation(
            "writes",
            ("data",),
            Text(zh="写入数据", en="writes"),
            Text(zh="由作业写入", en="written by"),
            down=True,
        ),
    ] = ()
    """The data it makes or changes."""


class Event(Node):
    """Something that happens: a start, an end, or an event on the way."""

    KIND: ClassVar = Kind("event", "steps", 7, Text(zh="事件", en="Event"), Text(zh="事件", en="Events"))

    type: Literal["start", "end", "event"]
    """Where it stands."""
    wait: Time | None = None
    """How long the case waits until it happens."""


class Gateway(Node):
    """A fork or a join: one way of several (exclusive), all (parallel), or some (inclusive)."""

    KIND: ClassVar = Kind("gateway", "steps", 7, Text(zh="网关", en="Gateway"), Text(zh="网关", en="Gateways"))

    type: Literal["exclusive", "parallel", "inclusive"]
    """How many of its branches are taken."""


NODE_TYPES: dict[str, str] = {
    "activity": "activity",
    "start": "event",
    "end": "event",
    "event": "event",
    "exclusive": "gateway",
    "parallel": "gateway",
    "inclusive": "gateway",
}


def _node_class(value: Any) -> str:
    said = value.get("type", "activity") if isinstance(value, dict) else "activity"
    return NODE_TYPES.get(said, "activity") if isinstance(said, str) else "activity"


AnyNode = Annotated[
    Annotated[Activity, Tag("activity")] | Annotated[Event, Tag("event")] | Annotated[Gateway, Tag("gateway")],
    Discriminator(_node_class),
]


@dataclass(frozen=True, slots=True)
class Transition:
    """An arrow of a flow, between names of nodes; `branch` tells chance and condition."""

    source: str
    target: str
    branch: Branch


class Scope(Part):
    """What the flow covers."""

    starts: Title
    """What sets it going."""
    ends: Title
    """When it is over."""
    covers: Prose | None = None
    """What is inside and what is left out."""


class Flow(Element):
    """How an item runs, as a process."""

    KIND: ClassVar = Kind("flow", "flows", 7, Text(zh="流程", en="Flow"), Text(zh="流程", en="Flows"))

    details: Annotated[
        Reference | None,
        Relation(
            "details",
            ("item",),
            Text(zh="细化事项", en="details"),
            Text(zh="细化它的流程", en="detailed by"),
            Role.SERVES,
        ),
    ] = None
    """The item whose running it shows."""
    variant: Literal["as-is", "to-be"]
    """Today's way, or the way it shall be."""
    scope: Scope | None = None
    """What the flow covers: where it starts, where it ends."""
    steps: dict[str, AnyNode] = {}
    """Its nodes, in the order they are read."""
    estimates: Annotated[
        dict[Reference, Metric],
        Relation(
            "estimates",
            ("indicator",),
            Text(zh="估算指标", en="estimates"),
            Text(zh="由流程估算", en="estimated by"),
            Role.CLOSES,
        ),
    ] = {}
    """The indicators that get a value from a metric of this flow."""

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
    def transitions(self) -> tuple[Transition, ...]:
        """All arrows, those included that go without saying (to the node below)."""
        return tuple(self._transitions())

    def _transitions(self) -> Iterator[Transition]:
        names = list(self.steps)
        for position, (name, node) in enumerate(self.steps.items()):
            if node.next is not None:
                for target, branch in node.next.items():
                    yield Transition(name, target, branch)
            elif node.type != "end" and position + 1 < len(names):
                yield Transition(name, names[position + 1], Branch())

    @cached_property
    def lanes(self) -> dict[str, str | None]:
        """The actor in whose lane each node stands (None: no actor is named up to there)."""
        lanes: dict[str, str | None] = {}
        lane: str | None = next((node.actor for node in self.steps.values() if node.actor), None)
        for name, node in self.steps.items():
            lane = node.actor or lane
            lanes[name] = lane
        return lanes


# -- what is wrong, and what to do ---------------------------------------------------


class Finding(Element):
    """Something wrong with the client's business: a blockage, a break or a blind spot."""

    KIND: ClassVar = Kind("finding", "findings", 7, Text(zh="发现", en="Finding"), Text(zh="发现", en="Findings"))

    type: Literal["blockage", "break", "blind-spot"]
    """堵点, 断点 or 盲点."""
    touches: Annotated[
        References,
        Relation("touches", (), Text(zh="涉及要素", en="touches"), Text(zh="相关发现", en="findings")),
    ] = ()
    """The elements it is felt at."""
    evidence: tuple[Evidence, ...] = ()
    """What shows that it is real."""


class Measure(Element):
    """A change that answers findings and turns an as-is flow into a to-be flow."""

    KIND: ClassVar = Kind("measure", "measures", 7, Text(zh="举措", en="Measure"), Text(zh="举措", en="Measures"))

    answers: Annotated[
        References,
        Relation(
            "answers-finding",
            ("finding",),
            Text(zh="回应发现", en="answers"),
            Text(zh="由举措回应", en="answered by"),
            Role.ANSWERS,
        ),
    ] = ()
    """The findings it answers."""
    shapes: Annotated[
        References,
        Relation(
            "shapes",
            ("flow",),
            Text(zh="形成流程", en="shapes"),
            Text(zh="由举措形成", en="shaped by"),
        ),
    ] = ()
    """The to-be flows in which it is at work."""
    cost: Amount | None = None
    """What it costs to bring about."""
