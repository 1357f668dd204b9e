"""Factors: what an assessment looks at, in a tree with weights."""

from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from sevenstep.language import Text
from sevenstep.method import ASSESSMENT
from sevenstep.model.element import Element, ExpectedDescription
from sevenstep.model.field import Declared, Shown
from sevenstep.model.frames.peers import Course
from sevenstep.model.frames.readings import Aim, Reading
from sevenstep.model.frames.yardstick import Best, Better, FigureUnit, JudgedBy, Worst
from sevenstep.model.kind import Kind, Where
from sevenstep.model.relation import Closeness, Relation, Role
from sevenstep.model.values import Date, Reference, References, Share, each_once, part_or_parts


class Factor(Element):
    KIND: ClassVar = Kind(
        "factor",
        "factors",
        ASSESSMENT.number,
        Text(zh="评估因素", en="Factor"),
        Text(zh="评估因素", en="Factors"),
        tier=1,
        gathered_by=("factor-of",),
        left_out={
            Where.CHAIN: "it frames the chain; the challenges that it shows stand there",
            Where.TRACE: "the challenges that it shows stand for it",
            Where.OWN_TRACE: "its page says what it shows and what it is part of",
        },
    )
    EXPLANATION: ClassVar = Text(
        zh="评估看的一个方面，带权重；因素连成一棵树，最下层的打分或写数值。",
        en="What an assessment looks at, with a weight; factors form a tree, and the lowest have scores or figures.",
    )

    description: ExpectedDescription = None

    assessment: Annotated[
        Reference | None,
        Relation(
            "factor-of",
            ("assessment",),
            Text(zh="属于评估", en="factor of"),
            Text(zh="评估因素", en="factors"),
            Role.PART_OF,
            forward_verb=Text(zh="属于评估", en="is a factor of"),
        ),
        Declared(
            Text(zh="所属评估", en="Assessment"),
            Text(
                zh="它属于哪次评估；有上级因素的不必写。",
                en="The assessment that it belongs to; a factor under another need not say it.",
            ),
            "digital-level",
            column=1,
        ),
    ] = None
    parent: Annotated[
        Reference | None,
        Relation(
            "under-factor",
            ("factor",),
            Text(zh="上级因素", en="part of"),
            Text(zh="下级因素", en="sub-factors"),
            Role.PART_OF,
            forward_verb=Text(zh="属于因素", en="is part of"),
        ),
        Declared(
            Text(zh="上级因素", en="Part of"),
            Text(zh="它上面的因素。", en="The factor above it."),
            "clusters",
            column=1,
        ),
    ] = None
    weight: Annotated[
        Share | None,
        Declared(
            Text(zh="权重", en="Weight"),
            Text(
                zh="它在同一上级的各因素里占多少；都不写就各占一样。",
                en="Its part among the factors beside it; where none of them says, all weigh the same.",
            ),
            "40%",
            column=2,
        ),
    ] = None
    scale: JudgedBy = None
    unit: FigureUnit = None
    direction: Better = None
    worst: Worst = None
    best: Best = None
    takes: Annotated[
        Reference | None,
        Relation(
            "takes-value-of",
            ("indicator", "function"),
            Text(zh="取数自", en="takes the value of"),
            Text(zh="作为评估因素", en="assessed as"),
            closeness=Closeness.COUNTS,
        ),
        Declared(
            Text(zh="取数自", en="Takes"),
            Text(
                zh="它的数就是哪个指标的基线、实测和目标值，或哪个业务环节的成熟度：一个数只写一处。",
                en="The indicator whose baseline, measurements and targets it takes, or the function whose maturity: "
                "one number stands in one place.",
            ),
            "throughput",
            column=3,
        ),
    ] = None
    values: Annotated[
        dict[Date, Reading],
        BeforeValidator(each_once),
        Declared(
            Text(zh="评估值", en="Values"),
            Text(
                zh="评估对象的分数或数值，按日期写；以后再评，加一行。",
                en="The score or figure of the subject, by date; when it is assessed again, another line.",
            ),
            "{2022: 2, 2024: {value: 3, source: quarterly p. 8}}",
            shown=Shown.TABLE,
            key=Text(zh="时间", en="Date"),
        ),
    ] = {}
    targets: Annotated[
        dict[Date, Aim],
        BeforeValidator(each_once),
        Declared(
            Text(zh="目标", en="Target"),
            Text(zh="到哪个日期要达到多少。", en="What is to be reached, by date."),
            "{2027: 4}",
            shown=Shown.TABLE,
            key=Text(zh="时间", en="Date"),
        ),
    ] = {}
    peers: Annotated[
        dict[str, Reading],
        Declared(
            Text(zh="对标值", en="Peers"),
            Text(
                zh="各对标对象的分数或数值，以它在评估里的编号为键。",
                en="The score or figure of each peer, by its id in the assessment.",
            ),
            "{hefei: 4, wuxi: missing}",
            shown=Shown.TABLE,
            key=Text(zh="对标对象", en="Peer"),
        ),
    ] = {}
    courses: Annotated[
        tuple[Course, ...],
        BeforeValidator(part_or_parts),
        Declared(
            Text(zh="他人历程", en="Courses of others"),
            Text(zh="别人从一个数走到另一个数用了多久。", en="How long others took from one value to another."),
            "[{title: 同阶段的区, start: 1000 亿元, end: 2000 亿元, took: 4y..12y, source: quarterly p. 7}]",
            shown=Shown.TABLE,
        ),
    ] = ()
    shows: Annotated[
        References,
        Relation(
            "shows",
            ("challenge",),
            Text(zh="显示痛点", en="shows"),
            Text(zh="由评估显示", en="shown by"),
            closeness=Closeness.HURTS,
            backward_verb=Text(zh="由差距显示：", en="is shown by"),
        ),
        Declared(
            Text(zh="显示的痛点", en="Shows"),
            Text(zh="它的差距说明了哪些痛点。", en="The challenges that its gap shows."),
            "[C3]",
        ),
    ] = ()
