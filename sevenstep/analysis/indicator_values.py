"""What every indicator is at every stage: as stated, as measured, as flows estimate it, or by its formula."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sevenstep.analysis.formulas import Computable, Uncomputable
from sevenstep.analysis.indicator_formulas import formulas, result
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.stated import bounded
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.wholes import Wholes, bound_of
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Stage
from sevenstep.model.dates import days_of
from sevenstep.model.evidence import Figure
from sevenstep.model.formula import Operand
from sevenstep.model.step2_indicators import Indicator

StageValues = dict[Stage, StageValue]
_BEFORE: Final[Mapping[Stage, tuple[Stage, ...]]] = {
    Stage.BASELINE: (),
    Stage.TODAY: (Stage.BASELINE,),
    Stage.AS_IS: (Stage.TODAY, Stage.BASELINE),
    Stage.TO_BE: (Stage.TODAY, Stage.BASELINE, Stage.AS_IS),
}
"""The stages that have formulas, and where an input is taken from that has no value at that stage."""


@dataclass(frozen=True, slots=True)
class IndicatorValues:
    """`stands` by indicator and stage, in its unit; `targets` by indicator, in order of time. `failures` say why a
    formula has no value, `reasons` why some figure of an indicator could not be used."""

    stage_values: Mapping[str, StageValues]
    targets: Mapping[str, tuple[tuple[str, StageValue], ...]]
    failures: Mapping[str, Uncomputable]
    reasons: Mapping[str, Text]


def indicator_values(chain: Chain, estimates: Mapping[str, StageValues] | None = None) -> IndicatorValues:
    """The values of all indicators; `estimates` are those by flows (as-is, to-be), in the indicators' units."""
    known, rolled = formulas(chain), Wholes(chain)
    indicators = {indicator.id: indicator for indicator in chain.engagement.of(Indicator)}
    reasons: dict[str, Text] = {}
    targets: dict[str, tuple[tuple[str, StageValue], ...]] = {}
    stage_values: dict[str, StageValues] = {}
    for key, indicator in indicators.items():
        unit = known.units[key] or ""
        found, problem = _stated(rolled, indicator, unit, chain.engagement.today)
        targets[key], other = _targets(rolled, indicator, unit)
        if targets[key]:
            found[Stage.TARGET] = targets[key][-1][1]
        stage_values[key] = {**found, **(estimates or {}).get(key, {})}
        if reason := other or problem:
            reasons[key] = reason
    failures: dict[str, Uncomputable] = {}
    for key, formed in known.formed.items():
        if formed.problem is not None:
            reasons[key] = formed.problem.message
        elif formed.computable is not None:
            try:
                _compute(formed.computable, stage_values[key], stage_values, indicators, known.units, rolled)
            except Uncomputable as failure:
                failures[key] = failure
    return IndicatorValues(stage_values, targets, failures, reasons)


def figure_at(indicator: Indicator, when: str) -> Figure | None:
    """The figure that a formula means by ``@when``: at that date measured, stated, or else to be reached."""
    if when == "baseline":
        return indicator.baseline
    if when == "target":
        return indicator.targets[max(indicator.targets, key=_end)] if indicator.targets else None
    days = days_of(when)
    dated = [*indicator.measurements.items()]
    dated += (
        [(indicator.baseline.date, indicator.baseline)]
        if indicator.baseline is not None and indicator.baseline.date
        else []
    )
    return next((figure for day, figure in (*dated, *indicator.targets.items()) if days_of(day) == days), None)


def _stated(rolled: Wholes, indicator: Indicator, unit: str, today: date) -> tuple[StageValues, Text | None]:
    found: StageValues = {}
    problem: Text | None = None
    past = [day for day in indicator.measurements if _begin(day) <= today]
    last = max(past, key=_end) if past else ""
    figures: tuple[tuple[Stage, Figure | None, str], ...] = (
        (Stage.BASELINE, indicator.baseline, "stated"),
        (Stage.TODAY, indicator.measurements.get(last), "measured"),
    )
    for stage, figure, origin in figures:
        if figure is not None:
            day = last if stage == Stage.TODAY else ""
            try:
                whole = rolled.stands(indicator, figure, unit, origin, day)
            except UnlikeUnits as unlike:
                problem = unlike.message
                continue
            if whole is not None:
                found[stage] = whole
            else:
                problem = rolled.why_not(indicator, figure, unit)
    return found, problem


