"""The types that fields are written in: texts, ids and references, numbers, times, dates."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, PlainValidator
from pydantic_core.core_schema import CoreSchema, no_info_after_validator_function

from sevenstep.language import LANGUAGES, Text
from sevenstep.model.dates import days_of, parse_date
from sevenstep.model.field import Written
from sevenstep.model.folding import unfolded
from sevenstep.model.form import Form, Short, reads
from sevenstep.model.quantity import Duration, InvalidValue, Portion, Quantity, canonical_unit
from sevenstep.source.characters import INVISIBLE, brief

Said = TypeVar("Said", Quantity, Duration, Portion)

MAX_TITLE: Final = 200
MAX_TEXT: Final = 20_000

# -- texts ---------------------------------------------------------------------------


def _text(value: Any, longest: int) -> Text:
    if isinstance(value, Text):
        return value
    if isinstance(value, str):
        return Text(plain=plain_text(value, longest))
    if not isinstance(value, dict):
        raise InvalidValue(
            Text(zh="此处须为文字", en="A text is needed here"),
            Text(
                zh="写一段文字，或按语言写：{zh: 中文, en: English}",
                en="Write a text, or one per language: {zh: 中文, en: English}",
            ),
        )
    strange = [str(key) for key in value if key not in LANGUAGES]
    if strange or not value:
        shown = brief(", ".join(strange[:5])) or "{}"
        raise InvalidValue(
            Text(zh=f"不认识的语言：{shown}", en=f"No such language: {shown}"),
            Text(
                zh="语言只有 zh 和 en；若这是一段文字，给它加上引号",
                en="The languages are zh and en; put quotes around it if this is one text",
            ),
        )
    return Text(**{key: plain_text(said, longest, key) for key, said in value.items() if said is not None})


_WHICH: Final = {"zh": Text(zh="中文", en="Chinese "), "en": Text(zh="英文", en="English ")}
_ONE: Final = Text(zh="", en="")


def plain_text(value: Any, longest: int, language: str = "") -> str:
    """A text in one language, no longer than that; raises InvalidValue, which names the language where it is told."""
    if not isinstance(value, str) or not value.strip():
        raise InvalidValue(Text(zh="此处须为文字", en="A text is needed here"))
    if len(value) > longest:
        which = _WHICH.get(language, _ONE)
        raise InvalidValue(
            Text(
                zh=f"{which.zh}文字太长：{len(value)} 个字符，最多 {longest}",
                en=f"The {which.en}text is too long: {len(value)} characters, {longest} at most",
            ),
            Text(zh="写短一些，细节放进 description", en="Shorten it; details go into description"),
        )
    return unfolded(value.strip())


def as_title(value: Any) -> Text:
    """A text of one line, one string or one per language; raises InvalidValue."""
    return _text(value, MAX_TITLE)


def is_text(value: Any) -> bool:
    """Whether a value is written as one text, or as one per language."""
    return isinstance(value, str) or (isinstance(value, dict) and bool(value) and value.keys() <= set(LANGUAGES))


Title = Annotated[
    Text,
    PlainValidator(as_title),
    Written(Text(zh="一行文字，或每种语言一行", en="a text of one line, or one per language"), Form.TITLE),
]
"""A text of one line: one string, or one per language."""

Prose = Annotated[
    Text,
    PlainValidator(lambda value: _text(value, MAX_TEXT)),
    Written(
        Text(zh="一段文字（Markdown），或每种语言一段", en="a text of any length (Markdown), or one per language"),
        Form.PROSE,
    ),
]
"""A text of any number of lines (Markdown), one string or one per language."""


# -- ids and references --------------------------------------------------------------

_ID: Final = re.compile(r"\w[\w.\-]*")
MAX_ID: Final = 80


def same_id(name: str) -> str:
    """What two ids are compared by: compatibility forms and case do not tell them apart."""
    return unicodedata.normalize("NFKC", name).casefold()


def same_words(text: str) -> str:
    """What two titles are compared by: compatibility forms, case and blanks do not tell them apart."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def id_problem(name: str) -> Text | None:
    """Why `name` cannot be an id (it names files, addresses and pictures), or None."""
    if len(name) > MAX_ID:
        return Text(zh=f"编号超过 {MAX_ID} 个字符", en=f"The id has more than {MAX_ID} characters")
    if INVISIBLE.search(name) or not _ID.fullmatch(name) or name.endswith("."):
        return Text(
            zh=f"“{name}”不能作编号：只能用文字、数字和 - _ .，以文字或数字开头，不以 . 结尾",
            en=f"“{name}” cannot be an id: use letters, digits, - _ . begin with a letter or digit, end without a dot",
        )
    return None


@reads(short=Short.ONE)
def one_or_many(value: Any) -> Any:
    """A list where one is written alone."""
    return [value] if isinstance(value, str) else value


@reads(short=Short.ONE)
def part_or_parts(value: Any) -> Any:
    """A list of parts where one is written alone, in full or short."""
    return [value] if isinstance(value, str | dict) else value


@reads(Form.ID)
def as_id(name: str) -> str:
    """A name that can be an id; raises InvalidValue."""
    if problem := id_problem(name):
        raise InvalidValue(problem)
    return name


Id = Annotated[str, AfterValidator(as_id)]
"""What can be an id."""

Reference = str
"""The id of another element; the field's Relation says of which kind."""


