"""How sure a figure is by its digits alone, and whether two figures differ by more than rounding explains."""

import re
from dataclasses import replace
from typing import Final

from sevenstep.analysis.indicator_values import stand
from sevenstep.analysis.results import Stand
from sevenstep.analysis.units import convert
from sevenstep.model.element import Figure
from sevenstep.model.quantity import Quantity

_WRITTEN: Final = re.compile(r"(\d[\d,，]*)?(?:\.(\d+))?(?:[eE]([-+]?\d{1,3}))?")
_ENDS: Final = re.compile(r"\.\.+|～|~|…")
_SLACK: Final = 1e-9  # what figures may differ by from having been computed


def rounded(figure: Figure, unit: str) -> Stand:
    """The figure in `unit`, between the ends that its digits leave open; raises UnlikeUnits."""
    one = stand(figure, unit, "stated")
    half = abs(convert(half_a_digit(figure.value), figure.value.unit or unit, unit))
    return replace(one, low=one.low - half, high=one.high + half)


def half_a_digit(value: Quantity) -> float:
    """Half of the last digit that was written: 0.005 of 5.52, 0.5 of 90, 50 of 7800.

    Zeros at the end of a whole number may be rounding; of two digits both are taken for meant.
    """
    numbers = (_WRITTEN.match(piece.lstrip("+-−－ ")) for piece in _ENDS.split(value.text))
    return min((_half(number) for number in numbers if number is not None), default=0.0)


def _half(number: re.Match[str]) -> float:
    whole, decimals, power = re.sub("[,，]", "", number[1] or ""), number[2] or "", int(number[3] or 0)
    zeros = 0 if decimals else len(whole) - max(len(whole.rstrip("0")), 2)
    places = power - len(decimals) + max(zeros, 0)
    return float(0.5 * 10.0 ** min(max(places, -300), 300))


def agree(one: Stand, other: Stand) -> bool:
    """Whether there is a value that both can stand for."""
    slack = _SLACK * max(abs(one.value), abs(other.value))
    return one.low - slack <= other.high and other.low - slack <= one.high
