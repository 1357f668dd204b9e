"""Days and sums of money as sentences say them."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from sevenstep.analysis.programme.results import MonthOfLoad
from sevenstep.analysis.verdict_wording import both
from sevenstep.analysis.wording import shown_number
from sevenstep.language import Language, Text

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def end_said(day: date) -> Text:
    """The day on which something ends: its month, where it is the last day of it."""
    if day.day == monthrange(day.year, day.month)[1]:
        return month_said(day)
    return Text(zh=f"{day.year} 年 {day.month} 月 {day.day} 日", en=f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


def begin_said(day: date) -> Text:
    """The day on which something begins: its month, where it is the first day of it."""
    return month_said(day) if day.day == 1 else end_said(day)


def in_force_said(day: date) -> Text:
    """The last day before something is in force: when what brings it about ends."""
    return end_said(day - timedelta(days=1)) if day > date.min else end_said(day)


def month_said(day: date) -> Text:
    """The month of a day."""
    return Text(zh=f"{day.year} 年 {day.month} 月", en=f"{_MONTHS[day.month - 1]} {day.year}")


def money_shown(amount: float, currency: str, language: Language, beside: Iterable[float] = ()) -> str:
    """A sum of money."""
    return shown_number(amount, currency, language, beside)


def money_said(amount: float, currency: str) -> Text:
    """A sum of money in both languages."""
    return both(lambda language: money_shown(amount, currency, language))


def over_said(load: MonthOfLoad) -> Text:
    """By how much more is taken than there is, in which month: “2 people too many in May 2024 (6 of 4 people)”."""
    month = month_said(date(load.year, load.month, 1))
    over, drawn, there = (measure_said(number, load.unit) for number in (load.over, load.drawn, load.capacity or 0.0))
    return Text(
        zh=f"{month.zh}超出 {over.zh}（占用 {drawn.zh}，只有 {there.zh}）",
        en=f"{over.en} too many in {month.en} ({drawn.en} taken, {there.en} there)",
    )


def measure_said(number: float, unit: str) -> Text:
    """A number with its unit in both languages."""
    return both(lambda language: shown_number(number, unit, language))
