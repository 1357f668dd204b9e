"""So much in a stretch of time, told of a year: money to run something, hours that a person has."""

import re
from dataclasses import dataclass, replace
from typing import Any, Final, Self

from sevenstep.language import Text
from sevenstep.model.quantity.amount import Quantity
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.time_units import HOURS, is_working_days, time_key
from sevenstep.model.quantity.unit import is_currency, is_per_cent, scale_of
from sevenstep.source.characters import brief

_YEAR: Final = re.compile(r"(?:/|\bper\b|每) ?(?:a|annum)\Z|(?<=\S) p\. ?a\.?\Z", re.IGNORECASE)
"""A year as book-keepers write it; everywhere else “a” is a word."""
_EACH: Final = re.compile(r"每 ?(?P<unit>年|个?月|季度?|周|天|日) ?(?P<rest>[^/每]+)")
_FOR: Final = re.compile(r" ?(?:/|每|\bper\b) ?(?P<period>[^/每]+?)\Z")
_QUARTERS: Final = frozenset({"季", "季度", "个季度", "quarter", "q"})
_LEAST: Final = HOURS["w"]
"""Shorter stretches are not the same all the year round: nobody works 365 days."""


def with_year(text: str) -> str:
    """The text with its stretch of time behind it, a year as ``y``: ``20万元/a`` and ``每年20万元`` as others are."""
    plain = _YEAR.sub("/y", text.strip()) if len(text) <= 60 else text
    if match := _EACH.fullmatch(plain):
        return f"{match['rest'].strip()}/{match['unit']}"
    return plain


def split(unit: str) -> tuple[str, str]:
    """What a unit counts, and what it counts it for, as in ``万元/年``: nothing where it is for nothing."""
    found = list(_FOR.finditer(unit))
    return (unit[: found[-1].start()].strip(), found[-1]["period"].strip()) if found else (unit, "")


def times_a_year(period: str) -> float | None:
    """How often the stretch of time is in a year; None of what is none."""
    if period.strip().casefold() in _QUARTERS:
        return 4.0
    key = time_key(period)
    return HOURS["y"] / HOURS[key] if key is not None else None


def a_year(amount: Quantity) -> Quantity | None:
    """The amount of a year, without its stretch of time; None where it names none."""
    what, period = split(amount.unit)
    times = times_a_year(period) if period else None
    if times is None:
        return None
    return replace(amount, points=tuple(point * times for point in amount.points), unit=what)


def _typed(value: Any) -> str:
    if not isinstance(value, str):
        raise InvalidValue(Text(zh="此处须为一个值", en="A value is needed here"))
    return value


def has_no_unit(unit: str) -> bool:
    """Whether a unit says at most thousands or millions, not of what."""
    return not scale_of(unit)[1].strip()


def _check_currency(unit: str, shown: str, example: str) -> None:
    """Raise InvalidValue where the unit is none of money; that it is missing is for a rule to say."""
    if has_no_unit(unit) or is_currency(unit):
        return
    raise InvalidValue(
        Text(
            zh=f"“{shown}”不是金额：“{unit}”不是货币",
            en=f"“{shown}” is not an amount of money: “{unit}” is not a currency",
        ),
        Text(
            zh=f"写明币种，如 {example}；其他货币写三个大写字母的代码，如 KZT",
            en=f"Name the currency, as in {example}; any other by its code of three capitals, such as KZT",
        ),
    )


class RunningMoney:
    """An amount of money a year; without a stretch of time, as it was written of old, it is a sum for something
    else."""

    @staticmethod
    def of(value: Any) -> Quantity:
        """Read it; raises InvalidValue."""
        if isinstance(value, Quantity):
            return value
        said = replace(Quantity.parse(with_year(_typed(value))), text=_typed(value).strip())
        shown, (what, period) = brief(said.text), split(said.unit)
        times = times_a_year(period) if period else 1.0
        if said.low < 0 or times is None or (period and times > HOURS["y"] / _LEAST + 1):
            raise InvalidValue(
                Text(
                    zh=f"“{shown}”不是每年的运行经费",
                    en=f"“{shown}” is not an amount of money to run something for a year",
                ),
                Text(zh="写成 300000 CNY/y 或 30万元/年", en="Write 300000 CNY/y, or 25000 CNY/mo"),
            )
        _check_currency(what, shown, "300000 CNY/y")
        return said


def one_sum(value: Any) -> Quantity:
    """An amount that is spent once; raises InvalidValue."""
    if isinstance(value, Quantity):
        return value
    said = Quantity.parse(with_year(_typed(value)))
    what, period = split(said.unit)
    shown = brief(_typed(value).strip())
    if period or said.low < 0:
        raise InvalidValue(
            Text(zh=f"“{shown}”是负数，此处须为一笔总数", en=f"“{shown}” is below nought; a sum is needed here")
            if not period
            else Text(
                zh=f"“{shown}”按时间计，此处须为一笔总数",
                en=f"“{shown}” is for a stretch of time; one sum is needed here",
            ),
            Text(
                zh="写成 300000 CNY：不带负号，也不带“每年”",
                en="Write 300000 CNY, with no minus and no stretch of time",
            ),
        )
    _check_currency(what, shown, "300000 CNY")
    return said


