"""Dates as people write them, as stretches of days: years, half-years, quarters, months, days, and from one to another.

``2024``, ``2024-03-05``, ``2024年3月``, ``2024Q1``, ``2027H1``, ``2024年上半年``, ``Mar 2024``, ``2023-04..2024-03``.
Each has one canonical form, in which it is kept and compared; what can be two dates is refused with both.
"""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from sevenstep.language import Text
from sevenstep.memory import by_content
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.plain import same_width
from sevenstep.model.quantity.words import says_unknown
from sevenstep.source.characters import brief

_LONGEST: Final = 60
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR: Final = r"(?P<year>[0-9]{4})"
DATE_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}(?:年度?|年内)?",
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>[0-9]{{1,2}})(?:(?P=mark)(?P<day>[0-9]{{1,2}}))?",
        rf"{_YEAR}年 ?(?P<month>[0-9]{{1,2}})月份?(?: ?(?P<day>[0-9]{{1,2}})[日号])?",
        r"(?P<year>[12][0-9]{3})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"{_YEAR}年?[- ]?(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))",
        rf"(?:Q(?P<quarter>[1-4])|H(?P<half>[12]))[- ]?{_YEAR}",
        rf"(?:(?P<quarter>[1-4])Q|(?P<half>[12])H)[- ]?{_YEAR}",
        rf"{_YEAR}年 ?第?(?P<quarter>[1-4一二三四])季度?",
        rf"{_YEAR}年 ?(?P<half>[上下])半年",
        rf"{_MONTH}[ -]{_YEAR}",
        rf"{_YEAR}[ -]{_MONTH}",
        rf"(?P<day>[0-9]{{1,2}})[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} (?P<day>[0-9]{{1,2}}),? {_YEAR}",
        rf"(?:end of |by the end of ){_YEAR}(?P<end>)",
        rf"{_YEAR}年(?:(?P<month>[0-9]{{1,2}})月)?(?P<end>[底末])",
    )
)
SPAN: Final = re.compile(r" *(?:\.\.+|…|~|至|到| – |–| - | to ) *")
_FISCAL: Final = re.compile(
    r"(?:FY|fiscal year) ?'?(?P<first>[0-9]{2,4})(?:[-/](?P<last>[0-9]{2,4}))?"
    r"|(?P<year>[0-9]{4})(?:年?财年|财政年度|会计年度)|(?P<from>[0-9]{4})/(?P<to>[0-9]{2,4})",
    re.IGNORECASE,
)
_SHORT_YEAR: Final = re.compile(r"'?(?P<year>[0-9]{2})(?:年.*|[QH][1-4])", re.IGNORECASE)
_DAY_FIRST: Final = re.compile(r"(?P<a>[0-9]{1,2})(?P<mark>[-/.])(?P<b>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})")
_NUMERALS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_CHINESE: Final = re.compile(r"(?P<year>[〇零一二三四五六七八九]{4})年(?P<rest>.*)")
_CHINESE_NUMBER: Final = re.compile(r"[二三]?十[一二三四五六七八九]?|[一二三四五六七八九](?=[月日号])")


class Day(str):
    """A date in its canonical form; `typed` is how the author wrote it: the key under which it stands in the file."""

    __slots__ = ("typed",)
    typed: str


