"""What all elements share: their fields, and the types that the fields of every step are written in."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Final, Literal, TypeVar

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

from sevenstep.language import LANGUAGES, Text
from sevenstep.model.dates import days_of, parse_date
from sevenstep.model.quantity import Duration, Portion, Quantity, Unfit, canonical_unit
from sevenstep.model.relation import OWNED_BY
from sevenstep.source.characters import INVISIBLE, brief

Said = TypeVar("Said", Quantity, Duration, Portion)

MAX_TITLE: Final = 200
MAX_TEXT: Final = 20_000


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of element: its name in code, the section of the YAML it stands in, its step and its titles."""

    name: str
    section: str
    step: int
    title: Text
    titles: Text


class Part(BaseModel):
    """A piece of an element, or an element: frozen, and with no field that is not declared."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        allow_inf_nan=False,
        arbitrary_types_allowed=True,
        defer_build=True,  # most parts are validated inside their elements only
    )


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


Title = Annotated[Text, PlainValidator(lambda value: _text(value, MAX_TITLE))]
"""A text of one line: one string, or one per language."""

Prose = Annotated[Text, PlainValidator(lambda value: _text(value, MAX_TEXT))]
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


Amount = Annotated[Quantity, PlainValidator(lambda value: _read(value, Quantity.parse))]
"""A number with or without unit, or a range."""

Bounded = Annotated[
    Quantity, PlainValidator(lambda value: _read(value, lambda text: Quantity.parse(text, bounds=True)))
]
"""An amount, or a bound: ``≥95%``, ``at most 3 d``."""

Time = Annotated[Duration, PlainValidator(lambda value: _read(value, Duration.parse))]
"""A length of time, or a range."""

Elapsed = Annotated[
    Duration, PlainValidator(lambda value: _read(value, lambda text: Duration.parse(text, elapsed=True)))
]
"""A length of time that goes by, day and night; working days are told in it."""

Date = Annotated[str, AfterValidator(parse_date)]
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


Share = Annotated[Portion, PlainValidator(lambda value: _read(value, Portion.parse))]
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


Score = Annotated[Quantity, PlainValidator(lambda value: _read(value, _score))]
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


Whole = Annotated[int, BeforeValidator(lambda value: value if isinstance(value, int) else _whole(value))]
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
    return {"sure": "assumed", "note": reasons}


class Source(Part):
    """Where a statement or a figure comes from, and how sure it is.

    Written short as text: ``quarterly p. 41`` (a document registered under ``sources:`` and the place in it), or
    ``assumption: reason`` (one text, or one per language) for a plausible value that nobody has confirmed.
    """

    document: str | None = None
    """A document: the id of one registered in engagement.yaml under `sources`, or its name."""
    page: str | None = None
    """Where in the document."""
    interview: Title | None = None
    """Who said so."""
    dataset: Title | None = None
    """The data set it was taken from."""
    date: Date | None = None
    """When it was said, published or measured."""
    sure: Literal["high", "medium", "low", "assumed"] = "high"
    """How sure it is."""
    note: Prose | None = None
    """What else a reader should know."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, dict) and value and value.keys() <= set(LANGUAGES):
            return _assumption_in_languages(value)
        if not isinstance(value, str):
            return value
        text = _said(value, 500)
        if match := _ASSUMED.fullmatch(text):
            return {"sure": "assumed", **({"note": match[1]} if match[1] else {})}
        document, _, page = text.partition(" ")
        return {"document": document, **({"page": page.strip()} if page else {})}

    @property
    def is_assumption(self) -> bool:
        return self.sure == "assumed"


class Figure(Part):
    """One number with its date and source; written short, just the number: ``36.5 h``."""

    value: Amount
    """The number, with or without its unit."""
    date: Date | None = None
    """When it held."""
    source: Source | None = None
    """Where it comes from; without one it is an assumption."""
    note: Prose | None = None
    """What else a reader should know."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"value": value} if isinstance(value, str) else value


class Target(Figure):
    """The value that is to be reached; written short, just the number or bound: ``16 h``, ``≥95%``."""

    value: Bounded
    """The number, range or bound, with or without its unit."""


class Evidence(Part):
    """What shows that a challenge or a finding is real: a statement, with its figure where there is one."""

    what: Prose
    """What was seen."""
    figure: Bounded | None = None
    """The number, with its unit."""
    date: Date | None = None
    """When it held."""
    source: Source | None = None
    """Where it comes from."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"what": value} if _is_text(value) else value


class Acceptance(Part):
    """A gap that the author knows and accepts; written short, just the reason."""

    reason: Prose
    """Why the gap may stay."""
    by: Title | None = None
    """Who decided so."""
    until: Date | None = None
    """Until when."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"reason": value} if _is_text(value) else value


class Element(Part):
    """Anything with an id. The id is the key under which it stands in its section."""

    KIND: ClassVar[Kind]

    id: str = Field(repr=True)
    """The id; taken from the key, never written inside the element."""
    title: Title
    """What it is called."""
    description: Prose | None = None
    """More about it, in Markdown."""
    narration: Prose | None = None
    """What is said of it on the guided tour, in Markdown; left out, its description."""
    tags: Annotated[tuple[str, ...], BeforeValidator(_one_or_many)] = ()
    """Free words to find it by."""
    owner: Annotated[Reference | None, OWNED_BY] = None
    """The actor who answers for it."""
    status: Literal["draft", "reviewed", "approved"] = "draft"
    """How far its text has come."""
    source: Source | None = None
    """Where it comes from; holds for all its figures that name no source of their own."""
    accepted: dict[str, Acceptance] = {}
    """Gaps that may stay: the code of the rule and the reason."""

    @field_validator("tags", mode="after")
    @classmethod
    def _short_tags(cls, tags: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(_said(tag, MAX_TITLE) for tag in tags)