def money(value: Any) -> Quantity:
    """A sum of money that flows once, or one a year (a month, a quarter); raises InvalidValue."""
    if isinstance(value, Quantity):
        return value
    said = replace(Quantity.parse(with_year(_typed(value))), text=_typed(value).strip())
    shown, (what, period) = brief(said.text), split(said.unit)
    times = times_a_year(period) if period else 1.0
    if said.low < 0 or times is None or (period and times > HOURS["y"] / _LEAST + 1):
        raise InvalidValue(
            Text(zh=f"“{shown}”不是一笔金额，也不是每年的金额", en=f"“{shown}” is not a sum of money, once or a year"),
            Text(
                zh="写成 3000000 CNY 或 300000 CNY/y；收支的方向由所在的字段说明，不写负数",
                en="Write 3000000 CNY or 300000 CNY/y; which way it flows is said by the field, not by a minus",
            ),
        )
    _check_currency(what, shown, "300000 CNY/y")
    return said


def per_cent(value: Any) -> Quantity:
    """A rate a year, or a range of it, in per cent: ``6%``, ``0.06``, ``4..8%``; raises InvalidValue."""
    if isinstance(value, Quantity):
        return value
    said = Quantity.parse(with_year(_typed(value)))
    what, period = split(said.unit)
    factor = 1.0 if is_per_cent(what) else 100.0 if not what else None
    is_yearly = not period or times_a_year(period) == 1.0
    points = tuple(point * factor for point in said.points) if factor is not None else (100.0,)
    if not is_yearly or points[0] <= -50 or points[-1] > 100 or factor is None:
        shown = brief(_typed(value).strip())
        raise InvalidValue(
            Text(zh=f"“{shown}”不是年利率或年增长率", en=f"“{shown}” is not a rate a year"),
            Text(
                zh="写成 6%，或范围 4..8%；须高于 -50%、不超过 100%",
                en="Write 6%, or a range, 4..8%, above −50% and at most 100%",
            ),
        )
    return replace(said, points=points, unit="%")


def years(value: Any, least: int = 0) -> int:
    """A number of whole years: ``10``, ``10 y``, ``10年``; raises InvalidValue."""
    if isinstance(value, int):
        return value
    said = Quantity.parse(_typed(value))
    is_years = not said.unit or time_key(said.unit) == "y"
    if len(said.points) > 1 or not is_years or said.low != int(said.low) or not least <= said.low <= _MOST_YEARS:
        shown = brief(said.text)
        raise InvalidValue(
            Text(
                zh=f"“{shown}”不是 {least} 到 {_MOST_YEARS} 的整年数",
                en=f"“{shown}” is not a number of whole years from {least} to {_MOST_YEARS}",
            ),
            Text(zh="写成 10 或 10年", en="Write 10 or 10 y"),
        )
    return int(said.low)


def horizon(value: Any) -> int:
    """How many years are looked at: one at least; raises InvalidValue."""
    return years(value, least=1)


def multiple(value: Any) -> float:
    """How many times another sum: ``1.2``, ``1.2倍``, ``1.2x``; raises InvalidValue."""
    if isinstance(value, float):
        return value
    said = Quantity.parse(_typed(value))
    if len(said.points) > 1 or said.unit.casefold() not in {"", "倍", "x", "times"} or not 0 < said.low <= _MOST_TIMES:
        shown = brief(said.text)
        raise InvalidValue(
            Text(
                zh=f"“{shown}”不是大于 0、不超过 {_MOST_TIMES} 的倍数",
                en=f"“{shown}” is not a number of times above 0 and at most {_MOST_TIMES}",
            ),
            Text(zh="写成 1.2", en="Write 1.2"),
        )
    return said.low


_MOST_YEARS: Final = 100
_MOST_TIMES: Final = 100
_PEOPLE: Final = frozenset({"", "人", "名", "位", "个人", "people", "persons", "person", "fte", "ftes", "staff"})


@dataclass(frozen=True, slots=True)
class HeadCount(Quantity):
    """A number of people."""

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read it; raises InvalidValue."""
        if isinstance(value, cls):
            return value
        said = cls.parse(_typed(value))
        if said.unit.casefold() not in _PEOPLE or said.low < 0:
            raise InvalidValue(
                Text(zh=f"“{brief(said.text)}”不是人数", en=f"“{brief(said.text)}” is not a number of people"),
                Text(zh="写成 2、0.5 或 2..3", en="Write 2, 0.5 or 2..3"),
            )
        return replace(said, unit="")


@dataclass(frozen=True, slots=True)
class WorkingHours(Quantity):
    """The hours that one person works in a stretch of time; `hours` are those of a year."""

    hours: tuple[float, ...] = ()

    @classmethod
    def of(cls, value: Any) -> Self:
        """Read them; raises InvalidValue."""
        if isinstance(value, cls):
            return value
        said = Quantity.parse(with_year(_typed(value)))
        what, period = split(said.unit)
        unit, times = time_key(what), times_a_year(period) if period else None
        shown = brief(_typed(value).strip())
        if times is None or times > HOURS["y"] / _LEAST + 1:
            by_day = bool(period) and (is_working_days(period) or time_key(period) == "d")
            raise InvalidValue(
                Text(zh=f"“{shown}”：一年有几个工作日要说清", en=f"“{shown}”: how many days a year has is not said")
                if by_day
                else Text(zh=f"“{shown}”没有说每年多少小时", en=f"“{shown}” does not say how many hours a year"),
                Text(zh="写成 1600 h/y、140小时/月 或 35 h/w", en="Write 1600 h/y, 140 h/mo or 35 h/w"),
            )
        if unit is None or said.low < 0:
            raise InvalidValue(
                Text(zh=f"“{shown}”不是工时", en=f"“{shown}” are no working hours"),
                Text(zh="写成 1600 h/y", en="Write 1600 h/y"),
            )
        hours = tuple(point * HOURS[unit] * times for point in said.points)
        return cls(
            _typed(value).strip(), said.points, said.unit, approximate=said.approximate, half=said.half, hours=hours
        )