def read_date(text: str) -> str | None:
    """The canonical form of a date; None where `text` is none. Raises InvalidValue where it may be one of two."""
    plain = _in_digits(" ".join(same_width(text[: 4 * _LONGEST]).split()))
    if not plain or len(text) > _LONGEST:
        return None
    if found := _single(plain):
        return found
    _refuse_by_name(plain, brief(text.strip()))
    ends = [_single(end) for end in SPAN.split(plain)]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    first, last = _days(ends[0]), _days(ends[1])
    return f"{ends[0]}..{ends[1]}" if first[0] <= last[0] and first[1] < last[1] else None


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of what `text` names; None where it names no date."""
    try:
        found = text if isinstance(text, Day) else read_date(text)
    except InvalidValue:
        return None
    if found is None:
        return None
    first, _, last = found.partition("..")
    return _days(first)[0], _days(last or first)[1]


def parse_date(text: str) -> Day:
    """A date in its canonical form; raises InvalidValue."""
    if isinstance(text, Day):
        return text
    found = read_date(text)
    if found is None and says_unknown(same_width(text)):
        raise InvalidValue(
            Text(zh=f"“{brief(text)}”没有给出日期", en=f"“{brief(text)}” tells no date"),
            Text(zh="还不知道就不写这个字段", en="Leave the field out where it is not known"),
        )
    if found is None:
        raise InvalidValue(
            Text(zh=f"“{brief(text)}”不是日期", en=f"“{brief(text)}” is not a date"),
            Text(
                zh="写成 2024、2024-03、2024-03-05、2024Q1、2024H1，或 2023-04..2024-03",
                en="Write 2024, 2024-03, 2024-03-05, 2024Q1, 2024H1, or a stretch, 2023-04..2024-03",
            ),
        )
    day = Day(found)
    day.typed = text
    return day


def as_typed(key: str | int) -> str | int:
    """A part of a key path as it stands in the file: dates are kept in another form there."""
    return key.typed if isinstance(key, Day) else key


def is_before(one: str, other: str) -> bool:
    """Whether `one` is over when `other` begins."""
    first, second = days_of(one), days_of(other)
    return first is not None and second is not None and first[1] < second[0]


def end_of(day: str) -> date:
    """Its last day, by which dates are put in order; the first day there is for what is no date."""
    days = days_of(day)
    return days[1] if days else date.min


def _in_digits(plain: str) -> str:
    """``二〇二四年十二月`` in digits."""
    match = _CHINESE.fullmatch(plain)
    if match is None:
        return plain
    rest = _CHINESE_NUMBER.sub(lambda number: str(_number(number[0])), match["rest"])
    return f"{match['year'].translate(_NUMERALS)}年{rest}"


def _number(written: str) -> int:
    tens, mark, ones = written.rpartition("十")
    ones_value = int(ones.translate(_NUMERALS)) if ones else 0
    return ones_value if not mark else 10 * int(tens.translate(_NUMERALS) or 1) + ones_value


def _single(plain: str) -> str | None:
    for form in DATE_FORMS:
        if match := form.fullmatch(plain):
            return _canonical({name: said for name, said in match.groupdict().items() if said is not None})
    if (match := _DAY_FIRST.fullmatch(plain)) and (int(match["a"]) > 12) != (int(match["b"]) > 12):
        month, day = sorted((int(match["a"]), int(match["b"])))
        return _if_there(int(match["year"]), month, day)
    return None


def _canonical(said: dict[str, str]) -> str | None:
    year = int(said["year"])
    if "quarter" in said:
        quarter = "一二三四".find(said["quarter"]) + 1 or int(said["quarter"])
        return f"{_if_there(year)}Q{quarter}" if _if_there(year) else None
    if "half" in said:
        half = {"上": 1, "下": 2}.get(said["half"]) or int(said["half"])
        return f"{_if_there(year)}H{half}" if _if_there(year) else None
    month = _MONTHS.index(said["word"][:3].lower()) + 1 if "word" in said else int(said.get("month", 0))
    if "end" in said:
        month = month or 12
        return _if_there(year, month, monthrange(year, month)[1]) if 1 <= month <= 12 and year else None
    if month == 0:
        return _if_there(year) if "month" not in said else None
    return _if_there(year, month, int(said["day"]) if "day" in said else None)


def _if_there(year: int, month: int | None = None, day: int | None = None) -> str | None:
    try:
        date(year, month or 1, 1 if day is None else day)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


@by_content(4096)
def _days(canonical: str) -> tuple[date, date]:
    """The first and the last day of a date in its canonical form."""
    year = int(canonical[:4])
    kind, rest = canonical[4:5], canonical[5:]
    if kind in {"Q", "H"}:
        length = 3 if kind == "Q" else 6
        last = length * int(rest)
        return date(year, last - length + 1, 1), date(year, last, monthrange(year, last)[1])
    if len(canonical) == 10:
        day = date(year, int(rest[:2]), int(rest[3:]))
        return day, day
    first, last = (int(rest), int(rest)) if rest else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _refuse_by_name(plain: str, shown: str) -> None:
    if match := _FISCAL.fullmatch(plain):
        last = match["last"] or match["to"] or match["first"] or match["year"]
        year = int(last) if len(last) == 4 else 2000 + int(last[-2:])
        months = f"{year - 1}-04..{year}-03"
        raise InvalidValue(
            Text(
                zh=f"“{shown}”是财年，看不出从哪个月开始",
                en=f"“{shown}” is a fiscal year; nobody can tell when it begins",
            ),
            Text(
                zh=f"与公历年一致就写 {year}；否则写起止月份，如 {months}",
                en=f"Write {year} where it is the calendar year, else its months, as in {months}",
            ),
        )
    if match := _SHORT_YEAR.fullmatch(plain):
        raise InvalidValue(
            Text(zh=f"“{shown}”的年份只有两位", en=f"The year of “{shown}” has two digits"),
            Text(zh=f"写四位年份，如 20{match['year']}", en=f"Write four digits, as in 20{match['year']}"),
        )
    if match := _DAY_FIRST.fullmatch(plain):
        readings = dict.fromkeys(
            _if_there(int(match["year"]), month, day)
            for month, day in ((int(match["a"]), int(match["b"])), (int(match["b"]), int(match["a"])))
        )
        listed = [reading for reading in readings if reading]
        if listed:
            raise InvalidValue(
                Text(
                    zh=f"“{shown}”可以是 {' 或 '.join(listed)}",
                    en=f"“{shown}” can be {' or '.join(listed)}",
                ),
                Text(zh=f"先写年份：{listed[0]}", en=f"Write the year first: {listed[0]}"),
            )
