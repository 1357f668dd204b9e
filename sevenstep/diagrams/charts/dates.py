"""Dates on an axis, in years."""

from datetime import date

from sevenstep.model.dates import days_of


def years_of(day: date) -> float:
    """A day in years."""
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def middle_of(told: str) -> float | None:
    """The middle of a date as it was written (a day, a month, a year), in years; None where it is none."""
    days = days_of(told) if told else None
    return years_of(days[0] + (days[1] - days[0]) / 2) if days is not None else None
