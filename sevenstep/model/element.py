"""What all elements share: their fields, and the types that the fields of every step are written in."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, ClassVar, Final, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    field_validator,
    model_validator,
)

from sevenstep.language import LANGUAGES, Text, user_language
from sevenstep.model.choices import Status, Sureness
from sevenstep.model.dates import days_of, parse_date
from sevenstep.model.field import Declared, Shown, Written, require_declarations
from sevenstep.model.kind import Kind
from sevenstep.model.quantity import Duration, Portion, Quantity, Unfit, canonical_unit
from sevenstep.model.relation import OWNED_BY
from sevenstep.notebook import html_card
from sevenstep.source.characters import INVISIBLE, brief

Said = TypeVar("Said", Quantity, Duration, Portion)

MAX_TITLE: Final = 200
MAX_TEXT: Final = 20_000


class Part(BaseModel):
    """A piece of an element, or an element: frozen, and with no field that is not declared."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        arbitrary_types_allowed=True,
        defer_build=True,  # most parts are validated inside their elements only
    )

    TITLE: ClassVar[Text]
    """What it is called; elements are called by their kind."""
    EXPLANATION: ClassVar[Text]
    """What it is, and how it is written short."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        require_declarations(cls)


# -- texts ---------------------------------------------------------------------------


def _text(value: Any, longest: int) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(plain=_said(value, longest))
    if not isinstance(value, dict):
        raise Unfit(
            Text(zh="这里要写文字", en="A text is needed here"),
            Text(
                zh="写一段文字，或按语言写：{zh: 中文, en: English}",
                en="Write a text, or one per language: {zh: 中文, en: English}",
            ),
        )
    strange = [str(key) for key in value if key not in LANGUAGES]
    if strange or not value:
        shown = brief(", ".join(strange[:5])) or "{}"
        raise Unfit(
            Text(zh=f"不认识的语言：{shown}", en=f"No such language: {shown}"),
            Text(
                zh="语言只有 zh 和 en；若这是一段文字，给它加上引号",
                en="The languages are zh and en; put quotes around it if this is one text",
            ),
        )
    return Text(**{key: _said(said, longest) for key, said in value.items() if said is not None})


def _said(value: Any, longest: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise Unfit(Text(zh="这里要写文字", en="A text is needed here"))
    if len(value) > longest:
        raise Unfit(
            Text(
                zh=f"文字太长：{len(value)} 个字符，最多 {longest}",
                en=f"The text is too long: {len(value)} characters, {longest} at most",
            ),
            Text(zh="写短一些，细节放进 description", en="Shorten it; details go into description"),
        )
    return value.strip()


def _is_text(value: Any) -> bool:
    """Whether a value is written as one text, or as one per language."""
    return isinstance(value, str) or (isinstance(value, dict) and bool(value) and value.keys() <= set(LANGUAGES))


Title = Annotated[
    Text,
    PlainValidator(lambda value: _text(value, MAX_TITLE)),
    Written(Text(zh="一行文字，或每种语言一行", en="a text of one line, or one per language")),
]
"""A text of one line: one string, or one per language."""

Prose = Annotated[
    Text,
    PlainValidator(lambda value: _text(value, MAX_TEXT)),
    Written(Text(zh="一段文字（Markdown），或每种语言一段", en="a text of any length (Markdown), or one per language")),
]
"""A text of any number of lines (Markdown), one string or one per language."""


# -- ids and references --------------------------------------------------------------

_ID: Final = re.compile(r"\w[\w.\-]*")
MAX_ID: Final = 80


def same_id(one: str) -> str:
    """What two ids are compared by: compatibility forms and case do not tell them apart."""
    return unicodedata.normalize("NFKC", one).casefold()


def same_words(text: str) -> str:
    """What two titles are compared by: compatibility forms, case and blanks do not tell them apart."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def id_problem(one: str) -> Text | None:
    """Why `one` cannot be an id (it names files, addresses and pictures), or None."""
    if len(one) > MAX_ID:
        return Text(zh=f"编号超过 {MAX_ID} 个字符", en=f"The id has more than {MAX_ID} characters")
    if INVISIBLE.search(one) or not _ID.fullmatch(one) or one.endswith("."):
        return Text(
            zh=f"“{one}”不能作编号：只能用文字、数字和 - _ .，以文字或数字开头，不以 . 结尾",
            en=f"“{one}” cannot be an id: use letters, digits, - _ . begin with a letter or digit, end without a dot",
        )
    return None


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Reference = str
"""The id of another element; the field's Relation says of which kind."""

