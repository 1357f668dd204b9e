"""Whether options meet what they have to: as somebody says, or by the bound of a criterion."""

from collections.abc import Mapping

from sevenstep.analysis.decision.values import unit_of
from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.model.choices import Direction, Meets
from sevenstep.model.frames.deciding import Requirement
from sevenstep.model.frames.decision import Decision

_SLACK = 1e-9


def meets(decision: Decision, values: Mapping[str, Mapping[str, float]]) -> Mapping[str, Mapping[str, Meets]]:
    """By option and requirement. What an author says goes before what a figure tells; what nobody says is open."""
    return {
        key: {
            name: option.meets.get(name) or _by_figure(decision, requirement, values[key])
            for name, requirement in decision.requirements.items()
        }
        for key, option in decision.options.items()
    }


def _by_figure(decision: Decision, requirement: Requirement, values: Mapping[str, float]) -> Meets:
    name, limit = requirement.criterion or "", requirement.limit
    if limit is None or name not in values:
        return Meets.OPEN
    unit = unit_of(decision, name)
    try:
        low, high = (convert(end, limit.unit or unit, unit) for end in (limit.low, limit.high))
    except UnlikeUnits:
        return Meets.OPEN
    return Meets.YES if _keeps(values[name], low, high, limit.bound or _meant(decision, name)) else Meets.NO


def _meant(decision: Decision, name: str) -> str:
    """What a limit without a sign means: the most of what shall be low, the least of what shall be high."""
    return "≤" if decision.criteria[name].direction == Direction.DECREASE else "≥"


def _keeps(value: float, low: float, high: float, bound: str) -> bool:
    slack = _SLACK * max(abs(low), abs(high), abs(value))
    if low != high:
        return low - slack <= value <= high + slack
    match bound:
        case "≤":
            return value <= high + slack
        case "<":
            return value < high - slack
        case ">":
            return value > low + slack
        case _:
            return value >= low - slack
