"""Dates as people write them (``2024``, ``2024-03``, ``2024Q1``, ``2024-03-05``) as stretches of days."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?|-?[Qq]([1-4]))?")


def days_of(text: str) -> tuple[date, date] | None:
    """The first and the last day of what `text` names; None where it names no date."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year = int(match[1])
    months = (int(match[2]), int(match[2])) if match[2] else (1, 12)
    if match[4]:
        months = (3 * int(match[4]) - 2, 3 * int(match[4]))
    try:
        if match[3]:
            day = date(year, months[0], int(match[3]))
            return day, day
        return date(year, months[0], 1), date(year, months[1], monthrange(year, months[1])[1])
    except ValueError:
        return None


def is_before(one: str, other: str) -> bool:
    """Whether `one` is over when `other` begins."""
    first, second = days_of(one), days_of(other)
    return first is not None and second is not None and first[1] < second[0]
