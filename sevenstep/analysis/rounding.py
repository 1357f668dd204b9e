"""How sure a figure is by its digits alone, and whether two figures differ by more than rounding explains."""

from dataclasses import replace
from typing import Final

from sevenstep.analysis.results import StageValue
from sevenstep.analysis.stated import stage_value
from sevenstep.analysis.units import convert
from sevenstep.model.evidence import Figure, MemberFigure

_SLACK: Final = 1e-9  # what figures may differ by from having been computed


def rounded(figure: Figure | MemberFigure, unit: str) -> StageValue:
    """The figure in `unit`, between the ends that its digits leave open; raises UnlikeUnits."""
    value = stage_value(figure, unit, "stated")
    half = abs(convert(figure.known.half, figure.known.unit or unit, unit))
    return replace(value, low=value.low - half, high=value.high + half)


def agree(stage_value: StageValue, other: StageValue) -> bool:
    """Whether there is a value that both can stand for."""
    slack = _SLACK * max(abs(stage_value.value), abs(other.value))
    return stage_value.low - slack <= other.high and other.low - slack <= stage_value.high