def _targets(rolled: Wholes, indicator: Indicator, unit: str) -> tuple[tuple[tuple[str, StageValue], ...], Text | None]:
    """The targets of the whole, in order of time; those that are set for members alone, and add up to none, are not."""
    found: list[tuple[str, StageValue]] = []
    problem: Text | None = None
    for day in sorted(indicator.targets, key=_end):
        try:
            whole = rolled.stands(indicator, indicator.targets[day], unit, "stated", day)
        except UnlikeUnits as unlike:
            return (), unlike.message
        if whole is not None:
            found.append((day, bounded(whole, bound_of(indicator.targets[day]))))
        else:
            problem = rolled.why_not(indicator, indicator.targets[day], unit)
    return tuple(found), None if found else problem


def measured(chain: Chain, indicator: Indicator, unit: str) -> list[tuple[str, StageValue]]:
    """What was measured of the whole up to today, by date, in the order of time."""
    found: list[tuple[str, StageValue]] = []
    for day in sorted(indicator.measurements, key=_end):
        if _begin(day) <= chain.engagement.today:
            with suppress(UnlikeUnits):  # a rule tells it
                whole = Wholes(chain).stands(indicator, indicator.measurements[day], unit, "measured", day)
                if whole is not None:
                    found.append((day, whole))
    return found


def _begin(day: str) -> date:
    days = days_of(day)
    return days[0] if days else date.max


def _end(day: str) -> date:
    days = days_of(day)
    return days[1] if days else date.min


# -- formulas ------------------------------------------------------------------------


def _compute(
    formed: Computable,
    own: StageValues,
    stage_values: Mapping[str, StageValues],
    indicators: Mapping[str, Indicator],
    units: Mapping[str, str | None],
    rolled: Wholes,
) -> None:
    """Add what the formula gives at the stages that have no value of their own."""
    if formed.formula.is_of_fixed_dates:
        free: list[Stage] = [stage for stage in (Stage.BASELINE, Stage.TODAY) if stage not in own]
        if free and (inputs := _inputs(formed, free[0], stage_values, indicators, units, rolled)):
            own[free[0]] = result(formed, inputs)
        return
    for stage in _BEFORE:
        if stage not in own and (inputs := _inputs(formed, stage, stage_values, indicators, units, rolled)):
            own[stage] = result(formed, inputs)


def _inputs(
    formed: Computable,
    stage: Stage,
    stage_values: Mapping[str, StageValues],
    indicators: Mapping[str, Indicator],
    units: Mapping[str, str | None],
    rolled: Wholes,
) -> dict[str, StageValue] | None:
    """The inputs at a stage by operand; None where one is missing, or where none is of that stage itself."""
    found: dict[str, StageValue] = {}
    is_new = stage == Stage.BASELINE or formed.formula.is_of_fixed_dates
    for name, operand in _indicators_in(formed):
        if operand.when:
            asked = indicators[operand.indicator]
            figure = figure_at(asked, operand.when)
            try:
                value = figure and rolled.stands(asked, figure, units[asked.id] or "", "stated", operand.when)
            except UnlikeUnits:
                value = None
        else:
            of_input = stage_values[operand.indicator]
            value = of_input.get(stage)
            is_new = is_new or value is not None
            if value is None:
                earlier = next((before for before in _BEFORE[stage] if before in of_input), None)
                if earlier is not None:
                    value = replace(of_input[earlier], assumes=(operand.indicator,))
        if not value:
            return None
        found[name] = value
    return found if is_new else None


def _indicators_in(formed: Computable) -> Iterator[tuple[str, Operand]]:
    for name, operand in formed.formula.operands.items():
        if operand.indicator:
            yield name, operand
