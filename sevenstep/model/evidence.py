"""Figures and what vouches for them: evidence, targets, and the gaps that somebody accepts."""

from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Shown
from sevenstep.model.form import Words
from sevenstep.model.members import NONE, YesNo, not_too_many, require_one, said_of_member
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.source import Source
from sevenstep.model.values import Amount, Bounded, Date, Prose, Reference, Title, is_text


class _Stated(Part):
    """What every figure is made of: a number with its date, its source and a note."""

    value: Annotated[
        Amount | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="这个数，单位可写可不写；只按维度写的（by），可以不写。",
                en="The number, with or without its unit; it may be left out of a figure given by dimension (by).",
            ),
            "36.5 h",
            shown=Shown.FIGURE,
        ),
    ] = None
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="数值对应的时间。", en="When it held."), "2023")
    ] = None
    source: Annotated[
        Source | None,
        Declared(
            Text(zh="来源", en="Source"),
            Text(zh="出处；没有来源的数值标为假设。", en="Where it comes from; without one it is an assumption."),
            "quarterly p. 41",
        ),
    ] = None
    note: Annotated[
        Prose | None,
        Declared(
            Text(zh="备注", en="Note"),
            Text(zh="读者还应了解的情况。", en="What else a reader should know."),
            "{zh: 不含查验, en: Without inspections}",
        ),
    ] = None

    @property
    def known(self) -> Quantity:
        """Its value; raises LookupError where it has none: of those that only their members have a value of."""
        if self.value is None:
            raise LookupError("the figure has no value of its own")
        return self.value


class MemberFigure(_Stated):
    TITLE: ClassVar = Text(zh="成员的数值", en="Figure of a member")
    EXPLANATION: ClassVar = Text(
        zh="维度里一个成员的数；简写时只写数：`30 h`，没有数据就写 `missing`（或“缺”）。",
        en="The number of one member of a dimension; written short, just the number, `30 h`, or `missing` where there "
        "is none.",
    )
    SHORT: ClassVar = ("value", Words(tuple(sorted(NONE))))
    NEEDS: ClassVar = ("value", "missing")

    value: Annotated[
        Amount | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="这个成员的数，单位同指标；没有数据不写，写 missing: true。",
                en="The member's number, in the unit of the indicator; where there is none, missing: true instead.",
            ),
            "30 h",
            shown=Shown.FIGURE,
        ),
    ] = None
    missing: Annotated[
        YesNo,
        Declared(
            Text(zh="缺数据", en="Missing"),
            Text(
                zh="这个成员没有数据；为什么，写在 note 里。", en="There is no figure of this member; why, in a note."
            ),
            "true",
        ),
    ] = False
    provisional: Annotated[
        YesNo,
        Declared(
            Text(zh="初步数", en="Provisional"),
            Text(zh="这个数以后还会修订。", en="The figure will still be revised."),
            "true",
        ),
    ] = False

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return said_of_member(value)

    @model_validator(mode="after")
    def _given_or_missing(self) -> Self:
        require_one(self.value, missing=self.missing)
        return self


class MemberTarget(MemberFigure):
    TITLE: ClassVar = Text(zh="成员的目标值", en="Target of a member")
    EXPLANATION: ClassVar = Text(
        zh="维度里一个成员要达到的数；简写时只写数或界限：`≤16 h`。",
        en="The value that one member of a dimension is to reach; written short, just the number or bound: `≤16 h`.",
    )

    value: Annotated[
        Bounded | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="这个成员要达到的数、范围或界限；没有定就不写，写 missing: true。",
                en="The number, range or bound that the member is to reach; where none is set, missing: true instead.",
            ),
            "≤16 h",
            shown=Shown.FIGURE,
        ),
    ] = None


_BY: Final = Declared(
    Text(zh="按维度", en="By dimension"),
    Text(
        zh="各个成员的数：先写维度的编号，下面每个成员一行。",
        en="The figures of the members: the id of the dimension, and below it a line for each member.",
    ),
    "{province: {chongqing: 30 h, guangxi: 24 h, yunnan: missing}}",
    shown=Shown.HIDDEN,
    key=Text(zh="成员", en="Member"),
)
_BY_DIMENSION: Final = Relation(
    "by-dimension",
    ("dimension",),
    Text(zh="按维度细分", en="told by"),
    Text(zh="按它细分的数值", en="divides"),
    closeness=Closeness.JUDGES,
)