class CalendarName(str):
    """The name of a calendar of the engagement: readers are shown what that is called."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_after_validator_function(cls, handler(str))


OpeningHours = Annotated[
    CalendarName,
    Written(Text(zh="engagement.yaml 里一个工作日历的名称", en="the name of a calendar of engagement.yaml"), Form.NAME),
]
"""A calendar by its name."""


References = Annotated[tuple[Reference, ...], BeforeValidator(one_or_many)]
"""The ids of other elements: one, or a list."""


# -- values --------------------------------------------------------------------------


def _typed(value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidValue(Text(zh="此处须为一个值", en="A value is needed here"))
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
        ),
        Form.QUANTITY,
    ),
]
"""A number with or without unit, or a range."""


def _emissions(text: str) -> Quantity:
    """A mass of greenhouse gas, also as ``2 kg CO₂e``; raises InvalidValue where it is below nought."""
    said = Quantity.parse(text.replace("₂", "2"))
    if said.low < 0:
        raise InvalidValue(
            Text(zh=f"“{brief(text)}”小于 0", en=f"“{brief(text)}” is below zero"),
            Text(
                zh="写这一步排出多少；省下的由有无举措的差别得出",
                en="Write what the step emits; what is saved follows from the difference that a measure makes",
            ),
        )
    return said


Emissions = Annotated[
    Quantity,
    PlainValidator(lambda value: _read(value, _emissions)),
    Written(
        Text(
            zh="二氧化碳当量的质量，也可以是范围，如 3 kgCO2e、0.2..0.4 tCO2e",
            en="a mass of CO2 equivalent, or a range, such as 3 kgCO2e or 0.2..0.4 tCO2e",
        ),
        Form.QUANTITY,
    ),
]
"""How much greenhouse gas: never below nought."""

Bounded = Annotated[
    Quantity,
    PlainValidator(lambda value: _read(value, lambda text: Quantity.parse(text, bounds=True))),
    Written(
        Text(zh="一个数、范围或界限，如 16 h、≥95%", en="a number, a range or a bound, such as 16 h or ≥95%"),
        Form.BOUNDED,
    ),
]
"""An amount, or a bound: ``≥95%``, ``at most 3 d``."""

Time = Annotated[
    Duration,
    PlainValidator(lambda value: _read(value, Duration.parse)),
    Written(
        Text(
            zh="一段时间，如 2 h、20min..40min；也可以是分布",
            en="a length of time, such as 2 h or 20min..40min, or a distribution",
        ),
        Form.TIME,
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
        ),
        Form.TIME,
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
        ),
        Form.DATE,
    ),
]
"""A year, half-year, quarter, month or day, or a stretch of them; kept in one way of writing."""


@reads()
def each_once(value: Any) -> Any:
    """Values by date, none of them said twice in two ways of writing; raises InvalidValue."""
    typed: dict[str, str] = {}
    for key in value if isinstance(value, dict) else ():
        day = str(parse_date(key)) if isinstance(key, str) and days_of(key) else str(key)
        if (other := typed.setdefault(day, str(key))) != key:
            raise InvalidValue(
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
    Written(Text(zh="整体的一部分，如 70%、0.7", en="a part of the whole, such as 70% or 0.7"), Form.SHARE),
]
"""A part of the whole, ``70%`` or ``0.7``; kept as 0 to 1."""


def _whole(value: Any) -> int:
    """A whole number as a text; raises InvalidValue."""
    said = Quantity.parse(_typed(value))
    if len(said.points) > 1 or said.unit or said.approximate or said.low != int(said.low):
        raise InvalidValue(
            Text(zh=f"“{brief(said.text)}”不是整数", en=f"“{brief(said.text)}” is not a whole number"),
            Text(zh="写一个整数，不带单位，如 12", en="Write one whole number without a unit, as in 12"),
        )
    return int(said.low)


_OF_SCORES: Final = frozenset({"", "分", "point", "points", "pt", "pts"})


def _score(text: str) -> Quantity:
    said = Quantity.parse(text)
    if canonical_unit(said.unit) not in _OF_SCORES:
        raise InvalidValue(
            Text(
                zh=f"“{brief(text)}”不是分数：分数不带单位", en=f"“{brief(text)}” is not a score: scores have no unit"
            ),
            Text(zh="只写数字，如 4 或 3..4", en="Write the number alone, as in 4 or 3..4"),
        )
    return replace(said, unit="")


Score = Annotated[
    Quantity,
    PlainValidator(lambda value: _read(value, _score)),
    Written(
        Text(zh="一个分数或分数的范围，如 4、3..4", en="a score or a range of scores, such as 4 or 3..4"), Form.QUANTITY
    ),
]
"""A score, or a range of scores: ``4``, ``3..4``, ``4 分``."""


@reads(Form.PAIR)
def ends_of_scale(value: Any) -> Any:
    """Two numbers, in a list or as a range: ``[1, 5]``, ``1..5``; raises InvalidValue."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, list) and len(value) == 2:
        ends = [Quantity.parse(_typed(end)) for end in value]
        found = [end.low for end in ends if len(end.points) == 1 and not end.unit]
    else:
        said = Quantity.parse(_typed(value))
        found = [said.low, said.high] if len(said.points) == 2 and not said.unit else []
    if len(found) != 2:
        raise InvalidValue(
            Text(zh="分数的范围是最低分和最高分两个数", en="A scale is two numbers, the lowest score and the highest"),
            Text(zh="写成 [1, 5]", en="Write [1, 5]"),
        )
    return tuple(found)


Whole = Annotated[
    int,
    BeforeValidator(lambda value: value if isinstance(value, int) else _whole(value)),
    Written(Text(zh="一个整数", en="a whole number"), Form.WHOLE),
]
"""A whole number."""
