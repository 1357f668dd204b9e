"""The formulas of an engagement: the unit of every indicator, which formulas can be computed, and what they give."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from sevenstep.analysis.formulas import Computable, Uncomputable, computable
from sevenstep.analysis.results import StageValue
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step2_indicators import Indicator


@dataclass(frozen=True, slots=True)
class Formed:
    """The formula of an indicator with the unit of its result; or why it has no unit; or neither, where an
    indicator in it is unknown or does not say its unit."""

    computable: Computable | None = None
    problem: Uncomputable | None = None


@dataclass(frozen=True, slots=True)
class Formulas:
    """`units` are those of all indicators (None where nobody says); `formed` the formulas, inputs before results."""

    units: Mapping[str, str | None]
    formed: Mapping[str, Formed]


@per_chain
def formulas(chain: Chain) -> Formulas:
    """The formulas of the engagement; those in a circle, or built on one, are left out."""
    indicators = {indicator.id: indicator for indicator in chain.engagement.of(Indicator)}
    units = {key: indicator.figures_unit for key, indicator in indicators.items()}
    formed: dict[str, Formed] = {}
    for indicator in _in_order(indicators):
        formed[indicator.id] = _formed(indicator, units)
        if (found := formed[indicator.id].computable) is not None:
            units[indicator.id] = found.unit
    return Formulas(units, formed)


def _in_order(indicators: Mapping[str, Indicator]) -> Iterator[Indicator]:
    inputs = {
        key: indicator.formula.references for key, indicator in indicators.items() if indicator.formula is not None
    }
    sorter = TopologicalSorter(inputs)
    with suppress(CycleError):  # the sorter goes on with all that is outside of the circles
        sorter.prepare()
    while ready := sorter.get_ready():
        yield from (indicators[key] for key in ready if key in inputs)
        sorter.done(*ready)


def _formed(indicator: Indicator, units: Mapping[str, str | None]) -> Formed:
    formula = indicator.formula
    if formula is None:
        return Formed()
    known: dict[str, str] = {}
    for name, operand in formula.operands.items():
        if operand.indicator:
            unit = units.get(operand.indicator)
            if unit is None:
                return Formed()
            known[name] = unit
    try:
        return Formed(computable(formula, known, units[indicator.id]))
    except Uncomputable as problem:
        return Formed(problem=problem)


def result(formed: Computable, inputs: Mapping[str, StageValue], origin: str = "formula") -> StageValue:
    """What the formula gives of its inputs, by operand; raises Uncomputable.

    The ends of the result are of first order: each input goes to its own ends while the others stay, and the changes
    are added. An indicator that stands in the formula twice moves in both places.
    """
    values = {name: stage_value.value for name, stage_value in inputs.items()}
    value = formed.value(values)
    below, above = 0.0, 0.0
    for together in _alike(formed, inputs):
        low = formed.value({**values, **{name: inputs[name].low for name in together}}) - value
        high = formed.value({**values, **{name: inputs[name].high for name in together}}) - value
        below += min(low, high, 0.0)
        above += max(low, high, 0.0)
    assumed = dict.fromkeys(name for stage_value in inputs.values() for name in stage_value.assumes)
    return StageValue(value, value + below, value + above, origin, assumes=tuple(assumed))


def _alike(formed: Computable, inputs: Mapping[str, StageValue]) -> list[list[str]]:
    """The operands that are not sure, those of the same indicator at the same date together."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, stage_value in inputs.items():
        if stage_value.low != stage_value.high:
            operand = formed.formula.operands[name]
            found.setdefault((operand.indicator, operand.when), []).append(name)
    return list(found.values())
