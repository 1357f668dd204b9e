"""What is said of a project: milestones, budget, resources drawn, risks, how it comes into force, and its progress."""

from typing import Annotated, ClassVar

from sevenstep.language import Text
from sevenstep.model.choices import ProjectState, RiskLevel
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.money import Money
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Amount, Date, Prose, Reference, References, Share, Title


class Milestone(Part):
    TITLE: ClassVar = Text(zh="里程碑", en="Milestone")
    EXPLANATION: ClassVar = Text(zh="到什么时候做成什么。", en="What is done by when.")

    title: Annotated[
        Title,
        Declared(
            Text(zh="做成什么", en="What is done"),
            Text(zh="到时做成什么。", en="What is then done."),
            "{zh: 上线试运行, en: Trial running}",
        ),
    ]
    date: Annotated[
        Date,
        Declared(Text(zh="时间", en="Date"), Text(zh="计划在什么时候。", en="When it is planned."), "2024-09"),
    ]
    reached: Annotated[
        Date | None,
        Declared(
            Text(zh="完成于", en="Reached on"),
            Text(zh="实际什么时候完成；没完成就不写。", en="When it was in fact; left out, it is still to come."),
            "2024-10",
        ),
    ] = None


class BudgetLine(Part):
    TITLE: ClassVar = Text(zh="预算", en="Budget")
    EXPLANATION: ClassVar = Text(zh="某一年从某个来源用多少钱。", en="How much is spent in a year, and of which money.")

    year: Annotated[
        Date,
        Declared(Text(zh="年份", en="Year"), Text(zh="哪一年用。", en="The year it is spent in."), "2024"),
    ]
    amount: Annotated[
        Money,
        Declared(
            Text(zh="金额", en="Sum"),
            Text(zh="多少钱，写明币种。", en="How much, with its currency."),
            "800000 CNY",
            shown=Shown.FIGURE,
        ),
    ]
    fund: Annotated[
        Reference | None,
        Relation(
            "paid-from",
            ("fund",),
            Text(zh="资金来自", en="paid from"),
            Text(zh="支持的项目", en="pays for"),
            backward_verb=Text(zh="支持", en="pays for"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="资金来源", en="From"), Text(zh="用哪笔钱。", en="Of which money."), "bond-2024"),
    ] = None


class Spending(Part):
    TITLE: ClassVar = Text(zh="支出", en="Money spent")
    EXPLANATION: ClassVar = Text(
        zh="某一天付出的一笔钱；旧的记录留着，新的加在后面。",
        en="A sum that was paid on a day; old records stay, new ones are added.",
    )

    date: Annotated[
        Date,
        Declared(Text(zh="日期", en="Date"), Text(zh="哪一天付的。", en="The day it was paid."), "2024-06-30"),
    ]
    amount: Annotated[
        Money,
        Declared(
            Text(zh="金额", en="Sum"),
            Text(zh="付了多少，写明币种。", en="How much, with its currency."),
            "120000 CNY",
            shown=Shown.FIGURE,
        ),
    ]
    fund: Annotated[
        Reference | None,
        Relation(
            "spent-from",
            ("fund",),
            Text(zh="支出自", en="spent from"),
            Text(zh="支出的项目", en="was spent on"),
            backward_verb=Text(zh="已支付", en="was spent on"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="资金来源", en="From"), Text(zh="用的哪笔钱。", en="Of which money."), "bond-2024"),
    ] = None
    note: Annotated[
        Prose | None,
        Declared(
            Text(zh="用途", en="Note"),
            Text(zh="付给谁，付的什么。", en="To whom, and for what."),
            "{zh: 接口开发首付款, en: First instalment for the interfaces}",
            shown=Shown.PROSE,
        ),
    ] = None


class Draw(Part):
    TITLE: ClassVar = Text(zh="占用资源", en="Resources drawn")
    EXPLANATION: ClassVar = Text(
        zh="从资源池里每月占用多少，在哪段时间。", en="How much of a pool is drawn each month, and over which time."
    )

    pool: Annotated[
        Reference,
        Relation(
            "draws-on",
            ("pool",),
            Text(zh="占用资源", en="draws on"),
            Text(zh="占用它的项目", en="drawn on by"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="资源池", en="Pool"), Text(zh="从哪个资源池。", en="From which pool."), "analysts"),
    ]
    amount: Annotated[
        Amount,
        Declared(
            Text(zh="每月占用", en="In a month"),
            Text(zh="每个月占用多少。", en="How much each month."),
            "2 people",
            shown=Shown.FIGURE,
        ),
    ]
    time: Annotated[
        Date | None,
        Declared(
            Text(zh="时段", en="When"),
            Text(zh="在哪段时间；不写就是整个工期。", en="Over which time; left out, all of the project."),
            "2024-04..2024-09",
        ),
    ] = None


