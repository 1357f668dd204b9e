"""Figures that somebody stated or measured, as values in the unit of their indicator."""

import math
from dataclasses import replace

from sevenstep.analysis.results import StageValue
from sevenstep.analysis.units import convert
from sevenstep.model.evidence import Figure, MemberFigure
from sevenstep.model.quantity import Bound


def stage_value(figure: Figure | MemberFigure, unit: str, origin: str, day: str = "") -> StageValue:
    """A figure that has a value, in the unit of its indicator; raises UnlikeUnits."""
    value = figure.known
    low, middle, high = (convert(number, value.unit or unit, unit) for number in (value.low, value.middle, value.high))
    return StageValue(middle, low, high, origin, figure.date or day)


def target_stand(figure: Figure | MemberFigure, unit: str, day: str) -> StageValue:
    """A target in the unit of its indicator; a bound is open to one side. Raises UnlikeUnits."""
    return bounded(stage_value(figure, unit, "stated", day), figure.known.bound)


def bounded(found: StageValue, bound: Bound) -> StageValue:
    """The value open to the side that the bound leaves open; as it is where there is none."""
    if bound in {"≥", ">"}:
        return replace(found, value=found.high, low=found.high, high=math.inf, bound=bound)
    return replace(found, value=found.low, low=-math.inf, high=found.low, bound=bound) if bound else found
