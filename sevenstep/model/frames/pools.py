"""What projects draw on, and what they answer: sources of money, resources, needs."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.method import PROGRAMME
from sevenstep.model.choices import FundType, NeedSide, Priority
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.beside import BESIDE
from sevenstep.model.frames.money import Money
from sevenstep.model.kind import Kind
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Amount, Date, Prose, Reference, References


class Fund(Element):
    KIND: ClassVar = Kind(
        "fund",
        "funds",
        PROGRAMME.number,
        Text(zh="资金来源", en="Source of money"),
        Text(zh="资金来源", en="Sources of money"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="项目的钱从哪里来：财政、专项债、自有资金等，一共多少，每年最多多少。",
        en="Where the money of projects comes from: how much in all, and how much each year.",
    )

    type: Annotated[
        FundType | None,
        Declared(
            Text(zh="类型", en="Type"),
            Text(zh="哪一类钱。", en="What sort of money it is."),
            "bond",
            expected=True,
            column=1,
        ),
    ] = None
    given_by: Annotated[
        Reference | None,
        Relation(
            "given-by",
            ("actor",),
            Text(zh="出资方", en="given by"),
            Text(zh="出资", en="gives"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="出资方", en="Given by"), Text(zh="谁出这笔钱。", en="Who gives it."), "finance", column=2),
    ] = None
    amount: Annotated[
        Money | None,
        Declared(
            Text(zh="总额", en="In all"),
            Text(zh="一共有多少；不写就不核对总数。", en="How much there is in all; left out, the sum is not checked."),
            "5000000 CNY",
            shown=Shown.FIGURE,
            column=3,
        ),
    ] = None
    by_year: Annotated[
        dict[Date, Money],
        Declared(
            Text(zh="各年额度", en="By year"),
            Text(zh="每年最多用多少。", en="How much of it there is in each year."),
            "{2024: 2000000 CNY, 2025: 3000000 CNY}",
            shown=Shown.TABLE,
            key=Text(zh="年份", en="Year"),
            each=Text(zh="额度", en="Sum"),
        ),
    ] = {}


class Pool(Element):
    KIND: ClassVar = Kind(
        "pool",
        "pools",
        PROGRAMME.number,
        Text(zh="资源池", en="Pool of resources"),
        Text(zh="资源池", en="Pools of resources"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="项目共用的人手或设备：每月有多少。",
        en="People or things that projects share: how many there are in a month.",
    )

    unit: Annotated[
        Reference | None,
        Relation(
            "pooled-at",
            ("actor",),
            Text(zh="所属单位", en="kept by"),
            Text(zh="拥有的资源池", en="keeps"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="所属单位", en="Unit"), Text(zh="在哪个单位。", en="Whose they are."), "it-centre", column=1),
    ] = None
    capacity: Annotated[
        Amount | None,
        Declared(
            Text(zh="每月可用", en="In a month"),
            Text(zh="一个月里有多少可用。", en="How much of it there is in a month."),
            "6 people",
            shown=Shown.FIGURE,
            expected=True,
            column=2,
        ),
    ] = None
    changes: Annotated[
        dict[Date, Amount],
        Declared(
            Text(zh="变化", en="From then on"),
            Text(zh="从什么时候起变成多少。", en="How much of it there is from then on."),
            "{2025-01: 8 people}",
            shown=Shown.TABLE,
            key=Text(zh="从", en="From"),
            each=Text(zh="每月可用", en="In a month"),
        ),
    ] = {}


class Need(Element):
    KIND: ClassVar = Kind(
        "need",
        "needs",
        PROGRAMME.number,
        Text(zh="需求", en="Need"),
        Text(zh="需求池", en="Pool of needs"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="等待项目来满足的需求：来自哪一面，今天怎样，要到什么程度。",
        en="A need that projects answer: from which side it comes, how it stands today and what is wanted.",
    )

    description: ExpectedDescription = None

    side: Annotated[
        NeedSide | None,
        Declared(
            Text(zh="来源面", en="Side"),
            Text(zh="从哪一面提出来的。", en="From which side it comes."),
            "scenario",
            expected=True,
            column=1,
        ),
    ] = None
    priority: Annotated[
        Priority | None,
        Declared(
            Text(zh="优先级", en="Priority"), Text(zh="有多要紧。", en="How much it is wanted."), "must", column=2
        ),
    ] = None
    now: Annotated[
        Prose | None,
        Declared(
            Text(zh="现状", en="Today"),
            Text(zh="今天是什么样。", en="How it stands today."),
            "{zh: 各平台各填一遍, en: Each platform asks anew}",
            shown=Shown.PROSE,
        ),
    ] = None
    wanted: Annotated[
        Prose | None,
        Declared(
            Text(zh="目标", en="Wanted"),
            Text(zh="要到什么程度。", en="What is wanted."),
            "{zh: 只填一遍, en: It is entered once}",
            shown=Shown.PROSE,
        ),
    ] = None
    raised_by: Annotated[
        References,
        Relation(
            "raised-by",
            ("actor",),
            Text(zh="提出方", en="raised by"),
            Text(zh="提出的需求", en="needs"),
            backward_verb=Text(zh="提出", en="needs"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="提出方", en="Raised by"), Text(zh="谁提出来的。", en="Who raised it."), "[forwarder]"),
    ] = ()
    stems_from: Annotated[
        References,
        Relation(
            "stems-from",
            ("challenge", "goal", "finding", "scenario", "item"),
            Text(zh="源自", en="stems from"),
            Text(zh="引出的需求", en="brings up the need"),
            closeness=Closeness.HURTS,
        ),
        Declared(
            Text(zh="源自", en="Stems from"),
            Text(
                zh="从哪些痛点、目标、发现、场景或事项来。",
                en="The challenges, goals, findings, scenarios or items that it comes from.",
            ),
            "[many-platforms]",
            column=3,
        ),
    ] = ()