class Figure(_Stated):
    TITLE: ClassVar = Text(zh="数值", en="Figure")
    EXPLANATION: ClassVar = Text(
        zh="一个数，带日期和来源，也可以按维度细分；简写时只写数：`36.5 h`。",
        en="One number with its date and source, and by dimension if you like; written short, just the number: "
        "`36.5 h`.",
    )
    SHORT: ClassVar = ("value",)
    NEEDS: ClassVar = ("value", "by")

    by: Annotated[dict[Reference, dict[str, MemberFigure]], BeforeValidator(not_too_many), _BY_DIMENSION, _BY] = {}

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.value is None and not any(self.by.values()):
            raise InvalidValue(
                Text(zh="这里没有数值", en="There is no figure here"),
                Text(
                    zh="写上 value，或按维度写 by: {维度: {成员: 数值}}",
                    en="Add value, or the values by dimension, by: {dimension: {member: figure}}",
                ),
            )
        return self


class Target(Figure):
    TITLE: ClassVar = Text(zh="目标值", en="Target")
    EXPLANATION: ClassVar = Text(
        zh="要达到的数，也可以按维度细分；简写时只写数或界限：`16 h`、`≥95%`。",
        en="The value that is to be reached, and by dimension if you like; written short, just the number or bound: "
        "`16 h`, `≥95%`.",
    )

    value: Annotated[
        Bounded | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="要达到的数、范围或界限，单位可写可不写；只按维度写的（by），可以不写。",
                en="The number, range or bound to be reached, with or without its unit; it may be left out of a target "
                "set by dimension (by).",
            ),
            "≤16 h",
            shown=Shown.FIGURE,
        ),
    ] = None
    by: Annotated[  # a target may be a bound, and so may those of its members
        dict[Reference, dict[str, MemberTarget]],
        BeforeValidator(not_too_many),
        _BY_DIMENSION,
        _BY,
    ] = {}  # type: ignore[assignment]


class Evidence(Part):
    TITLE: ClassVar = Text(zh="依据", en="Evidence")
    EXPLANATION: ClassVar = Text(
        zh="说明痛点或发现确实存在：一句话，有数字就带上；简写时只写这句话。",
        en="What shows that a challenge or a finding is real: a statement, with its figure where there is "
        "one; written short, just the statement.",
    )
    SHORT: ClassVar = ("what",)

    what: Annotated[
        Prose,
        Declared(
            Text(zh="所见", en="What was seen"),
            Text(zh="看到了什么。", en="What was seen."),
            "{zh: 七成单证要重填, en: Seven papers of ten are typed again}",
            shown=Shown.PROSE,
        ),
    ]
    figure: Annotated[
        Bounded | None,
        Declared(
            Text(zh="数值", en="Figure"),
            Text(zh="相关的数，带单位。", en="The number, with its unit."),
            "70%",
            shown=Shown.FIGURE,
        ),
    ] = None
    by: Annotated[dict[Reference, dict[str, MemberFigure]], BeforeValidator(not_too_many), _BY_DIMENSION, _BY] = {}
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="对应的时间。", en="When it held."), "2023")
    ] = None
    source: Annotated[
        Source | None,
        Declared(Text(zh="来源", en="Source"), Text(zh="出自哪里。", en="Where it comes from."), "quarterly p. 43"),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"what": value} if is_text(value) else value


class Acceptance(Part):
    TITLE: ClassVar = Text(zh="暂缓事项", en="Accepted gap")
    EXPLANATION: ClassVar = Text(
        zh="作者已知并接受的缺口；简写时只写理由。",
        en="A gap that the author knows and accepts; written short, just the reason.",
    )
    SHORT: ClassVar = ("reason",)

    reason: Annotated[
        Prose,
        Declared(
            Text(zh="理由", en="Reason"),
            Text(zh="为什么可以保留。", en="Why the gap may stay."),
            "{zh: 留到下一阶段, en: Left for the next phase}",
            shown=Shown.PROSE,
        ),
    ]
    by: Annotated[
        Title | None,
        Declared(
            Text(zh="决定人", en="Decided by"),
            Text(zh="谁决定的。", en="Who decided so."),
            "{zh: 项目组, en: The project team}",
        ),
    ] = None
    until: Annotated[
        Date | None, Declared(Text(zh="到期", en="Until"), Text(zh="保留到什么时候。", en="Until when."), "2027-06")
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"reason": value} if is_text(value) else value
