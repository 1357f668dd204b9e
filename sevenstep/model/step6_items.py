"""Step 6: the concrete matters of a scenario, and how they are evaluated."""

from typing import Annotated, ClassVar, Literal

from sevenstep.language import Text
from sevenstep.model.choices import Axis, Direction
from sevenstep.model.element import Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared, Shown
from sevenstep.model.kind import Kind, Where
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Amount, Elapsed, Prose, Reference, References, Score, Share, Title


class Criterion(Element):
    KIND: ClassVar = Kind(
        "criterion",
        "criteria",
        6,
        Text(zh="评估准则", en="Criterion"),
        Text(zh="评估准则", en="Criteria"),
        left_out={
            Where.CHAIN: "it stands beside the chain",
            Where.TRACE: "nothing of the chain leads to it",
            Where.OWN_TRACE: "nothing of the chain leads to it",
        },
    )
    EXPLANATION: ClassVar = Text(zh="给事项打分的准则，带权重。", en="What items are scored on, with a weight.")

    description: ExpectedDescription = None

    weight: Annotated[
        Share,
        Declared(
            Text(zh="权重", en="Weight"),
            Text(zh="它在整个评估里占多少。", en="Its part in the whole evaluation."),
            "40%",
            column=1,
        ),
    ]
    direction: Annotated[
        Literal[Direction.INCREASE, Direction.DECREASE],
        Declared(
            Text(zh="方向", en="Direction"),
            Text(
                zh="分高是好（`increase`）还是差（`decrease`，如投入）。",
                en="Whether a high score is good (`increase`) or bad (`decrease`, as for effort).",
            ),
            "increase",
            column=1,
        ),
    ] = Direction.INCREASE
    axis: Annotated[
        Axis | None,
        Declared(
            Text(zh="坐标", en="Axis"),
            Text(zh="在优先级图上算进哪根坐标轴。", en="The axis of the priority picture that it counts for."),
            "value",
            expected=True,
        ),
    ] = None


class Operation(Part):
    TITLE: ClassVar = Text(zh="操作步骤", en="Operation step")
    EXPLANATION: ClassVar = Text(zh="事项的一个操作步骤，用文字说明。", en="One operation step of an item, in words.")

    does: Annotated[
        Prose,
        Declared(
            Text(zh="做什么", en="What is done"),
            Text(zh="做什么。", en="What is done."),
            "{zh: 核对箱型, en: Check the container type}",
            shown=Shown.PROSE,
        ),
    ]
    unit: Annotated[
        Reference | None,
        Relation(
            "performed-by",
            ("actor",),
            Text(zh="责任单位", en="performed by"),
            Text(zh="承担的事项", en="performs in"),
            backward_verb=Text(zh="承担事项", en="performs in"),
            closeness=Closeness.WORKS,
        ),
        Declared(
            Text(zh="责任单位", en="Unit"), Text(zh="由哪个参与主体负责。", en="The actor responsible."), "forwarder"
        ),
    ] = None
    role: Annotated[
        Title | None,
        Declared(
            Text(zh="岗位", en="Role"),
            Text(zh="该单位里的岗位。", en="The role in that unit."),
            "{zh: 操作员, en: clerk}",
        ),
    ] = None


class Resources(Part):
    TITLE: ClassVar = Text(zh="资源", en="Resources")
    EXPLANATION: ClassVar = Text(zh="一个事项需要什么。", en="What an item needs.")

    people: Annotated[
        Title | None,
        Declared(
            Text(zh="人员", en="People"),
            Text(zh="哪些人，多少人。", en="Who, and how many."),
            "{zh: 两名操作员, en: two clerks}",
        ),
    ] = None
    systems: Annotated[
        References,
        Relation(
            "needs-system",
            ("system",),
            Text(zh="所需系统", en="needs system"),
            Text(zh="支撑的事项", en="needed by"),
            down=True,
            backward_verb=Text(zh="支撑事项", en="is needed by"),
        ),
        Declared(
            Text(zh="信息系统", en="System"),
            Text(zh="需要哪些系统。", en="The systems it needs."),
            "[rail-booking]",
            shown=Shown.FACT,
        ),
    ] = ()
    money: Annotated[
        Amount | None,
        Declared(
            Text(zh="资金", en="Money"),
            Text(zh="办成它要花多少钱，写明币种。", en="What it costs to bring about, with its currency."),
            "300000 CNY",
            shown=Shown.FIGURE,
        ),
    ] = None
    time: Annotated[
        Elapsed | None,
        Declared(
            Text(zh="工期", en="Time"),
            Text(zh="办成它要多长时间。", en="How long it takes to bring about."),
            "6mo",
            shown=Shown.FIGURE,
        ),
    ] = None


class Item(Element):
    KIND: ClassVar = Kind(
        "item",
        "items",
        6,
        Text(zh="业务事项", en="Item"),
        Text(zh="业务事项", en="Business items"),
        gathered_by=("belongs-to", "group"),
    )
    EXPLANATION: ClassVar = Text(zh="场景里的一件具体事项。", en="A concrete matter in a scenario.")

    description: ExpectedDescription = None
    owner: ExpectedOwner = None

    scenario: Annotated[
        Reference | None,
        Relation(
            "belongs-to",
            ("scenario",),
            Text(zh="属于场景", en="belongs to"),
            Text(zh="包含的事项", en="items"),
            Role.SERVES,
            holders=Text(zh="业务事项", en="Items"),
        ),
        Declared(
            Text(zh="任务场景", en="Scenario"),
            Text(zh="它所属的任务场景。", en="The scenario it belongs to."),
            "multimodal",
            column=1,
        ),
    ] = None
    operations: Annotated[
        tuple[Operation, ...],
        Declared(
            Text(zh="操作步骤", en="Operation steps"),
            Text(zh="怎么操作，按先后写，各由谁负责。", en="Its operation steps, in order, with who is responsible."),
            "[{does: 核对箱型, unit: forwarder, role: 操作员}]",
            shown=Shown.TABLE,
            expected=True,
            numbered=True,
        ),
    ] = ()
    resources: Annotated[
        Resources | None,
        Declared(
            Text(zh="资源", en="Resources"),
            Text(zh="需要的人、系统、资金和时间。", en="People, systems, money and time that it needs."),
            "{people: 两名操作员, systems: [rail-booking], money: 300000 CNY, time: 6mo}",
            expected=True,
        ),
    ] = None
    scores: Annotated[
        dict[Reference, Score],
        Relation(
            "scored-on",
            ("criterion",),
            Text(zh="评分准则", en="scored on"),
            Text(zh="用于评分", en="scores"),
            backward_verb=Text(zh="评估事项", en="scores"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="评分", en="Scores"),
            Text(
                zh="按每条准则打的分，默认 1 到 5。",
                en="Its score on each criterion, 1 to 5 unless the settings say otherwise.",
            ),
            "{benefit: 5, effort: 3}",
            shown=Shown.TABLE,
            expected=True,
            key=Text(zh="准则", en="Criterion"),
            each=Text(zh="得分", en="Score"),
        ),
    ] = {}
    depends_on: Annotated[
        References,
        Relation(
            "depends-on",
            ("item",),
            Text(zh="依赖事项", en="depends on"),
            Text(zh="被依赖于", en="needed first by"),
            Role.ORDER,
        ),
        Declared(
            Text(zh="依赖事项", en="Depends on"),
            Text(zh="要先办完的事项。", en="The items to be done before it."),
            "[shared-status]",
            column=1,
        ),
    ] = ()