class Effort(Part):
    TITLE: ClassVar = Text(zh="投入人力", en="Effort of units")
    EXPLANATION: ClassVar = Text(
        zh="某个单位每月投入多少，在哪段时间。", en="How much a unit gives each month, and over which time."
    )

    unit: Annotated[
        Reference,
        Relation(
            "takes-of",
            ("actor",),
            Text(zh="占用单位人力", en="takes people of"),
            Text(zh="占用其人力的项目", en="gives people to"),
            backward_verb=Text(zh="投入人力于", en="gives people to"),
            closeness=Closeness.CHANGES,
        ),
        Declared(Text(zh="单位", en="Unit"), Text(zh="哪个单位投入。", en="Which unit gives it."), "railway"),
    ]
    amount: Annotated[
        Amount,
        Declared(
            Text(zh="每月投入", en="In a month"),
            Text(
                zh="每个月投入多少，单位与该单位的每月可投入一致。",
                en="How much each month, in a unit of the sort in which it says what it has.",
            ),
            "2 people",
            shown=Shown.FIGURE,
        ),
    ]
    time: Annotated[
        Date | None,
        Declared(
            Text(zh="时段", en="When"),
            Text(zh="在哪段时间；不写就是整个工期。", en="Over which time; left out, all of the project."),
            "2024-04..2024-09",
        ),
    ] = None


class Risk(Part):
    TITLE: ClassVar = Text(zh="风险", en="Risk")
    EXPLANATION: ClassVar = Text(
        zh="会出什么事：多大可能，影响多大，怎么应对，谁来盯。",
        en="What may go wrong: how likely, how bad, the answer to it, and who watches it.",
    )

    title: Annotated[
        Title,
        Declared(
            Text(zh="风险", en="Risk"),
            Text(zh="会出什么事。", en="What may go wrong."),
            "{zh: 铁路接口推迟开放, en: The railway opens its interface late}",
        ),
    ]
    chance: Annotated[
        RiskLevel,
        Declared(Text(zh="可能性", en="Chance"), Text(zh="有多大可能。", en="How likely it is."), "moderate"),
    ]
    effect: Annotated[
        RiskLevel,
        Declared(Text(zh="影响", en="Effect"), Text(zh="影响有多大。", en="How much it does."), "severe"),
    ]
    answer: Annotated[
        Prose | None,
        Declared(
            Text(zh="应对", en="Answer"),
            Text(zh="怎么应对。", en="What is done about it."),
            "{zh: 先用文件交换过渡, en: Exchange files at first}",
            shown=Shown.PROSE,
        ),
    ] = None
    owner: Annotated[
        Reference | None,
        Relation(
            "watched-by",
            ("actor",),
            Text(zh="风险责任单位", en="risk watched by"),
            Text(zh="盯防风险", en="watches a risk of"),
            closeness=Closeness.CHANGES,
        ),
        Declared(Text(zh="责任单位", en="Owner"), Text(zh="谁来盯。", en="Who watches it."), "railway"),
    ] = None


class Rollout(Part):
    TITLE: ClassVar = Text(zh="推广", en="Rollout")
    EXPLANATION: ClassVar = Text(
        zh="先试点、后推开：从什么时候起，在哪些地方或多大比例的业务上生效。",
        en="First the pilot, then the rest: from when on it is in force, at which places or for which share of cases.",
    )

    date: Annotated[
        Date,
        Declared(
            Text(zh="起于", en="From"),
            Text(zh="写到哪一段时间，就从这段时间结束时起生效。", en="It is in force once that time is over."),
            "2024-09",
        ),
    ]
    share: Annotated[
        Share | None,
        Declared(
            Text(zh="业务比例", en="Share of cases"),
            Text(
                zh="此后一共多大比例的业务按新办法办；不写就按已推开的地点数占全部地点数算。",
                en="For which share of all cases it is then in force; left out, the places reached so far of all.",
            ),
            "30%",
        ),
    ] = None
    places: Annotated[
        References,
        Relation(
            "rolled-out-at",
            ("place", "actor"),
            Text(zh="推广到", en="comes to"),
            Text(zh="推广到此的项目", en="reached by"),
            backward_verb=Text(zh="迎来", en="is reached by"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="地点或单位", en="Places or units"),
            Text(zh="这一批推开到哪些地点或单位。", en="The places or units that it then comes to."),
            "[chongqing-station]",
        ),
    ] = ()


class ProgressRecord(Part):
    TITLE: ClassVar = Text(zh="进展记录", en="Progress")
    EXPLANATION: ClassVar = Text(
        zh="某一天的状态；旧的记录留着，新的加在后面。",
        en="How it stood on a day; old records stay, new ones are added.",
    )

    date: Annotated[
        Date,
        Declared(Text(zh="日期", en="Date"), Text(zh="哪一天的情况。", en="Of which day."), "2024-06-30"),
    ]
    state: Annotated[
        ProjectState,
        Declared(Text(zh="状态", en="State"), Text(zh="进展到哪里。", en="How far it has come."), "under-way"),
    ]
    note: Annotated[
        Prose | None,
        Declared(
            Text(zh="情况", en="Note"),
            Text(zh="做了什么，卡在哪里。", en="What was done, and what is in the way."),
            "{zh: 接口已联调, en: The interface has been tested}",
            shown=Shown.PROSE,
        ),
    ] = None