References = Annotated[tuple[Reference, ...], BeforeValidator(_one_or_many)]
"""The ids of other elements: one, or a list."""


# -- values --------------------------------------------------------------------------


def _typed(value: Any) -> str:
    if not isinstance(value, str):
        raise Unfit(Text(zh="这里要写一个值", en="A value is needed here"))
    return value


def _read(value: Any, parse: Callable[[str], Said]) -> Said:
    """A quantity as it was typed, or as it was read before."""
    return value if isinstance(value, Quantity | float) else parse(_typed(value))  # type: ignore[return-value]


Amount = Annotated[
    Quantity,
    PlainValidator(lambda value: _read(value, Quantity.parse)),
    Written(
        Text(
            zh="一个数，可带单位，也可以是范围，如 30 CNY、3..5",
            en="a number, with its unit where it has one, or a range, such as 30 CNY or 3..5",
        )
    ),
]
"""A number with or without unit, or a range."""

Bounded = Annotated[
    Quantity,
    PlainValidator(lambda value: _read(value, lambda text: Quantity.parse(text, bounds=True))),
    Written(Text(zh="一个数、范围或界限，如 16 h、≥95%", en="a number, a range or a bound, such as 16 h or ≥95%")),
]
"""An amount, or a bound: ``≥95%``, ``at most 3 d``."""

Time = Annotated[
    Duration,
    PlainValidator(lambda value: _read(value, Duration.parse)),
    Written(
        Text(
            zh="一段时间，如 2 h、20min..40min；也可以是分布",
            en="a length of time, such as 2 h or 20min..40min, or a distribution",
        )
    ),
]
"""A length of time, or a range."""

Elapsed = Annotated[
    Duration,
    PlainValidator(lambda value: _read(value, lambda text: Duration.parse(text, elapsed=True))),
    Written(
        Text(
            zh="日夜都算的一段时间，如 2 d、3..5 h、2个工作日",
            en="a length of time that goes by day and night, such as 2 d, 3..5 h or 2 working days",
        )
    ),
]
"""A length of time that goes by, day and night; working days are told in it."""

Date = Annotated[
    str,
    AfterValidator(parse_date),
    Written(
        Text(
            zh="一个日期或一段时期，如 2024、2024-03、2024Q1",
            en="a date or a stretch of time, such as 2024, 2024-03 or 2024Q1",
        )
    ),
]
"""A year, half-year, quarter, month or day, or a stretch of them; kept in one way of writing."""


def each_once(value: Any) -> Any:
    """Values by date, none of them said twice in two ways of writing; raises Unfit."""
    typed: dict[str, str] = {}
    for key in value if isinstance(value, dict) else ():
        day = str(parse_date(key)) if isinstance(key, str) and days_of(key) else str(key)
        if (other := typed.setdefault(day, str(key))) != key:
            raise Unfit(
                Text(
                    zh=f"“{brief(other)}”和“{brief(key)}”是同一个日期",
                    en=f"“{brief(other)}” and “{brief(key)}” are one date",
                ),
                Text(zh="只留一个", en="Keep one of them"),
            )
    return value


Share = Annotated[
    Portion,
    PlainValidator(lambda value: _read(value, Portion.parse)),
    Written(Text(zh="整体的一部分，如 70%、0.7", en="a part of the whole, such as 70% or 0.7")),
]
"""A part of the whole, ``70%`` or ``0.7``; kept as 0 to 1."""


def _whole(value: Any) -> int:
    """A whole number as a text; raises Unfit."""
    said = Quantity.parse(_typed(value))
    if len(said.points) > 1 or said.unit or said.approximate or said.low != int(said.low):
        raise Unfit(
            Text(zh=f"“{brief(said.text)}”不是整数", en=f"“{brief(said.text)}” is no whole number"),
            Text(zh="写一个整数，不带单位，如 12", en="Write one whole number without a unit, as in 12"),
        )
    return int(said.low)


_OF_SCORES: Final = frozenset({"", "分", "point", "points", "pt", "pts"})


def _score(text: str) -> Quantity:
    said = Quantity.parse(text)
    if canonical_unit(said.unit) not in _OF_SCORES:
        raise Unfit(
            Text(zh=f"“{brief(text)}”不是分数：分数不带单位", en=f"“{brief(text)}” is no score: scores have no unit"),
            Text(zh="只写数字，如 4 或 3..4", en="Write the number alone, as in 4 or 3..4"),
        )
    return replace(said, unit="")


