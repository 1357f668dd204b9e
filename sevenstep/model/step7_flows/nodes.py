"""The nodes of a flow: activities, events and gateways, and where each leads."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from sevenstep.language import Text
from sevenstep.model.element import Amount, Elapsed, Element, Kind, Part, Reference, References, Share, Time, Title
from sevenstep.model.quantity import Unfit
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.step7_flows.chances import branch_of

Mode = Literal["manual", "assisted", "automatic"]

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


class Branch(Part):
    """Where a node leads: how likely, and on what condition. Short: ``80%``, or ``80% papers complete``.

    In ``{when: …}`` every text is a condition, whatever numbers it holds.
    """

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
        return branch_of(value)


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
            backward_verb=Text(zh="执行作业", en="does"),
            closeness=Closeness.WORKS,
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
    wait: Elapsed | None = None
    """How long the case waits before it is done."""
    cost: Amount | None = None
    """What one case costs here, with its currency."""
    resources: Annotated[
        References,
        Relation(
            "needs-resource",
            ("resource",),
            Text(zh="占用资源", en="needs"),
            Text(zh="用它的作业", en="needed by"),
            down=True,
            backward_verb=Text(zh="用于作业", en="is needed by"),
        ),
    ] = ()
    """What it is done by: any one of these; left out, there is always somebody."""
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
    wait: Elapsed | None = None
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
