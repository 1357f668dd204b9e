"""How long others took from one value to another, against what the date of a target asks."""

import math
from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.assessment.results import CourseTaken, Pace, Reached
from sevenstep.analysis.assessment.yardstick import Yardstick
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.model.dates import end_of
from sevenstep.model.frames.factor import Factor
from sevenstep.model.frames.peers import Course
from sevenstep.model.quantity import HOURS, Quantity

DAYS: Final = 365.2425
"""Days of a year, leap years minded."""


def pace(factor: Factor, yardstick: Yardstick, now: Reached | None, target: Reached | None) -> Pace | None:
    """What the target asks, and how long others took; None where either is not known.

    A stretch of another length is told as one of ours by the growth of a year where all values are figures above 0
    (they grow by a share), else by the difference of a year.
    """
    if now is None or target is None or not factor.courses or not (now.date and target.date):
        return None
    years = (end_of(target.date) - end_of(now.date)).days / DAYS
    if years <= 0 or now.value == target.value:
        return None
    is_growth = not yardstick.scale and now.value > 0 and target.value > 0
    taken = tuple(_taken(factor, yardstick, now.value, target.value, is_growth=is_growth))
    return Pace(now.value, target.value, years, target.date, is_growth, taken) if taken else None


def _taken(factor: Factor, yardstick: Yardstick, start: float, end: float, *, is_growth: bool) -> Iterator[CourseTaken]:
    for number, course in enumerate(factor.courses):
        try:
            stretch = _stretch(course, yardstick)
        except UnlikeUnits:
            continue
        if stretch is None:
            continue
        begun, done, years = stretch
        times = _times(begun, done, start, end, is_growth=is_growth)
        if times is not None:
            yield CourseTaken(number, begun, done, years, (years[0] * times, years[1] * times))


def _stretch(course: Course, yardstick: Yardstick) -> tuple[float, float, tuple[float, float]] | None:
    """From where to where a course went, and in how many years; raises UnlikeUnits."""

    def number(value: Quantity) -> float:
        return yardstick.in_unit(value.middle, value.unit)

    if course.took is not None and course.start is not None and course.end is not None:
        hours = course.took.hours
        return number(course.start), number(course.end), (hours[0] / HOURS["y"], hours[-1] / HOURS["y"])
    days = sorted(course.values, key=end_of)
    if len(days) < 2:
        return None
    years = (end_of(days[-1]) - end_of(days[0])).days / DAYS
    return number(course.values[days[0]]), number(course.values[days[-1]]), (years, years)


def _times(begun: float, done: float, start: float, end: float, *, is_growth: bool) -> float | None:
    """How many times as far our stretch is; None where the course went nowhere, or the other way."""
    if is_growth and begun > 0 and done > 0:
        ours, theirs = math.log(end) - math.log(start), math.log(done) - math.log(begun)
    else:
        ours, theirs = end - start, done - begun
    return ours / theirs if theirs and ours / theirs > 0 else None