Score = Annotated[
    Quantity,
    PlainValidator(lambda value: _read(value, _score)),
    Written(Text(zh="一个分数或分数的范围，如 4、3..4", en="a score or a range of scores, such as 4 or 3..4")),
]
"""A score, or a range of scores: ``4``, ``3..4``, ``4 分``."""


def ends_of_scale(value: Any) -> Any:
    """Two numbers, in a list or as a range: ``[1, 5]``, ``1..5``; raises Unfit."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, list) and len(value) == 2:
        ends = [Quantity.parse(_typed(one)) for one in value]
        found = [one.low for one in ends if len(one.points) == 1 and not one.unit]
    else:
        said = Quantity.parse(_typed(value))
        found = [said.low, said.high] if len(said.points) == 2 and not said.unit else []
    if len(found) != 2:
        raise Unfit(
            Text(zh="分数的范围是最低分和最高分两个数", en="A scale is two numbers, the lowest score and the highest"),
            Text(zh="写成 [1, 5]", en="Write [1, 5]"),
        )
    return tuple(found)


Whole = Annotated[
    int,
    BeforeValidator(lambda value: value if isinstance(value, int) else _whole(value)),
    Written(Text(zh="一个整数", en="a whole number")),
]
"""A whole number."""


# -- shared parts --------------------------------------------------------------------

_ASSUMED: Final = re.compile(r"(?:assumption|assumed|假设|假定)\b[\s:：,，—-]*(.*)", re.IGNORECASE | re.DOTALL)


def _assumption_in_languages(value: dict[str, Any]) -> dict[str, Any]:
    """``{zh: 假设：…, en: "assumption: …"}`` as an assumption with its reason in both languages."""
    found = {language: _ASSUMED.fullmatch(_said(said, 500)) for language, said in value.items()}
    reasons = {language: match[1] for language, match in found.items() if match is not None and match[1]}
    if len(reasons) < len(value):
        raise Unfit(
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


class Source(Part):
    TITLE: ClassVar = Text(zh="来源", en="Source")
    EXPLANATION: ClassVar = Text(
        zh="一句话或一个数出自哪里，有多大把握。也可以写成一段文字：`quarterly p. 41`（`sources:` "
        "里登记的文件和其中的位置），或没有人证实的合理取值：`假设：理由`，两种语言写成 `{zh: 假设：…, "
        'en: "assumption: …"}`。',
        en="Where a statement or a figure comes from, and how sure it is. Written short as text: `quarterly "
        "p. 41` (a document registered under `sources:` and the place in it), or `assumption: reason` "
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
            Text(zh="有多大把握；假设写 assumed。", en="How sure it is; of an assumption, `assumed`."),
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
            return value
        text = _said(value, 500)
        if match := _ASSUMED.fullmatch(text):
            return {"sure": Sureness.ASSUMED, **({"note": match[1]} if match[1] else {})}
        document, _, page = text.partition(" ")
        return {"document": document, **({"page": page.strip()} if page else {})}

    @property
    def is_assumption(self) -> bool:
        return self.sure == Sureness.ASSUMED


class Figure(Part):
    TITLE: ClassVar = Text(zh="数值", en="Figure")
    EXPLANATION: ClassVar = Text(
        zh="一个数，带日期和来源；简写时只写数：`36.5 h`。",
        en="One number with its date and source; written short, just the number: `36.5 h`.",
    )

    value: Annotated[
        Amount,
        Declared(
            Text(zh="数值", en="Value"),
            Text(zh="这个数，单位可写可不写。", en="The number, with or without its unit."),
            "36.5 h",
            shown=Shown.FIGURE,
        ),
    ]
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

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value


class Target(Figure):
    TITLE: ClassVar = Text(zh="目标值", en="Target")
    EXPLANATION: ClassVar = Text(
        zh="要达到的数；简写时只写数或界限：`16 h`、`≥95%`。",
        en="The value that is to be reached; written short, just the number or bound: `16 h`, `≥95%`.",
    )

    value: Annotated[
        Bounded,
        Declared(
            Text(zh="数值", en="Value"),
            Text(
                zh="要达到的数、范围或界限，单位可写可不写。",
                en="The number, range or bound to be reached, with or without its unit.",
            ),
            "≤16 h",
            shown=Shown.FIGURE,
        ),
    ]


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
        return {"what": value} if _is_text(value) else value


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
        return {"reason": value} if _is_text(value) else value


DESCRIPTION: Final = Declared(
    Text(zh="说明", en="Description"),
    Text(zh="关于它还要说的话，用 Markdown 写。", en="More about it, in Markdown."),
    "{zh: 从申报到放行的全过程。, en: All that lies between declaration and release.}",
    shown=Shown.APART,
)
OWNER: Final = Declared(
    Text(zh="负责方", en="Owner"),
    Text(zh="对它负责的参与主体。", en="The actor who answers for it."),
    "customs",
    shown=Shown.APART,
)
SOURCE: Final = Declared(
    Text(zh="来源", en="Source"),
    Text(
        zh="它出自哪里；其中没有另注来源的数值都以此为准。",
        en="Where it comes from; holds for all its figures that name no source of their own.",
    ),
    "quarterly p. 41",
    shown=Shown.APART,
)
EXPECTED_OWNER: Final = replace(OWNER, expected=True)

ExpectedDescription = Annotated[Prose | None, replace(DESCRIPTION, expected=True)]
ExpectedOwner = Annotated[Reference | None, OWNED_BY, EXPECTED_OWNER]
ExpectedSource = Annotated[Source | None, replace(SOURCE, expected=True)]
"""Fields of every element that make some kinds complete: those say it by taking one of these."""


class Element(Part):
    """Anything with an id. The id is the key under which it stands in its section."""

    KIND: ClassVar[Kind]

    id: Annotated[
        str,
        Declared(
            Text(zh="编号", en="Id"),
            Text(
                zh="取自它的键，不写在要素里面。", en="Taken from the key under which it stands; never written inside."
            ),
            "G1",
            shown=Shown.APART,
        ),
    ] = Field(repr=True)
    title: Annotated[
        Title,
        Declared(
            Text(zh="名称", en="Title"),
            Text(zh="它叫什么，一行写完。", en="What it is called, in one line."),
            "{zh: 更快通关, en: Faster clearance}",
            shown=Shown.APART,
        ),
    ]
    description: Annotated[
        Prose | None,
        DESCRIPTION,
    ] = None
    narration: Annotated[
        Prose | None,
        Declared(
            Text(zh="讲解词", en="Narration"),
            Text(
                zh="导览讲到它时说的话，用 Markdown 写；不写就用说明。",
                en="What is said of it on the guided tour, in Markdown; left out, its description.",
            ),
            "{zh: 先看最慢的一段。, en: First the slowest part.}",
            shown=Shown.HIDDEN,
        ),
    ] = None
    tags: Annotated[
        tuple[str, ...],
        BeforeValidator(_one_or_many),
        Declared(
            Text(zh="标签", en="Tags"),
            Text(zh="便于查找的词，随意写。", en="Free words to find it by."),
            "[pilot, phase-1]",
            shown=Shown.APART,
        ),
    ] = ()
    owner: Annotated[
        Reference | None,
        OWNED_BY,
        OWNER,
    ] = None
    status: Annotated[
        Status,
        Declared(
            Text(zh="状态", en="Status"),
            Text(zh="它的文字写到了哪一步。", en="How far its text has come."),
            "reviewed",
            shown=Shown.APART,
        ),
    ] = Status.DRAFT
    source: Annotated[
        Source | None,
        SOURCE,
    ] = None
    accepted: Annotated[
        dict[str, Acceptance],
        Declared(
            Text(zh="已接受的缺口", en="Accepted gaps"),
            Text(
                zh="可以保留的缺口：规则的编号和保留的理由。",
                en="Gaps that may stay: the code of the rule and the reason.",
            ),
            "{S802: {zh: 留到下一阶段, en: Left for the next phase}}",
            shown=Shown.APART,
            key=Text(zh="规则", en="Rule"),
        ),
    ] = {}

    def __repr__(self) -> str:
        return f"<{self.KIND.title.in_('en')} {self.id} “{self.title.in_(user_language())}”>"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        language = user_language()
        lines = [self.KIND.title, *([self.description] if self.description is not None else [])]
        return html_card(f"{self.id} {self.title.in_(language)}", [line.in_(language) for line in lines])

    @field_validator("tags", mode="after")
    @classmethod
    def _short_tags(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_said(tag, MAX_TITLE) for tag in tags)
