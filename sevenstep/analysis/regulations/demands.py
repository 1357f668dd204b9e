"""Demands compared: figures as intervals, words by their wording."""

import math
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.model.values import same_words

_SAME: Final = 1e-9
"""What two ends may differ by, relative to their size, that were written in different units."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a figure allows; an open end is not among them."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def is_disjoint_from(self, other: "Interval") -> bool:
        """Whether no value lies in both."""
        return _is_left_of(self, other) or _is_left_of(other, self)

    def is_same_as(self, other: "Interval") -> bool:
        """Whether both allow the same values."""
        return (
            _close(self.low, other.low)
            and _close(self.high, other.high)
            and (self.low_open, self.high_open) == (other.low_open, other.high_open)
        )


def _close(one: float, other: float) -> bool:
    return one == other or math.isclose(one, other, rel_tol=_SAME)


def _is_left_of(one: Interval, other: Interval) -> bool:
    if _close(one.high, other.low):
        return one.high_open or other.low_open
    return one.high < other.low


def allowed(figure: Quantity, unit: str) -> Interval | None:
    """The values that a figure allows, told in a unit; None where it is in another, or said roughly only.

    A figure without a bound allows itself, or what lies between its ends.
    """
    if figure.approximate:
        return None
    try:
        low, high = (convert(end, figure.unit, unit) for end in (figure.low, figure.high))
    except UnlikeUnits:
        return None
    if not (math.isfinite(low) and math.isfinite(high)):
        return None
    match figure.bound:
        case "≤" | "<":
            return Interval(-math.inf, high, high_open=figure.bound == "<")
        case "≥" | ">":
            return Interval(low, math.inf, low_open=figure.bound == ">")
    return Interval(low, high)


def differ(one: Quantity | Text, other: Quantity | Text) -> bool | None:
    """Whether two demands differ; None where a figure stands against words, or units do not convert."""
    if isinstance(one, Text) and isinstance(other, Text):
        return wording(one) != wording(other)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        first, second = allowed(one, one.unit), allowed(other, one.unit)
        return None if first is None or second is None else not first.is_same_as(second)
    return None


def wording(words: Text) -> str:
    """What words are compared by."""
    return same_words(words.for_language("zh"))


def demand_shown(demand: Quantity | Text | None) -> Text:
    """A demand as it is read; nothing where there is none."""
    if isinstance(demand, Quantity):
        return Text(zh=demand.shown("zh"), en=demand.shown("en"))
    return demand if demand is not None else Text(plain="")
