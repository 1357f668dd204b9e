"""How sure a figure is by its digits alone, and whether two figures differ by more than rounding explains."""

from dataclasses import replace
from typing import Final

from sevenstep.analysis.indicator_values import stand
from sevenstep.analysis.results import Stand
from sevenstep.analysis.units import convert
from sevenstep.model.evidence import Figure

_SLACK: Final = 1e-9  # what figures may differ by from having been computed


def rounded(figure: Figure, unit: str) -> Stand:
    """The figure in `unit`, between the ends that its digits leave open; raises UnlikeUnits."""
    one = stand(figure, unit, "stated")
    half = abs(convert(figure.value.half, figure.value.unit or unit, unit))
    return replace(one, low=one.low - half, high=one.high + half)


def agree(one: Stand, other: Stand) -> bool:
    """Whether there is a value that both can stand for."""
    slack = _SLACK * max(abs(one.value), abs(other.value))
    return one.low - slack <= other.high and other.low - slack <= one.high
