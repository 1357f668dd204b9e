"""The nodes of a flow: activities, events and gateways, and where each leads."""

from dataclasses import replace
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, Discriminator, Tag, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import ActivityType, EventType, GatewayType, Mode
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, Shown, Written
from sevenstep.model.form import Form, Short, reads
from sevenstep.model.kind import Kind, Where
from sevenstep.model.members import YesNo
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.step3_places.at import At
from sevenstep.model.step7_flows.chances import branch_of
from sevenstep.model.values import Amount, Elapsed, Emissions, Reference, References, Share, Time, Title

_IN_ITS_FLOW: Final = dict.fromkeys(Where, "it does no work: the picture and the table of its flow show it")


class Branch(Part):
    TITLE: ClassVar = Text(zh="分支", en="Branch")
    EXPLANATION: ClassVar = Text(
        zh="一步通向哪里：可能多大，什么条件。简写：`80%`，或 `80% 单证齐全`。写成 `{when: …}` 时，"
        "里面的文字不管有什么数都是条件。",
        en="Where a node leads: how likely, and on what condition. Short: `80%`, or `80% papers complete`. "
        "In `{when: …}` every text is a condition, whatever numbers it holds.",
    )
    SHORT: ClassVar = (Form.NAME, Form.NOTHING)

    chance: Annotated[
        Share | None,
        Declared(Text(zh="概率", en="Chance"), Text(zh="走这一支的可能有多大。", en="How likely it is taken."), "80%"),
    ] = None
    when: Annotated[
        Title | None,
        Declared(
            Text(zh="条件", en="Condition"),
            Text(zh="什么条件下走这一支。", en="On what condition."),
            "{zh: 缺项, en: something missing}",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if value is None:
            return {}
        if not isinstance(value, str):
            return value
        return branch_of(value)


@reads(short=Short.KEYS)
def _branches(value: Any) -> Any:
    """One target, a list of targets, or targets with their branches: all as a mapping."""
    if isinstance(value, str):
        return {value: None}
    if isinstance(value, list):
        names = [name for name in value if isinstance(name, str)]
        if len(names) < len(value) or len(set(names)) < len(names):
            raise InvalidValue(
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


_DONE_BY: Final = Relation(
    "done-by",
    ("actor",),
    Text(zh="执行主体", en="done by"),
    Text(zh="执行的作业", en="does"),
    backward_verb=Text(zh="执行作业", en="does"),
    closeness=Closeness.WORKS,
)
_ACTOR: Final = Declared(
    Text(zh="执行主体", en="Actor"),
    Text(
        zh="由谁办理，即所在泳道；不写则与上一步相同。",
        en="Who does it: the lane it stands in. Left out, it stands in the lane of the node above.",
    ),
    "shipper",
    column=1,
)


class Node(Element):
    TITLE: ClassVar = Text(zh="节点", en="Node")
    EXPLANATION: ClassVar = Text(
        zh="流程里的一个节点。不写 next，就通向写在它下面的那个。",
        en="One thing in a flow. Where `next` is left out, it leads to the node written below it.",
    )

    actor: Annotated[
        Reference | None,
        _DONE_BY,
        _ACTOR,
    ] = None
    next: Annotated[
        dict[Reference, Branch] | None,
        BeforeValidator(_branches),
        Written(
            Text(
                zh="本流程的步骤：一个，一个列表，或每个各带概率和条件",
                en="steps of the flow: one, a list, or each with its chance and condition",
            )
        ),
        Relation(
            "next",
            ("activity", "event", "gateway"),
            Text(zh="下一步", en="then"),
            Text(zh="上一步", en="after"),
            Role.ORDER,
            local=True,
        ),
        Declared(
            Text(zh="下一步", en="Then"),
            Text(
                zh="之后的去向：一步、几步，或几步各带概率和条件；不写则到下面一步。",
                en="What comes after: one node, several, or several with their chance and condition; left "
                "out, the node below.",
            ),
            "{confirm: 80% complete, fill-in: 20%}",
            column=2,
        ),
    ] = None

    key_node: Annotated[
        YesNo,
        Declared(
            Text(zh="关键节点", en="Key node"),
            Text(
                zh="是不是流程的关键节点：办成办不成、快慢好坏看它。",
                en="Whether it is a key node: what decides how the flow goes.",
            ),
            '"true"',
        ),
    ] = False

    @property
    def name(self) -> str:
        """Its id within the flow."""
        return self.id.rpartition("/")[2]


class Activity(Node):
    KIND: ClassVar = Kind(
        "activity",
        "steps",
        7,
        Text(zh="作业", en="Activity"),
        Text(zh="作业", en="Activities"),
        tier=1,
        left_out={Where.CHAIN: "its flow stands for it", Where.OWN_TRACE: "the trace of its flow shows it"},
    )
    EXPLANATION: ClassVar = Text(
        zh="流程里的一格：谁做什么，在哪个系统，要多久，花多少，用哪些数据。",
        en="One box of a flow: who does what, in which system, how long, at what cost, on which data.",
    )

    actor: Annotated[Reference | None, _DONE_BY, replace(_ACTOR, expected=True)] = None
    type: Annotated[
        ActivityType,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="是作业，除非写成别的。", en="An activity, unless it says otherwise."),
            "activity",
            shown=Shown.APART,
        ),
    ] = ActivityType.ACTIVITY
    system: Annotated[
        Reference | None,
        Relation(
            "done-in",
            ("system",),
            Text(zh="使用系统", en="done in"),
            Text(zh="支撑的作业", en="supports"),
            down=True,
        ),
        Declared(
            Text(zh="信息系统", en="System"),
            Text(zh="在哪个系统里做。", en="The system it is done in."),
            "rail-booking",
            column=1,
        ),
    ] = None
    at: At = ()
    mode: Annotated[
        Mode | None,
        Declared(
            Text(zh="方式", en="Mode"),
            Text(zh="人工办理还是自动办理。", en="By hand or not."),
            "manual",
            expected=True,
            column=1,
        ),
    ] = None
    time: Annotated[
        Time | None,
        Declared(
            Text(zh="办理时间", en="Processing"),
            Text(zh="办理一件需要多久（不计等待）。", en="How long it takes to do (processing time)."),
            "20min..40min",
            shown=Shown.FIGURE,
            expected=True,
            column=1,
        ),
    ] = None
    wait: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="等待时间", en="Waiting"),
            Text(zh="办理之前需要等待多久。", en="How long the case waits before it is done."),
            "1d..2d",
            shown=Shown.FIGURE,
            column=1,
        ),
    ] = None
    cost: Annotated[
        Amount | None,
        Declared(
            Text(zh="成本", en="Cost"),
            Text(zh="每件在这里花多少，写明币种。", en="What one case costs here, with its currency."),
            "30 CNY",
            shown=Shown.FIGURE,
            column=1,
        ),
    ] = None
    error: Annotated[
        Share | None,
        Declared(
            Text(zh="差错概率", en="Chance of error"),
            Text(
                zh="办一次，信息出错（填错、漏填、传错）的可能；无论是否被发现。",
                en="How likely information is wrong after it is done once (mistyped, left out, passed on wrongly), "
                "found or not.",
            ),
            "2%",
            shown=Shown.FIGURE,
        ),
    ] = None
    damage: Annotated[
        Share | None,
        Declared(
            Text(zh="货损概率", en="Chance of damage"),
            Text(zh="办一次，货物受损的可能。", en="How likely goods are damaged when it is done once."),
            "0.5%",
            shown=Shown.FIGURE,
        ),
    ] = None
    discrepancy: Annotated[
        Share | None,
        Declared(
            Text(zh="货差概率", en="Chance of discrepancy"),
            Text(
                zh="办一次，货物短少、多出或错发的可能。",
                en="How likely goods are short, over or the wrong ones when it is done once.",
            ),
            "0.3%",
            shown=Shown.FIGURE,
        ),
    ] = None
    emissions: Annotated[
        Emissions | None,
        Declared(
            Text(zh="碳排放", en="Emissions"),
            Text(
                zh="每件在这里排放多少，写成二氧化碳当量。",
                en="How much greenhouse gas one case causes here, as CO2 equivalent.",
            ),
            "3 kgCO2e",
            shown=Shown.FIGURE,
        ),
    ] = None
    resources: Annotated[
        References,
        Relation(
            "needs-resource",
            ("resource",),
            Text(zh="占用资源", en="needs"),
            Text(zh="用它的作业", en="needed by"),
            down=True,
            backward_verb=Text(zh="用于作业", en="is needed by"),
            holders=Text(zh="用它的作业", en="Needed by"),
        ),
        Declared(
            Text(zh="资源", en="Resources"),
            Text(
                zh="由什么资源来做，其中任何一个都行；不写就总有人手。",
                en="What it is done by: any one of these; left out, there is always somebody.",
            ),
            "gate-lanes",
        ),
    ] = ()
    reads: Annotated[
        References,
        Relation(
            "reads",
            ("data",),
            Text(zh="读取数据", en="reads"),
            Text(zh="被作业读取", en="read by"),
            down=True,
        ),
        Declared(Text(zh="读取", en="Reads"), Text(zh="它要用的数据。", en="The data it needs."), "[order]", column=1),
    ] = ()
    writes: Annotated[
        References,
        Relation(
            "writes",
            ("data",),
            Text(zh="写入数据", en="writes"),
            Text(zh="由作业写入", en="written by"),
            down=True,
        ),
        Declared(
            Text(zh="写入", en="Writes"),
            Text(zh="它产生或改动的数据。", en="The data it makes or changes."),
            "[booking-form]",
            column=1,
        ),
    ] = ()
    required_by: Annotated[
        References,
        Relation(
            "required-by",
            ("regulation",),
            Text(zh="因法规要求", en="required by"),
            Text(zh="专为它做的作业", en="done only for it"),
            forward_verb=Text(zh="只因有此要求：", en="is done only for"),
            backward_verb=Text(zh="要求作业", en="requires"),
            closeness=Closeness.JUDGES,
            holders=Text(zh="专为它做的作业", en="Done only for it"),
        ),
        Declared(
            Text(zh="因法规要求", en="Required by"),
            Text(
                zh="只因为这些法规标准才做；没有它们，这一步就不必做。",
                en="The regulations it is done for and nothing else: without them nobody would do it.",
            ),
            "[transit-inspection]",
        ),
    ] = ()


