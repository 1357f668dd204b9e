"""The one grammar of quantities: a text is read to its end, or refused by name.

    quantity  = [about] [bound] value [separator value [separator value]] [about] [bound]
    value     = [sign] [currency] number [unit] | number time-unit number time-unit …
    separator = .. … ~ – - 至 到 to

Every field of a model that takes a number goes through `read`; what the field then allows is its own matter.
"""

import re
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Text
from sevenstep.memory import by_content
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.number import CHINESE_DIGITS, STARTS, Number, number_at
from sevenstep.model.quantity.plain import DASH, same_width
from sevenstep.model.quantity.time_units import HOURS, TIME_UNIT, canonical_unit, time_key
from sevenstep.model.quantity.typos import refuse_short_range, refuse_typos
from sevenstep.model.quantity.unit import (
    checked_unit,
    currency,
    currency_at,
    scale_of,
    whole_names,
    with_short_scale,
)
from sevenstep.model.quantity.words import Bound, is_vague, says_unknown, stripped
from sevenstep.source.characters import brief

MAX_LENGTH: Final = 100
_CURRENCY_SIGN: Final = r"(?:[A-Z]{0,3}[$¥€£₩₽฿₫]|[A-Z]{3} ?)?"
_SEPARATOR: Final = re.compile(
    rf" *(?:(?P<dots>\.{{2,}}|…+|~)|(?P<dash>[-{DASH}])|(?P<word>至|到|(?<![A-Za-z])to(?= )|(?<![A-Za-z])and(?= )))"
    rf" *(?=[-+{DASH}]?{_CURRENCY_SIGN}[-+]?{STARTS})"
)
_BETWEEN: Final = re.compile(r"(?:between|from|介于|在|从) *(.+?) *(?:之间)?", re.DOTALL)
_CLOCK: Final = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_YEAR: Final = "(?:19|20)[0-9]{2}"
DATE: Final = re.compile(
    rf"{_YEAR} ?年.*|{_YEAR} ?[-{DASH}~至到] ?{_YEAR} ?年|{_YEAR} ?[QH][1-4]"
    rf"|{_YEAR}[-/][01]?[0-9](?:[-/][0-3]?[0-9])?|{_YEAR}\.[01]?[0-9]\.[0-3]?[0-9]",
    re.IGNORECASE,
)
_TENTHS: Final = re.compile(rf"([{CHINESE_DIGITS}十]|[0-9]+(?:\.[0-9]+)?) ?成 ?([一二三四五六七八九半])?")
_OF_HUNDRED: Final = re.compile(rf"(百|千|[{CHINESE_DIGITS}十]+)分之")
_PLUS_MINUS: Final = re.compile(r"±|\+/-|\+-")


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a quantity, with its unit as it was written and half of its last digit."""

    number: float
    unit: str
    half: float
    hours: float | None = None
    """In hours, where it is made of several times: ``1h30min``."""
    short: float = 1.0
    """The factor of a ``k`` behind the number, which is in it already."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says: one value, a range, or a range with its likeliest value; bounded or approximate if it says so.

    A value without a unit has that of the others.
    """

    values: tuple[Value, ...]
    bound: Bound
    approximate: bool


@by_content(4096)
def read(text: str) -> Reading:
    """Read a quantity to its end; raises InvalidValue. A model says the same few values again and again."""
    shown = brief(text.strip())
    if len(text) > MAX_LENGTH:
        raise unreadable(shown)
    plain = " ".join(same_width(text).split())
    _refuse_by_name(plain, shown)
    body, bound, approximate = stripped(plain, shown)
    if between := _BETWEEN.fullmatch(body):
        body = between[1]
        if "之间" in plain:
            body = body.replace("和", "至").replace("与", "至")
    values, used = _values(body, shown)
    if not between and "and" in used:
        raise unreadable(shown)
    if len(values) > 1 and bound:
        raise InvalidValue(
            Text(zh=f"“{shown}”既是界限又是范围", en=f"“{shown}” is a bound and a range at once"),
            Text(zh="只写其一：≥3 d，或 3..5 d", en="Write one of both: ≥3 d, or 3..5 d"),
        )
    return Reading(_of_one_unit(values, shown), bound, approximate)


def unreadable(shown: str) -> InvalidValue:
    """That a text is no quantity."""
    return InvalidValue(
        Text(zh=f"“{shown}”不是数值", en=f"“{shown}” is not a quantity"),
        Text(
            zh="写成数字加单位，如 36.5 h、50 CNY、70%，或范围 7..9 d",
            en="Write a number and its unit, as in 36.5 h, 50 CNY, 70%, or a range, 7..9 d",
        ),
    )


def _refuse_by_name(plain: str, shown: str) -> None:
    if not plain:
        raise unreadable(shown)
    if says_unknown(plain):
        raise InvalidValue(
            Text(zh=f"“{shown}”没有给出数值", en=f"“{shown}” tells no quantity"),
            Text(
                zh="还不知道就不写这个字段；有把握的范围写成 3..8 d，出处写 source: 假设：理由",
                en="Leave the field out where it is not known; or write the range you are sure of, as in 3..8 d, with "
                'source: "assumption: why"',
            ),
        )
    if is_vague(plain):
        raise InvalidValue(
            Text(zh=f"“{shown}”没有确定的数值", en=f"“{shown}” is not a definite amount"),
            Text(zh="写出数字，如 约5 d 或 3..8 d", en="Give a number, as in about 5 d or 3..8 d"),
        )
    if _CLOCK.fullmatch(plain):
        hours, minutes = plain.split(":")[:2]
        raise InvalidValue(
            Text(zh=f"“{shown}”是钟点，不是数值", en=f"“{shown}” is a time of day, not a quantity"),
            Text(
                zh=f"时长写成 {int(hours)}h{int(minutes)}min",
                en=f"A length of time is written {int(hours)}h{int(minutes)}min",
            ),
        )
    if DATE.fullmatch(plain):
        raise InvalidValue(
            Text(zh=f"“{shown}”是日期，不是数值", en=f"“{shown}” is a date, not a quantity"),
            Text(zh="日期写进 date 字段", en="A date goes into the field date"),
        )
    if _PLUS_MINUS.search(plain):
        raise InvalidValue(
            Text(zh=f"“{shown}”里的 ± 有几种读法", en=f"± in “{shown}” can be read in several ways"),
            Text(
                zh="写成范围 4..6 d；时间的标准差写成 normal(5d, 1d)",
                en="Write the range, 4..6 d; of a time with its standard deviation, normal(5d, 1d)",
            ),
        )


# -- values and what stands between them ---------------------------------------------


def _values(body: str, shown: str) -> tuple[list[Value], list[str]]:
    values: list[Value] = []
    used: list[str] = []
    kinds: list[str] = []
    position = 0
    while True:
        start = _number_end(body, position, shown)
        found = _SEPARATOR.search(body, start)
        end = found.start() if found else len(body)
        values.append(_value(body[position:end].strip(), shown))
        if found is None:
            break
        kinds.append(found.lastgroup or "")
        used.append(found[0].strip())
        position = found.end()
    if len(values) > 3 or (len(values) == 3 and set(kinds) != {"dots"}):
        raise _too_many(shown)
    _refuse_two_ways(values, kinds, body, shown)
    if (factor := values[-1].short) != 1 and any(
        value.number and value.short == 1 and not value.unit for value in values
    ):
        refuse_short_range(f"{values[0].number:g}", f"{values[-1].number:g}", factor, shown)
    return values, used


def _number_end(body: str, position: int, shown: str) -> int:
    """Where the number ends that begins at a place: a separator stands behind it, not at its sign or exponent."""
    here = position
    if body[here : here + 1] in {"-", "+", DASH}:
        here += 1
    if found := currency_at(body, here):
        here = found[1]
        while body[here : here + 1] in {" ", "-", "+"}:
            here += 1
    number = number_at(body, here, shown)
    return number.end if number else min(here + 1, len(body))


def _too_many(shown: str) -> InvalidValue:
    return InvalidValue(
        Text(zh=f"“{shown}”有太多数字", en=f"“{shown}” has too many numbers"),
        Text(zh="写成 小..大 或 小..最可能..大", en="Write low..high or low..likeliest..high"),
    )


def _refuse_two_ways(values: list[Value], kinds: list[str], body: str, shown: str) -> None:
    """``-30-50%``: whether the sign stands for both ends cannot be told."""
    if kinds != ["dash"] or values[0].number >= 0 or values[1].number < 0 or body[0] == "+":
        return
    low, high = f"{-values[0].number:g}", f"{values[1].number:g}"
    unit = values[1].unit or values[0].unit
    gap = "" if unit[:1] in {"", "%", "‰"} else " "
    both = f"-{high}..-{low}{gap}{unit}", f"-{low}..{high}{gap}{unit}"
    raise InvalidValue(
        Text(zh=f"“{shown}”有两种读法：{both[0]} 或 {both[1]}", en=f"“{shown}” can be read as {both[0]} or {both[1]}"),
        Text(zh="用 .. 写出要的那一种", en="Write the one that is meant, with .."),
    )


def _value(piece: str, shown: str) -> Value:
    if piece == "一半":
        return Value(50.0, "%", 5.0)
    if tenths := _TENTHS.fullmatch(piece):
        return _of_tenths(tenths, shown)
    if hundred := _OF_HUNDRED.match(piece):
        return _of_hundred(piece, hundred, shown)
    sign, money, rest = _before_number(piece)
    number = number_at(rest, 0, shown)
    if number is None:
        raise unreadable(shown)
    if sign < 0:
        number = Number(-number.value, number.end, number.half, number.only_times)
    refuse_typos(rest[: number.end], rest[number.end :], shown)
    behind = rest[number.end :].strip()
    if rest[:1].isalpha() and rest.isascii():
        behind = behind.removeprefix("-")  # half-day, three-day
    if number.only_times and not TIME_UNIT.match(behind.removeprefix("个").strip() or " "):
        raise unreadable(shown)
    timed = _times(number, behind, shown) if not money and behind else None
    if timed is not None:
        return timed
    factor, unit = with_short_scale(behind, bool(money))
    number = Number(number.value * factor, number.end, number.half * factor)
    return Value(number.value, _with_currency(money, checked_unit(unit, shown), shown), number.half, short=factor)


def _before_number(piece: str) -> tuple[float, str, str]:
    """The sign and the currency that stand before the number, and the rest."""
    sign, here = 1.0, piece
    if here[:1] in {"-", "+", DASH} and currency_at(here, 1):
        sign, here = (-1.0 if here[0] != "+" else 1.0), here[1:]
    found = currency_at(here)
    if found is None:
        return sign, "", here
    return sign, found[0], here[found[1] :].strip()


def _with_currency(money: str, unit: str, shown: str) -> str:
    """The unit with the currency that stands before the number: behind its scale, before what it is counted for."""
    if not money:
        return unit
    head, slash, per = unit.partition("/")
    known = currency(head.strip()) if head.strip() else None
    _, rest = scale_of(head.strip())
    if head.strip() == money.strip():
        raise unreadable(shown)
    if known and known == currency(money):
        return unit
    if rest.strip() or known:
        raise InvalidValue(
            Text(
                zh=f"“{shown}”里 {money} 和 {head.strip()} 不能同时作单位",
                en=f"“{shown}” is in {money} and in {head.strip()} at once",
            ),
            Text(zh="只写一个币种，如 300 CNY", en="Name one currency, as in 300 CNY"),
        )
    scale = head.strip()
    if money.strip() == "¥" and scale and not scale.isascii():
        return f"{scale}元{slash}{per}"
    gap = " " if scale.isascii() and scale else ""
    return f"{scale}{gap}{money.strip()}{slash}{per}"


def _of_tenths(match: re.Match[str], shown: str) -> Value:
    """``九成``, ``九成五``, ``两成半``."""
    first = number_at(match[1], 0, shown)
    second = 0.5 if match[2] == "半" else float("一二三四五六七八九".index(match[2]) + 1) / 10 if match[2] else 0.0
    value = (first.value if first else 0.0) + second
    return Value(round(value * 10, 9), "%", 0.5 if match[2] else 5.0)


def _of_hundred(piece: str, match: re.Match[str], shown: str) -> Value:
    """``百分之九十``, ``千分之三``, ``三分之一``."""
    number = number_at(piece, match.end(), shown)
    if number is None or number.end != len(piece):
        raise unreadable(shown)
    if match[1] in {"百", "千"}:
        return Value(number.value, "%" if match[1] == "百" else "‰", number.half)
    below = number_at(match[1], 0, shown)
    if below is None or not 0 < number.value < below.value:
        raise unreadable(shown)
    return Value(100 * number.value / below.value, "%", 0.5)


# -- lengths of time -----------------------------------------------------------------


def _times(first: Number, behind: str, shown: str) -> Value | None:
    """A length of time of several parts (``1h30min``, ``1天半``, ``1个半小时``, ``1h30``); None where it has one."""
    number, rest = first.value, behind
    if rest.startswith("个半"):
        number, rest = number + 0.5, rest[2:].strip()
        if key := _whole_unit(rest if rest != "月" else "个月"):
            return Value(number, "个月" if rest == "月" else rest, 0.0, number * HOURS[key])
        raise unreadable(shown)
    unit = TIME_UNIT.match(rest)
    if unit is None or unit.end() == len(rest) or canonical_unit(rest) in whole_names():
        return None
    after = rest[unit.end() :].strip()
    key = time_key(unit[0])
    if key is None or not re.match(rf"{STARTS}", after):
        return None
    if after == "半":
        return Value(number + 0.5, unit[0], 0.0, (number + 0.5) * HOURS[key])
    return _compound(number, unit[0], after, shown)


def _whole_unit(text: str) -> str | None:
    match = TIME_UNIT.fullmatch(text)
    return time_key(match[0]) if match else None


def _compound(number: float, unit: str, rest: str, shown: str) -> Value:
    key = time_key(unit) or ""
    hours, last, half = number * HOURS[key], HOURS[key], 0.0
    while rest:
        part = number_at(rest, 0, shown)
        if part is None or part.value < 0:
            raise _no_time(shown)
        named = TIME_UNIT.match(rest[part.end :].strip())
        if named is None and key == "h" and not rest[part.end :].strip() and re.fullmatch("[0-5][0-9]", rest):
            return Value(number + part.value / 60, unit, 0.5 / 60, hours + part.value / 60)
        length = HOURS.get(time_key(named[0]) or "") if named else None
        if named is None or length is None or length >= last:
            raise _no_time(shown)
        hours, last, half = hours + part.value * length, length, part.half * length
        rest = rest[part.end :].strip()[named.end() :].strip()
    return Value(hours / HOURS[key], unit, half / HOURS[key], hours)


def _no_time(shown: str) -> InvalidValue:
    return InvalidValue(
        Text(zh=f"“{shown}”不是时间", en=f"“{shown}” is not a length of time"),
        Text(
            zh="写成 30min、2h、1h30min、2d 或范围 7d..9d（也可写 分钟、小时、天、周）",
            en="Write 30min, 2h, 1h30min, 2d, or a range, 7d..9d",
        ),
    )


# -- one unit ------------------------------------------------------------------------


def _money_with_scale_behind(values: list[Value]) -> str:
    """The unit of ``CNY 1.2–1.5 mn``, where the currency stands before the first number, the rest behind the last:
    it counts for both, as in ``$1–2 million``. Empty for all else."""
    first, last = values[0].unit, values[-1].unit
    scale, bare = scale_of(last.partition("/")[0])
    is_money = currency(first) is not None and scale_of(first)[0] == 1.0 and "/" not in first
    if len(values) < 2 or not is_money or bare.strip() or values[0].number > values[-1].number:
        return ""
    if scale == 1.0 and "/" not in last:
        return ""
    return _with_currency(first, last, last)


def _of_one_unit(values: list[Value], shown: str) -> tuple[Value, ...]:
    """Values without a unit get that of the others; those with a scale alone (30万-50万元) are told in the last one."""
    named = [value.unit for value in values if value.unit]
    if not named:
        return tuple(values)
    last = values[-1].unit or named[-1]
    if joint := _money_with_scale_behind(values):
        return tuple(Value(value.number, joint, value.half) for value in values)
    last_scale, last_bare = scale_of(last)
    found: list[Value] = []
    for value in values:
        scale, bare = scale_of(value.unit)
        if not value.unit:
            found.append(Value(value.number, last, value.half))
        elif not bare.strip() and last_bare.strip() and value.unit != last:
            factor = scale / last_scale
            found.append(Value(value.number * factor, last, value.half * factor))
        else:
            found.append(value)
    return tuple(found)
