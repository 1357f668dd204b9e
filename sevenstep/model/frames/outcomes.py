"""What came of it: benefits with their owners and reviews, and lessons learnt."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.method import OUTCOMES
from sevenstep.model.choices import Direction
from sevenstep.model.element import Element, ExpectedDescription, ExpectedOwner
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.beside import BESIDE
from sevenstep.model.kind import Kind
from sevenstep.model.members import YesNo
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.source import Source
from sevenstep.model.values import Amount, Bounded, Date, Prose, Reference, References, part_or_parts


class BenefitReview(Part):
    TITLE: ClassVar = Text(zh="成效复核", en="Review of a benefit")
    EXPLANATION: ClassVar = Text(
        zh="某一天看过：量到多少，做到没有，为什么；旧的留着，新的加在后面。",
        en="It was looked at on a day: what was measured, reached or not, and why; old ones stay, new ones are added.",
    )

    date: Annotated[
        Date, Declared(Text(zh="日期", en="Date"), Text(zh="哪一天看的。", en="When it was looked at."), "2025-06-30")
    ]
    measured: Annotated[
        Amount | None,
        Declared(
            Text(zh="实测", en="Measured"),
            Text(
                zh="量到多少；有指标的写在指标的 measurements 里，这里不写。",
                en="What was measured; of a benefit with an indicator that stands in its measurements, not here.",
            ),
            "420000 CNY/y",
            shown=Shown.FIGURE,
        ),
    ] = None
    reached: Annotated[
        YesNo | None,
        Declared(
            Text(zh="做到没有", en="Reached"),
            Text(
                zh="做到了写 true，没有做到写 false；不写就由实测和承诺比出来。",
                en="true or false; left out, what was measured is held against what was promised.",
            ),
            '"true"',
        ),
    ] = None
    why: Annotated[
        Prose | None,
        Declared(
            Text(zh="原因", en="Why"),
            Text(zh="为什么做到，或为什么没有。", en="Why it was reached, or was not."),
            "{zh: 铁路接口晚开三个月, en: The railway opened its interface three months late}",
            shown=Shown.PROSE,
        ),
    ] = None
    source: Annotated[
        Source | None,
        Declared(
            Text(zh="来源", en="Source"), Text(zh="数出自哪里。", en="Where the figure comes from."), "quarterly p. 41"
        ),
    ] = None


class Benefit(Element):
    KIND: ClassVar = Kind(
        "benefit",
        "benefits",
        OUTCOMES.number,
        Text(zh="成效", en="Benefit"),
        Text(zh="成效台账", en="Register of benefits"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="承诺过的一项好处：由谁负责，用什么衡量，承诺多少，什么时候看，做到没有，为什么。",
        en="A benefit that was promised: who owns it, what tells it, how much, when it is looked at, reached or not, "
        "and why.",
    )

    owner: ExpectedOwner = None

    comes_of: Annotated[
        References,
        Relation(
            "comes-of",
            ("project", "measure", "item", "scenario", "appraisal"),
            Text(zh="来自", en="comes of"),
            Text(zh="带来的成效", en="is to bring"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="来自", en="Comes of"),
            Text(zh="由哪些项目、举措、事项或测算带来。", en="The projects, measures, items or appraisals behind it."),
            "[one-order]",
            expected=True,
            column=1,
        ),
    ] = ()
    indicator: Annotated[
        Reference | None,
        Relation(
            "told-by-indicator",
            ("indicator",),
            Text(zh="衡量指标", en="is told by"),
            Text(zh="衡量的成效", en="tells the benefit"),
            Role.IMPROVES,
        ),
        Declared(
            Text(zh="衡量指标", en="Indicator"),
            Text(
                zh="由哪个指标衡量：承诺就是它的目标值，实测就是它的测量值，这里不再写。",
                en="The indicator that tells it: its target is what is promised, its measurements are what was "
                "reached; neither is stated again.",
            ),
            "clearance-time",
            column=2,
        ),
    ] = None
    promised: Annotated[
        Bounded | None,
        Declared(
            Text(zh="承诺", en="Promised"),
            Text(
                zh="没有指标的，承诺多少：一笔钱、一个数或界限。",
                en="Without an indicator, how much: money, a number or a bound.",
            ),
            "500000 CNY/y",
            shown=Shown.FIGURE,
            column=3,
        ),
    ] = None
    direction: Annotated[
        Direction,
        Declared(
            Text(zh="方向", en="Direction"),
            Text(zh="没有指标的，越高越好还是越低越好。", en="Without an indicator, whether more or less is better."),
            "increase",
        ),
    ] = Direction.INCREASE
    by: Annotated[
        Date | None,
        Declared(
            Text(zh="期限", en="By"),
            Text(
                zh="到什么时候做到；有指标的，是它哪个期限的目标值，不写就是最后一个。",
                en="By when; with an indicator, which of its targets, left out the last.",
            ),
            "2025",
            column=4,
        ),
    ] = None
    looked_at: Annotated[
        Date | None,
        Declared(
            Text(zh="下次复核", en="Next looked at"),
            Text(
                zh="下一次什么时候看；不写就在期限到的时候。",
                en="When it is looked at next; left out, once its date has come.",
            ),
            "2025-12",
            column=5,
        ),
    ] = None
    reviews: Annotated[
        tuple[BenefitReview, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="复核记录", en="Reviews"),
            Text(zh="每次看过加一条。", en="One more each time it was looked at."),
            "[{date: 2025-06-30, measured: 420000 CNY/y}]",
            shown=Shown.TABLE,
        ),
    ] = ()


class Lesson(Element):
    KIND: ClassVar = Kind(
        "lesson",
        "lessons",
        OUTCOMES.number,
        Text(zh="经验教训", en="Lesson learnt"),
        Text(zh="经验教训", en="Lessons learnt"),
        left_out=BESIDE,
    )
    EXPLANATION: ClassVar = Text(
        zh="学到了什么，从哪里学到，下一轮由什么来落实。",
        en="What was learnt, from what, and what takes it up in the next round.",
    )

    description: ExpectedDescription = None

    learnt_from: Annotated[
        References,
        Relation(
            "taught-by",
            (),
            Text(zh="得自", en="taught by"),
            Text(zh="带来的经验教训", en="taught"),
            closeness=Closeness.HURTS,
        ),
        Declared(
            Text(zh="得自", en="Learnt from"),
            Text(
                zh="从哪些项目、举措、流程、成效中学到。", en="The projects, measures, flows, benefits that taught it."
            ),
            "[one-order]",
            expected=True,
            column=1,
        ),
    ] = ()
    leads_to: Annotated[
        References,
        Relation(
            "taken-up-in",
            (),
            Text(zh="落实到", en="leads to"),
            Text(zh="源自经验", en="follows from the lesson"),
            closeness=Closeness.CHANGES,
        ),
        Declared(
            Text(zh="落实到", en="Leads to"),
            Text(
                zh="下一轮由哪些目标、项目、举措或原则来落实。",
                en="The goals, projects, measures or principles that take it up.",
            ),
            "[full-5g]",
            column=2,
        ),
    ] = ()
    date: Annotated[
        Date | None,
        Declared(
            Text(zh="时间", en="Date"), Text(zh="什么时候学到的。", en="When it was learnt."), "2025-06", column=3
        ),
    ] = None
