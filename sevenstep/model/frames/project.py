"""The projects that bring the design about."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.method import PROGRAMME
from sevenstep.model.choices import Fate, OperationMode, ProjectState
from sevenstep.model.dates import days_of, end_of
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.beside import BESIDE
from sevenstep.model.frames.principle import Departures, Principles
from sevenstep.model.frames.project_parts import (
    BudgetLine,
    Draw,
    Effort,
    Milestone,
    ProgressRecord,
    Risk,
    Rollout,
    Spending,
)
from sevenstep.model.kind import Kind
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Date, Reference, References, part_or_parts


class Project(Element):
    KIND: ClassVar = Kind(
        "project",
        "projects",
        PROGRAMME.number,
        Text(zh="实施项目", en="Project"),
        Text(zh="实施项目", en="Projects"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="把举措、事项或系统做成的一个项目：谁牵头，什么时候，用谁的钱，按什么考核。",
        en="A project that brings measures, items or systems about: led by whom, when, of whose money, and judged by "
        "what.",
    )

    description: ExpectedDescription = None

    phase: Annotated[
        Reference | None,
        Relation(
            "in-phase",
            ("phase",),
            Text(zh="所在阶段", en="in phase"),
            Text(zh="阶段内的项目", en="projects"),
            Role.PART_OF,
            backward_verb=Text(zh="包含项目", en="holds"),
            closeness=Closeness.NONE,
        ),
        Declared(
            Text(zh="实施阶段", en="Phase"), Text(zh="属于哪个阶段。", en="The phase it belongs to."), "pilot", column=1
        ),
    ] = None
    delivers: Annotated[
        References,
        Relation(
            "delivers",
            ("measure", "item", "system", "scenario"),
            Text(zh="交付", en="delivers"),
            Text(zh="由项目交付", en="delivered by"),
            closeness=Closeness.MOVES,
        ),
        Declared(
            Text(zh="交付", en="Delivers"),
            Text(
                zh="它做成的举措、事项和系统，还没有展开的场景也可以整个写上：举措从项目完成（或推广到）时起生效。",
                en="The measures, items and systems that it brings about, or a whole scenario that is not worked "
                "out yet: measures are in force once it ends, or as it is rolled out.",
            ),
            "[measure-one-order]",
            expected=True,
            column=2,
        ),
    ] = ()
    needs: Annotated[
        References,
        Relation(
            "meets-need",
            ("need",),
            Text(zh="满足需求", en="meets the need"),
            Text(zh="由项目满足", en="met by"),
            closeness=Closeness.HURTS,
            holders=Text(zh="由哪个项目满足", en="Met by"),
        ),
        Declared(
            Text(zh="满足需求", en="Needs"),
            Text(zh="它满足需求池里的哪些需求。", en="The needs of the pool that it answers."),
            "[enter-once]",
        ),
    ] = ()
    lead: Annotated[
        Reference | None,
        Relation(
            "led-by",
            ("actor",),
            Text(zh="牵头单位", en="led by"),
            Text(zh="牵头的项目", en="leads"),
            backward_verb=Text(zh="牵头", en="leads"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="牵头单位", en="Lead"), Text(zh="哪个单位牵头。", en="Who leads it."), "port-office", column=3
        ),
    ] = None
    responsible: Annotated[
        References,
        Relation(
            "main-responsible",
            ("actor",),
            Text(zh="主责单位", en="in the charge of"),
            Text(zh="主责的项目", en="is in charge of"),
            backward_verb=Text(zh="主责", en="is in charge of"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="主责单位", en="Responsible"),
            Text(zh="哪些单位具体负责做成。", en="The units that do it."),
            "[operator]",
        ),
    ] = ()
    participants: Annotated[
        References,
        Relation(
            "joined-by",
            ("actor",),
            Text(zh="参与单位", en="joined by"),
            Text(zh="参与的项目", en="takes part in"),
            backward_verb=Text(zh="参与", en="takes part in"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="参与单位", en="Participants"),
            Text(zh="哪些单位配合。", en="The units that take part."),
            "[railway, customs]",
        ),
    ] = ()
    investor: Annotated[
        References,
        Relation(
            "invested-by",
            ("actor",),
            Text(zh="投资主体", en="paid by"),
            Text(zh="投资的项目", en="invests in"),
            backward_verb=Text(zh="投资", en="invests in"),
            closeness=Closeness.NONE,
        ),
        Declared(Text(zh="投资主体", en="Investor"), Text(zh="谁投资。", en="Who pays for it."), "finance"),
    ] = ()
    builder: Annotated[
        References,
        Relation(
            "built-by",
            ("actor",),
            Text(zh="建设主体", en="built by"),
            Text(zh="建设的项目", en="builds"),
            backward_verb=Text(zh="建设", en="builds"),
            closeness=Closeness.CHANGES,
        ),
        Declared(Text(zh="建设主体", en="Builder"), Text(zh="谁建设。", en="Who builds it."), "operator"),
    ] = ()
    operator: Annotated[
        References,
        Relation(
            "run-by",
            ("actor",),
            Text(zh="运营主体", en="run by"),
            Text(zh="运营的项目", en="runs what comes of"),
            backward_verb=Text(zh="运营", en="runs what comes of"),
            closeness=Closeness.CHANGES,
        ),
        Declared(Text(zh="运营主体", en="Operator"), Text(zh="建成后谁运营。", en="Who then runs it."), "operator"),
    ] = ()
    mode: Annotated[
        OperationMode | None,
        Declared(
            Text(zh="运营模式", en="Mode of running"),
            Text(zh="建成后按什么模式运营。", en="In which way it is then run."),
            "entrusted",
        ),
    ] = None
    start: Annotated[
        Date | None,
        Declared(
            Text(zh="开始", en="Start"),
            Text(
                zh="计划什么时候开始；写月份就从月初算。",
                en="When it is planned to begin: the first day of what it says.",
            ),
            "2024-04",
            expected=True,
            column=4,
        ),
    ] = None
    end: Annotated[
        Date | None,
        Declared(
            Text(zh="完成", en="End"),
            Text(
                zh="计划什么时候完成；写月份就算到月底。",
                en="When it is planned to be done: the last day of what it says.",
            ),
            "2024-12",
            expected=True,
            column=5,
        ),
    ] = None
    milestones: Annotated[
        tuple[Milestone, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="里程碑", en="Milestones"),
            Text(zh="到什么时候做成什么。", en="What is done by when."),
            "[{title: {zh: 试运行, en: Trial}, date: 2024-09}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    after: Annotated[
        References,
        Relation(
            "begins-after",
            ("project",),
            Text(zh="须先完成", en="begins after"),
            Text(zh="完成后才能开始", en="has to be done before"),
            Role.ORDER,
        ),
        Declared(
            Text(zh="须先完成", en="After"),
            Text(zh="要等哪些项目完成才能开始。", en="The projects that have to be done before it begins."),
            "[data-base]",
        ),
    ] = ()
    budget: Annotated[
        tuple[BudgetLine, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="预算", en="Budget"),
            Text(zh="哪一年用多少，用哪笔钱。", en="How much in which year, and of which money."),
            "[{year: 2024, amount: 800000 CNY, fund: bond-2024}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    spent: Annotated[
        tuple[Spending, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="支出", en="Money spent"),
            Text(zh="每付一笔加一条，与预算对照。", en="A record for each sum that was paid, held against the budget."),
            "[{date: 2024-06-30, amount: 120000 CNY, fund: bond-2024}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    draws: Annotated[
        tuple[Draw, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="占用资源", en="Resources drawn"),
            Text(zh="每月从资源池占用多少。", en="How much of which pool it draws each month."),
            "[{pool: analysts, amount: 2 people}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    efforts: Annotated[
        tuple[Effort, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="投入人力", en="Effort of units"),
            Text(zh="每月占用哪些单位多少人力。", en="How much it takes of units each month."),
            "[{unit: railway, amount: 2 people}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    risks: Annotated[
        tuple[Risk, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="风险", en="Risks"),
            Text(zh="会出什么事，怎么应对。", en="What may go wrong, and what is done about it."),
            "[{title: {zh: 接口推迟, en: Late interface}, chance: moderate, effect: severe}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    rollout: Annotated[
        tuple[Rollout, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="推广", en="Rollout"),
            Text(
                zh="分批生效：先在哪些地方、多大比例的业务上；不写就从完成时起全部生效。",
                en="How it comes into force step by step; left out, wholly once the project ends.",
            ),
            "[{date: 2024-09, share: 30%}, {date: 2024-12, share: 100%}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    systems: Annotated[
        dict[Reference, Fate],
        Relation(
            "decides-on",
            ("system",),
            Text(zh="系统去留", en="settles what becomes of"),
            Text(zh="去留由项目决定", en="settled by"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="系统去留", en="Systems"),
            Text(
                zh="它涉及的系统是沿用、扩展、整合、新建还是退役（集约利旧）。",
                en="What becomes of the systems it touches: keep, extend, merge, new or retire.",
            ),
            "{corridor-platform: extend}",
            shown=Shown.TABLE,
            each=Text(zh="去留", en="Fate"),
        ),
    ] = {}
    judged_by: Annotated[
        dict[Reference, Date],
        Relation(
            "judged-by",
            ("indicator",),
            Text(zh="考核指标", en="judged by"),
            Text(zh="用来考核项目", en="judges"),
            closeness=Closeness.JUDGES,
        ),
        Declared(
            Text(zh="考核指标", en="Judged by"),
            Text(
                zh="按哪个指标、哪个期限的目标值考核。",
                en="The indicators it is judged by, and of which date the targets.",
            ),
            "{clearance-time: 2025}",
            shown=Shown.TABLE,
            each=Text(zh="目标期限", en="Target of"),
        ),
    ] = {}
    principles: Principles = ()
    departs_from: Departures = {}
    progress: Annotated[
        tuple[ProgressRecord, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="进展", en="Progress"),
            Text(zh="每次更新加一条，旧的不删。", en="A record more each time; old ones stay."),
            "[{date: 2024-06-30, state: under-way}]",
            shown=Shown.TABLE,
        ),
    ] = ()

    @property
    def first_day(self) -> date | None:
        """The first day of what it says of its start."""
        days = days_of(self.start) if self.start is not None else None
        return days[0] if days else None

    @property
    def last_day(self) -> date | None:
        """The last day of what it says of its end."""
        days = days_of(self.end) if self.end is not None else None
        return days[1] if days else None

    @property
    def latest(self) -> ProgressRecord | None:
        """The last that is said of its progress."""
        return max(self.progress, key=lambda record: end_of(record.date), default=None)

    @property
    def state(self) -> ProjectState | None:
        """How it stands by the last that is said."""
        return self.latest.state if self.latest is not None else None

    @property
    def next_milestone(self) -> Milestone | None:
        """The first of its milestones that is not reached."""
        to_come = (milestone for milestone in self.milestones if milestone.reached is None)
        return min(to_come, key=lambda milestone: end_of(milestone.date), default=None)

    @property
    def units(self) -> Iterator[Reference]:
        """All units that work for it, the lead first; each once."""
        lead = [self.lead] if self.lead is not None else []
        yield from dict.fromkeys((*lead, *self.responsible, *self.participants))
