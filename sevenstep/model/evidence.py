"""Figures and what vouches for them: sources, evidence, targets, and the gaps that somebody accepts."""

import re
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import BeforeValidator, Field, model_validator

from sevenstep.language import LANGUAGES, Text
from sevenstep.model.choices import Sureness
from sevenstep.model.field import Declared, Shown
from sevenstep.model.members import is_true, not_too_many, require_one, said_of_member
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.model.relation import Closeness, Relation
from sevenstep.model.values import Amount, Bounded, Date, Prose, Reference, Title, is_text, plain_text

_ASSUMED: Final = re.compile(r"(?:assumption|assumed|假设|假定)\b[\s:：,，—-]*(.*)", re.IGNORECASE | re.DOTALL)

_FIGURE: Final = re.compile(r"([^#＃]+)[#＃]([^#＃]+)")


def _assumption_in_languages(value: dict[str, Any]) -> dict[str, Any]:
    """``{zh: 假设：…, en: "assumption: …"}`` as an assumption with its reason in both languages."""
    found = {language: _ASSUMED.fullmatch(plain_text(said, 500)) for language, said in value.items()}
    reasons = {language: match[1] for language, match in found.items() if match is not None and match[1]}
    if len(reasons) < len(value):
        raise InvalidValue(
            Text(
                zh="按语言写的来源只能是假设，并写明理由",
                en="A source in two languages can only be an assumption, with its reason",
            ),
            Text(
                zh='写成 {zh: 假设：理由, en: "assumption: reason"}；文档只写编号和页码',
                en='Write {zh: 假设：理由, en: "assumption: reason"}; of a document just its id and page',
            ),
        )
    return {"sure": Sureness.ASSUMED, "note": reasons}


def _with_figure(fields: dict[str, Any]) -> dict[str, Any]:
    """`quarterly#booking-lead` as the document and its registered figure."""
    document = fields.get("document")
    match = _FIGURE.fullmatch(document) if isinstance(document, str) and fields.get("figure") is None else None
    return fields if match is None else {**fields, "document": match[1], "figure": match[2]}


class Source(Part):
    TITLE: ClassVar = Text(zh="来源", en="Source")
    EXPLANATION: ClassVar = Text(
        zh="一句话或一个数出自哪里，有多大把握。也可以写成一段文字：`quarterly p. 41`（`sources:` "
        "里登记的文件和其中的位置），`quarterly#booking-lead`（文件里登记的一个数），或没有人证实的合理取值："
        '`假设：理由`，两种语言写成 `{zh: 假设：…, en: "assumption: …"}`。',
        en="Where a statement or a figure comes from, and how sure it is. Written short as text: `quarterly "
        "p. 41` (a document registered under `sources:` and the place in it), `quarterly#booking-lead` (a figure "
        "registered with it), or `assumption: reason` "
        "(one text, or one per language) for a plausible value that nobody has confirmed.",
    )

    document: Annotated[
        str | None,
        Declared(
            Text(zh="文件", en="Document"),
            Text(
                zh="engagement.yaml 的 sources 里登记的文件的编号，或文件的名称。",
                en="A document: the id of one registered in engagement.yaml under `sources`, or its name.",
            ),
            "quarterly",
        ),
    ] = None
    figure: Annotated[
        str | None,
        Declared(
            Text(zh="登记的数值", en="Registered figure"),
            Text(
                zh="文件里登记的哪一个数（`sources` 下的 figures）；简写成 `quarterly#booking-lead`。",
                en="Which of the document's registered figures (`figures` under `sources`); written short, "
                "`quarterly#booking-lead`.",
            ),
            "booking-lead",
        ),
    ] = Field(default=None, max_length=200)
    page: Annotated[
        str | None,
        Declared(Text(zh="页码", en="Page"), Text(zh="在文件的什么地方。", en="Where in the document."), "p. 41"),
    ] = None
    interview: Annotated[
        Title | None,
        Declared(
            Text(zh="访谈", en="Interview"),
            Text(zh="谁说的。", en="Who said so."),
            "{zh: 报关科科长, en: The head of the declaration office}",
        ),
    ] = None
    dataset: Annotated[
        Title | None,
        Declared(
            Text(zh="数据集", en="Data set"),
            Text(zh="取自哪个数据集。", en="The data set it was taken from."),
            "{zh: 2023 年报关单, en: Declarations of 2023}",
        ),
    ] = None
    date: Annotated[
        Date | None,
        Declared(
            Text(zh="时间", en="Date"),
            Text(zh="什么时候说的、发表的或测量的。", en="When it was said, published or measured."),
            "2024-03",
        ),
    ] = None
    sure: Annotated[
        Sureness,
        Declared(
            Text(zh="把握", en="Sure"),
            Text(zh="有多大把握；假设写 `assumed`。", en="How sure it is; of an assumption, `assumed`."),
            "medium",
        ),
    ] = Sureness.HIGH
    note: Annotated[
        Prose | None,
        Declared(
            Text(zh="备注", en="Note"),
            Text(
                zh="读者还应知道什么；假设在这里写理由。",
                en="What else a reader should know; of an assumption, its reason.",
            ),
            "{zh: 只算工作日, en: Working days only}",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, dict) and value and value.keys() <= set(LANGUAGES):
            return _assumption_in_languages(value)
        if not isinstance(value, str):
            return _with_figure(value) if isinstance(value, dict) else value
        text = plain_text(value, 500)
        if match := _ASSUMED.fullmatch(text):
            return {"sure": Sureness.ASSUMED, **({"note": match[1]} if match[1] else {})}
        document, _, page = text.partition(" ")
        return _with_figure({"document": document, **({"page": page.strip()} if page else {})})

    @property
    def is_assumption(self) -> bool:
        return self.sure == Sureness.ASSUMED


class _Stated(Part):
    """What every figure is made of: a number with its date, its source and a note."""

    value: Annotated[
        Amount | None,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="这个数，单位可写可不写；只按维度写的（by），可以不写。",
                en="The number, with or without its unit; it may be left out of a figure told by dimension (by).",
            ),
            "36.5 h",
            shown=Shown.FIGURE,
        ),
    ] = None
    date: Annotated[
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="它是什么时候的数。", en="When it held."), "2023")
    ] = None
    source: Annotated[
        Source | None,
        Declared(
            Text(zh="来源", en="Source"),
            Text(zh="它出自哪里；没有来源的数按假设标出。", en="Where it comes from; without one it is an assumption."),
            "quarterly p. 41",
        ),
    ] = None
    note: Annotated[
        Prose | None,
        Declared(
            Text(zh="备注", en="Note"),
            Text(zh="读者还应知道什么。", en="What else a reader should know."),
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
        bool,
        BeforeValidator(is_true),
        Declared(
            Text(zh="缺数据", en="Missing"),
            Text(
                zh="这个成员没有数据；为什么，写在 note 里。", en="There is no figure of this member; why, in a note."
            ),
            "true",
        ),
    ] = False
    provisional: Annotated[
        bool,
        BeforeValidator(is_true),
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
        Date | None, Declared(Text(zh="时间", en="Date"), Text(zh="它是什么时候的事。", en="When it held."), "2023")
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
    TITLE: ClassVar = Text(zh="已接受的缺口", en="Accepted gap")
    EXPLANATION: ClassVar = Text(
        zh="作者知道并接受的缺口；简写时只写理由。",
        en="A gap that the author knows and accepts; written short, just the reason.",
    )

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
