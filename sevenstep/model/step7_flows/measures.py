"""What is done about it."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import Lever, Mode
from sevenstep.model.element import Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import Words
from sevenstep.model.frames.principle import Departures, Principles
from sevenstep.model.kind import Kind, Where
from sevenstep.model.members import YesNo
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Amount, Elapsed, Emissions, Reference, References, Share, Time, one_or_many


class Change(Part):
    TITLE: ClassVar = Text(zh="改变", en="Change")
    EXPLANATION: ClassVar = Text(
        zh="举措对现状流程的一步做了什么：写 `drop` 取消它，或写它得到的新值，其余不变。",
        en="What a measure does to one step of an as-is flow: `drop`, or the values that it gets. The rest stays.",
    )
    SHORT: ClassVar = (Words(("drop",)),)

    drop: Annotated[
        YesNo,
        Declared(
            Text(zh="取消", en="Dropped"),
            Text(
                zh="是否取消这一步：不花时间、不花钱、不碰数据。",
                en="Whether the step is done away with: the case passes it in no time, at no cost, touching no data.",
            ),
            '"true"',
        ),
    ] = False
    actor: Annotated[
        Reference | None,
        Relation(
            "then-done-by",
            ("actor",),
            Text(zh="改由", en="then done by"),
            Text(zh="接手", en="takes over"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="执行主体", en="Actor"), Text(zh="改由谁做。", en="Who does it then."), "railway"),
    ] = None
    system: Annotated[
        Reference | None,
        Relation(
            "then-done-in",
            ("system",),
            Text(zh="改用系统", en="then done in"),
            Text(zh="改用于", en="then used by"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="信息系统", en="System"),
            Text(zh="改在哪个系统里做。", en="The system it is then done in."),
            "rail-booking",
        ),
    ] = None
    mode: Annotated[
        Mode | None,
        Declared(
            Text(zh="方式", en="Mode"), Text(zh="以后用什么方式。", en="By hand or not, from then on."), "automatic"
        ),
    ] = None
    time: Annotated[
        Time | None,
        Declared(
            Text(zh="办理时间", en="Processing"),
            Text(zh="以后要办多久。", en="How long it then takes."),
            "5min",
            shown=Shown.FIGURE,
        ),
    ] = None
    wait: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="等待时间", en="Waiting"),
            Text(zh="以后办理之前需要等待多久。", en="How long the case then waits before it."),
            "2h",
            shown=Shown.FIGURE,
        ),
    ] = None
    cost: Annotated[
        Amount | None,
        Declared(
            Text(zh="成本", en="Cost"),
            Text(zh="以后每件花多少。", en="What one case then costs here."),
            "10 CNY",
            shown=Shown.FIGURE,
        ),
    ] = None
    error: Annotated[
        Share | None,
        Declared(
            Text(zh="差错概率", en="Chance of error"),
            Text(
                zh="以后办一次，信息出错的可能。",
                en="How likely information is then wrong after it is done once.",
            ),
            "2%",
            shown=Shown.FIGURE,
        ),
    ] = None
    damage: Annotated[
        Share | None,
        Declared(
            Text(zh="货损概率", en="Chance of damage"),
            Text(zh="以后办一次，货物受损的可能。", en="How likely goods are then damaged when it is done once."),
            "0.5%",
            shown=Shown.FIGURE,
        ),
    ] = None
    discrepancy: Annotated[
        Share | None,
        Declared(
            Text(zh="货差概率", en="Chance of discrepancy"),
            Text(
                zh="以后办一次，货物短少、多出或错发的可能。",
                en="How likely goods are then short, over or the wrong ones when it is done once.",
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
                zh="以后每件在这里排放多少，写成二氧化碳当量。",
                en="How much greenhouse gas one case then causes here, as CO2 equivalent.",
            ),
            "3 kgCO2e",
            shown=Shown.FIGURE,
        ),
    ] = None
    chances: Annotated[
        dict[str, Share],
        Declared(
            Text(zh="概率", en="Chances"),
            Text(zh="以后网关的每个分支各有多大可能。", en="How likely each branch of a gateway is then taken."),
            "{confirm: 95%, fill-in: 5%}",
            key=Text(zh="步骤", en="Step"),
        ),
    ] = {}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        if value.strip() != "drop":
            raise InvalidValue(
                Text(zh=f"“{value}”不是一种改变", en=f"“{value}” is not a change"),
                Text(
                    zh="写 drop（取消这一步），或写新的值：{time: 10min, mode: automatic}",
                    en="Write drop (the step is done away with), or new values: {time: 10min, mode: automatic}",
                ),
            )
        return {"drop": True}


class Measure(Element):
    KIND: ClassVar = Kind(
        "measure",
        "measures",
        7,
        Text(zh="举措", en="Measure"),
        Text(zh="举措", en="Measures"),
        left_out={
            Where.CHAIN: "it stands beside the chain",
            Where.OWN_TRACE: "it stands beside the chain: what it answers is on its page",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="回应发现、把现状流程变成目标流程的一项改变。",
        en="A change that answers findings and turns an as-is flow into a to-be flow.",
    )

    description: ExpectedDescription = None
    owner: ExpectedOwner = None

    answers: Annotated[
        References,
        Relation(
            "answers-finding",
            ("finding",),
            Text(zh="回应发现", en="answers"),
            Text(zh="由举措回应", en="answered by"),
            Role.ANSWERS,
            closeness=Closeness.HURTS,
            holders=Text(zh="应对举措", en="Answered by"),
        ),
        Declared(
            Text(zh="回应", en="Answers"),
            Text(zh="它回应的发现。", en="The findings it answers."),
            "[re-entry]",
            expected=True,
            column=1,
        ),
    ] = ()
    shapes: Annotated[
        References,
        Relation(
            "shapes",
            ("flow",),
            Text(zh="对应目标流程", en="shapes"),
            Text(zh="由举措形成", en="shaped by"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="对应目标流程", en="Shapes"),
            Text(zh="在哪些目标流程里起作用。", en="The to-be flows in which it is at work."),
            "[booking-tobe]",
            column=1,
        ),
    ] = ()
    changes: Annotated[
        dict[Reference, Change],
        Relation(
            "changes",
            ("activity", "event", "gateway"),
            Text(zh="涉及步骤", en="changes"),
            Text(zh="被举措改变", en="changed by"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="涉及步骤", en="Changed steps"),
            Text(
                zh="它对现状流程的步骤做了什么改变：由此可知差别里有多少归它。",
                en="What it does to steps of as-is flows: this tells how much of the difference it accounts for.",
            ),
            "{booking-asis/fill-in: {time: 5min, mode: automatic}}",
        ),
    ] = {}
    cost: Annotated[
        Amount | None,
        Declared(
            Text(zh="成本", en="Cost"),
            Text(zh="办成所需的资金。", en="What it costs to bring about."),
            "200000 CNY",
            shown=Shown.FIGURE,
            expected=True,
        ),
    ] = None
    time: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="工期", en="Time"),
            Text(zh="办成所需的时间。", en="How long it takes to bring about."),
            "4mo",
            shown=Shown.FIGURE,
        ),
    ] = None
    lever: Annotated[
        tuple[Lever, ...],
        BeforeValidator(one_or_many),
        Declared(
            Text(zh="着力点", en="Lever"),
            Text(
                zh="它主要改什么：流程、规则、组织、数据、技术还是人员；可以写几个。",
                en="What it takes hold of: process, rules, organisation, data, technology or people; one or several.",
            ),
            "[process, rule]",
        ),
    ] = ()
    principles: Principles = ()
    departs_from: Departures = {}
