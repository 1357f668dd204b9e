"""What options come to on the criteria: scores, figures in one unit, and sums of years."""

import math
from collections.abc import Mapping
from datetime import date

from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.model.dates import end_of
from sevenstep.model.frames.deciding import DecidingCriterion
from sevenstep.model.frames.decision import Decision
from sevenstep.model.frames.option import OptionValue


def counted(decision: Decision) -> dict[str, DecidingCriterion]:
    """The criteria that count for the ranking."""
    return {name: criterion for name, criterion in decision.criteria.items() if criterion.counts}


def unit_of(decision: Decision, name: str) -> str:
    """The unit of a criterion: its own, else the first that an option has."""
    criterion = decision.criteria[name]
    if criterion.unit is not None:
        return criterion.unit
    if criterion.scale is not None:
        return ""
    found = (option.values.get(name) for option in decision.options.values())
    amounts = (amount for value in found if value is not None for amount in (value.value, *value.years.values()))
    return next((amount.unit for amount in amounts if amount is not None and amount.unit), "")


def first_year(decision: Decision, name: str) -> int:
    """The first year that any option names on a criterion: to it sums are discounted."""
    found = (option.values.get(name) for option in decision.options.values())
    return min((end_of(day).year for value in found if value is not None for day in value.years), default=date.min.year)


def value_of(value: OptionValue, criterion: DecidingCriterion, unit: str, base: int) -> float | None:
    """The number that is compared, in the unit of the criterion; None where it has none. Raises UnlikeUnits.

    Figures by year are added up; with a rate r, that of year t counts 1/(1+r)^(t - the first year).
    """
    if value.value is not None:
        amount = value.value
        return amount.middle if criterion.scale is not None else convert(amount.middle, amount.unit or unit, unit)
    if not value.years:
        return None
    rate = float(criterion.discount or 0.0)
    return sum(
        convert(amount.middle, amount.unit or unit, unit) * math.exp(-math.log1p(rate) * (end_of(day).year - base))
        for day, amount in value.years.items()
    )


def values_of(decision: Decision) -> Mapping[str, Mapping[str, float]]:
    """By option and criterion; what has no number, or none in that unit, is not there."""
    units = {name: unit_of(decision, name) for name in decision.criteria}
    bases = {name: first_year(decision, name) for name in decision.criteria}
    found: dict[str, dict[str, float]] = {}
    for key, option in decision.options.items():
        found[key] = {}
        for name, criterion in decision.criteria.items():
            if name in option.values:
                try:
                    number = value_of(option.values[name], criterion, units[name], bases[name])
                except UnlikeUnits:
                    continue
                if number is not None:
                    found[key][name] = number
    return found
