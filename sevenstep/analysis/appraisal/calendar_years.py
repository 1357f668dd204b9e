"""What is said by dates, told year by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sevenstep.model.dates import days_of

Steps = Sequence[tuple[date, float]]
"""From which day on how much of the whole is in force, in order of time."""


@dataclass(frozen=True, slots=True)
class Span:
    """The years that are looked at. The `first` is 1 where nothing is dated."""

    first: int
    count: int

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(range(self.first, self.first + self.count))

    def place(self, day: str) -> int | None:
        """The year of a date, counted from 0; None outside of those looked at."""
        days = days_of(day)
        number = days[1].year - self.first if days is not None else -1
        return number if 0 <= number < self.count else None

    def shares(self, begins: date, until: date | None) -> list[float]:
        """Which part of each year lies between two days."""
        end = until or date.max
        found = []
        for year in self.years:
            first, last = date(year, 1, 1), date(year, 12, 31)
            overlap = (min(last, end) - max(first, begins)).days + 1
            found.append(max(0, overlap) / ((last - first).days + 1))
        return found

    def reached(self, steps: Steps, until: date | None) -> list[float]:
        """How much of the whole is in force in each year, on the mean of its days."""
        total = [0.0] * self.count
        for number, (begins, share) in enumerate(steps):
            following = day_before(steps[number + 1][0]) if number + 1 < len(steps) else None
            ends = [end for end in (following, until) if end is not None]
            for year, part in enumerate(self.shares(begins, min(ends) if ends else None)):
                total[year] += part * share
        return total


def first_day(day: str) -> date:
    """The first day of a date."""
    days = days_of(day)
    return days[0] if days else date.min


def last_day(day: str) -> date:
    """The last day of a date."""
    days = days_of(day)
    return days[1] if days else date.max


def day_before(day: date) -> date:
    """The day before, as far as the calendar goes."""
    return day - timedelta(days=1) if day > date.min else day


def day_after(day: date) -> date:
    """The day after, as far as the calendar goes."""
    return day + timedelta(days=1) if day < date.max else day