class Event(Node):
    KIND: ClassVar = Kind(
        "event",
        "steps",
        7,
        Text(zh="事件", en="Event"),
        Text(zh="事件", en="Events"),
        tier=1,
        left_out=_IN_ITS_FLOW,
    )
    EXPLANATION: ClassVar = Text(
        zh="发生的事：开始、结束，或中途的事件。", en="Something that happens: a start, an end, or an event on the way."
    )

    type: Annotated[
        EventType,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="开始、结束，还是中途的事件。", en="Where it stands: at the start, at the end, or on the way."),
            "start",
            shown=Shown.APART,
        ),
    ]
    wait: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="等待时间", en="Waiting"),
            Text(zh="等多久它才发生。", en="How long the case waits until it happens."),
            "2h",
            shown=Shown.FIGURE,
            column=1,
        ),
    ] = None


class Gateway(Node):
    KIND: ClassVar = Kind(
        "gateway",
        "steps",
        7,
        Text(zh="网关", en="Gateway"),
        Text(zh="网关", en="Gateways"),
        tier=1,
        left_out=_IN_ITS_FLOW,
    )
    EXPLANATION: ClassVar = Text(
        zh="分支或合并：几路中走一路（exclusive）、全走（parallel）或走几路（inclusive）。",
        en="A fork or a join: one way of several (exclusive), all (parallel), or some (inclusive).",
    )

    type: Annotated[
        GatewayType,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="走几个分支。", en="How many of its branches are taken."),
            "exclusive",
            shown=Shown.APART,
        ),
    ]


NODE_TYPES: dict[str, str] = {
    str(word): cls.KIND.name
    for cls, words in ((Activity, ActivityType), (Event, EventType), (Gateway, GatewayType))
    for word in words
}
"""The kind of a node by its type."""


def _node_class(value: Any) -> str:
    said = value.get("type", "activity") if isinstance(value, dict) else "activity"
    return NODE_TYPES.get(said, "activity") if isinstance(said, str) else "activity"


AnyNode = Annotated[
    Annotated[Activity, Tag("activity")] | Annotated[Event, Tag("event")] | Annotated[Gateway, Tag("gateway")],
    Discriminator(_node_class),
]
