"""How the programme is led: task forces, KPI cards of units, and service levels after go-live."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.method import PROGRAMME
from sevenstep.model.choices import Frequency
from sevenstep.model.element import Element
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.beside import BESIDE
from sevenstep.model.kind import Kind
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Amount, Bounded, Date, Prose, Reference, References, Share, part_or_parts


class Resolution(Part):
    TITLE: ClassVar = Text(zh="议定事项", en="Resolution")
    EXPLANATION: ClassVar = Text(
        zh="专班议定了什么，谁办，什么时候办完。", en="What a task force has settled, who does it, and by when."
    )

    date: Annotated[
        Date, Declared(Text(zh="日期", en="Date"), Text(zh="哪天议定的。", en="When it was settled."), "2024-05-10")
    ]
    says: Annotated[
        Prose,
        Declared(
            Text(zh="内容", en="What"),
            Text(zh="议定了什么。", en="What was settled."),
            "{zh: 接口由国铁提供, en: The railway provides the interface}",
            shown=Shown.PROSE,
        ),
    ]
    by: Annotated[
        Reference | None,
        Relation(
            "resolution-for",
            ("actor",),
            Text(zh="议定事项责任单位", en="resolution for"),
            Text(zh="承办议定事项", en="has to carry out what was settled by"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="承办单位", en="By whom"), Text(zh="谁办。", en="Who does it."), "railway"),
    ] = None
    due: Annotated[
        Date | None,
        Declared(Text(zh="期限", en="Due"), Text(zh="什么时候办完。", en="When it is to be done."), "2024-06"),
    ] = None
    done: Annotated[
        Date | None,
        Declared(
            Text(zh="办结", en="Done"),
            Text(zh="什么时候办结的；没办结就不写。", en="When it was done; left out, it is still open."),
            "2024-06-20",
        ),
    ] = None


class TaskForce(Element):
    KIND: ClassVar = Kind(
        "task-force",
        "taskforces",
        PROGRAMME.number,
        Text(zh="工作专班", en="Task force"),
        Text(zh="工作专班", en="Task forces"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="推动项目的专班：谁牵头，有哪些成员，多久碰一次头，议定了什么。",
        en="Who drives projects on: its lead and members, how often it meets, and what it has settled.",
    )

    lead: Annotated[
        Reference | None,
        Relation(
            "headed-by",
            ("actor",),
            Text(zh="召集单位", en="headed by"),
            Text(zh="召集的专班", en="heads"),
            backward_verb=Text(zh="召集", en="heads"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="召集单位", en="Head"), Text(zh="谁召集。", en="Who calls it together."), "port-office", column=1
        ),
    ] = None
    members: Annotated[
        References,
        Relation(
            "member",
            ("actor",),
            Text(zh="成员单位", en="members"),
            Text(zh="参加的专班", en="is in"),
            backward_verb=Text(zh="参加", en="is in"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="成员单位", en="Members"),
            Text(zh="有哪些成员。", en="Who is in it."),
            "[railway, customs]",
            expected=True,
        ),
    ] = ()
    projects: Annotated[
        References,
        Relation(
            "drives-on",
            ("project",),
            Text(zh="推动项目", en="drives on"),
            Text(zh="由专班推动", en="driven on by"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="推动项目", en="Projects"),
            Text(zh="推动哪些项目。", en="The projects it drives on."),
            "[one-order]",
        ),
    ] = ()
    rhythm: Annotated[
        Frequency | None,
        Declared(
            Text(zh="例会", en="Rhythm"),
            Text(zh="多久开一次会。", en="How often it meets."),
            "weekly",
            expected=True,
            column=2,
        ),
    ] = None
    resolutions: Annotated[
        tuple[Resolution, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="议定事项", en="Resolutions"),
            Text(zh="议定了什么；旧的留着。", en="What it has settled; old ones stay."),
            "[{date: 2024-05-10, says: {zh: 先试点, en: The pilot first}}]",
            shown=Shown.TABLE,
        ),
    ] = ()


class KpiCard(Element):
    KIND: ClassVar = Kind(
        "kpi-card",
        "kpicards",
        PROGRAMME.number,
        Text(zh="考核卡", en="KPI card"),
        Text(zh="单位考核卡", en="KPI cards"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="一个单位按哪些指标考核，各占多少权重。", en="The indicators that a unit is judged by, each with its weight."
    )

    unit: Annotated[
        Reference | None,
        Relation(
            "card-of",
            ("actor",),
            Text(zh="考核单位", en="card of"),
            Text(zh="考核卡", en="judged by the card"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="单位", en="Unit"),
            Text(zh="考核哪个单位。", en="Whom it judges."),
            "port-office",
            expected=True,
            column=1,
        ),
    ] = None
    period: Annotated[
        Date | None,
        Declared(Text(zh="考核期", en="Period"), Text(zh="哪段时间。", en="Over which time."), "2025", column=2),
    ] = None
    weights: Annotated[
        dict[Reference, Share],
        Relation(
            "weighs",
            ("indicator",),
            Text(zh="考核内容", en="weighs"),
            Text(zh="列入考核卡", en="weighed on"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="指标和权重", en="Indicators and weights"),
            Text(zh="各指标占多少，合计 100%。", en="How much each indicator weighs, 100% together."),
            "{clearance-time: 60%, reentry-count: 40%}",
            shown=Shown.TABLE,
            expected=True,
            each=Text(zh="权重", en="Weight"),
        ),
    ] = {}


class ServiceLevel(Element):
    KIND: ClassVar = Kind(
        "service-level",
        "servicelevels",
        PROGRAMME.number,
        Text(zh="服务水平", en="Service level"),
        Text(zh="服务水平", en="Service levels"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="上线以后承诺的服务水平，以及实际做到的。", en="What is promised after go-live, and what was kept."
    )

    of: Annotated[
        References,
        Relation(
            "level-of",
            ("system", "item", "project"),
            Text(zh="服务对象", en="level of"),
            Text(zh="服务水平", en="held to"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="对象", en="Of"),
            Text(zh="哪个系统、事项或项目的服务。", en="The system, item or project that serves."),
            "[corridor-platform]",
            expected=True,
            column=1,
        ),
    ] = ()
    provider: Annotated[
        Reference | None,
        Relation(
            "promised-by",
            ("actor",),
            Text(zh="承诺方", en="promised by"),
            Text(zh="承诺的服务水平", en="promises"),
            backward_verb=Text(zh="承诺", en="promises"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="承诺方", en="Promised by"),
            Text(zh="谁承诺。", en="Who promises it."),
            "corridor-operator",
            column=2,
        ),
    ] = None
    promise: Annotated[
        Bounded | None,
        Declared(
            Text(zh="承诺", en="Promise"),
            Text(zh="做到什么程度。", en="How good it is to be."),
            "≥99.5%",
            shown=Shown.FIGURE,
            expected=True,
            column=3,
        ),
    ] = None
    kept: Annotated[
        dict[Date, Amount],
        Declared(
            Text(zh="实际", en="Kept"),
            Text(zh="各期实际做到多少。", en="What it was in fact, by date."),
            "{2025Q1: 99.7%}",
            shown=Shown.TABLE,
            key=Text(zh="时间", en="Date"),
            each=Text(zh="实际", en="Kept"),
        ),
    ] = {}
