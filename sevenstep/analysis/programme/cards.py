"""KPI cards with their scores: how far each indicator has come from its start to its target, by weight.

A KPI scores 100 % where its target is met, nothing where it stands no better than at the start, and the part of the way
in between. What nobody knows is no nought: the score is that of what is known, and both ends are told between which the
whole lies.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from sevenstep.analysis.indicator_values import measured
from sevenstep.analysis.judging import end_of, is_worse, missing, worse_said
from sevenstep.analysis.results import Analysis, IndicatorState
from sevenstep.analysis.stage_value import StageValue
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Stage
from sevenstep.model.dates import days_of
from sevenstep.model.frames.governance import KpiCard
from sevenstep.model.step2_indicators import Indicator

NO_TARGET: Final = Text(zh="考核期内没有目标值", en="no target for the period")
NO_DIRECTION: Final = Text(zh="未写明以哪个方向为优", en="which way is better is not said")
NO_START: Final = Text(zh="没有达标，也没有基线，算不出走了多远", en="missed, and without a baseline to count from")
NOT_MEASURED: Final = Text(zh="考核期内没有测量", en="not measured in the period")
NOT_YET: Final = Text(zh="考核期还没结束，尚未测量", en="the period is not over, and nothing was measured yet")
NOT_EXPECTED: Final = Text(zh="没有预期值", en="nothing tells what to expect")
_BEFORE: Final = (Stage.BASELINE, Stage.AS_IS)


@dataclass(frozen=True, slots=True)
class Scored:
    """A value and how much of the way to the target that is, 0 to 1; `why` says what is missing where it is not
    known."""

    value: StageValue | None = None
    part: float | None = None
    why: Text | None = None


@dataclass(frozen=True, slots=True)
class Kpi:
    """One indicator of a card; `weight` is its part of all weights, `day` that of its target."""

    indicator: str
    weight: float
    unit: str
    day: str
    start: StageValue | None
    target: StageValue | None
    measured: Scored
    expected: Scored


@dataclass(frozen=True, slots=True)
class Tally:
    """The score of a card: for which part of the weights anything is known, and between what the whole lies."""

    known: float
    low: float
    high: float

    @property
    def score(self) -> float | None:
        """That of what is known; None where nothing is."""
        return self.low / self.known if self.known > 0 else None


@dataclass(frozen=True, slots=True)
class Card:
    """A card with its scores: by what was measured in the period, and by what is expected at its end."""

    card: str
    unit: str
    period: str
    kpis: tuple[Kpi, ...]

    @property
    def measured(self) -> Tally:
        return _tally((kpi.weight, kpi.measured) for kpi in self.kpis)

    @property
    def expected(self) -> Tally:
        return _tally((kpi.weight, kpi.expected) for kpi in self.kpis)


def cards(chain: Chain, analysis: Analysis) -> tuple[Card, ...]:
    """All KPI cards that weigh anything, in the order of the model."""
    return tuple(_card(chain, analysis, card) for card in chain.engagement.of(KpiCard) if card.weights)


def _card(chain: Chain, analysis: Analysis, card: KpiCard) -> Card:
    whole = sum(float(weight) for weight in card.weights.values())
    kpis = tuple(
        _kpi(chain, analysis, card, key, float(weight) / whole if whole else 0.0)
        for key, weight in card.weights.items()
        if isinstance(chain.elements.get(key), Indicator)
    )
    return Card(card.id, card.unit or "", card.period or "", kpis)


def _kpi(chain: Chain, analysis: Analysis, card: KpiCard, key: str, weight: float) -> Kpi:
    indicator, state = chain.elements[key], analysis.goal_attainment.indicators[key]
    period = days_of(card.period) if card.period is not None else None
    day, target = _target(state, period, card.period)
    start = next((state.stage_values[stage] for stage in _BEFORE if stage in state.stage_values), None)
    direction = (indicator.direction or "") if isinstance(indicator, Indicator) else ""
    end = period[1] if period is not None else end_of(day) if day else None

    def scored(value: StageValue | None, without: Text) -> Scored:
        if target is None:
            return Scored(value, None, NO_TARGET)
        if value is None:
            return Scored(None, None, without)
        if not direction and not target.bound:
            return Scored(value, None, NO_DIRECTION)
        if start is not None and is_worse(direction, target, start):
            return Scored(value, None, worse_said(target, start, state.unit))
        part = way(direction, start, value, target)
        return Scored(value, part, NO_START if part is None else None)

    then = _expected(analysis, state, end)
    now = _measured(chain, indicator, state, period) if isinstance(indicator, Indicator) else None
    return Kpi(
        key,
        weight,
        state.unit,
        day,
        start,
        target,
        scored(now, NOT_YET if end is not None and end >= chain.engagement.as_of else NOT_MEASURED),
        scored(then, NOT_EXPECTED),
    )


def way(direction: str, start: StageValue | None, value: StageValue, target: StageValue) -> float | None:
    """How much of the way from the start to the target a value has come, 0 to 1; None where there is no start to count
    from and the target is missed."""
    left = missing(direction, value, target)
    if not left:
        return 1.0
    if start is None:
        return None
    whole = missing(direction, start, target)
    return min(1.0, max(0.0, 1 - left / whole)) if whole else 0.0


def _target(
    state: IndicatorState, period: tuple[date, date] | None, written: str | None
) -> tuple[str, StageValue | None]:
    """The target of the period: that of the same date, else the last that falls due up to its end; without a period the
    last of all."""
    found: tuple[str, StageValue | None] = ("", None)
    for day, target in state.targets:
        if day == written:
            return day, target
        if period is None or end_of(day) <= period[1]:
            found = (day, target)
    return found


def _measured(
    chain: Chain, indicator: Indicator, state: IndicatorState, period: tuple[date, date] | None
) -> StageValue | None:
    """What was measured last in the period; without one, last of all."""
    found = None
    for day, value in measured(chain, indicator, state.unit):
        if period is None or period[0] <= end_of(day) <= period[1]:
            found = value
    return found


def _expected(analysis: Analysis, state: IndicatorState, end: date | None) -> StageValue | None:
    """What projects bring about by the end of the period; without projects what the design gives."""
    course = analysis.course.indicators.get(state.indicator)
    if course is not None and course.points:
        return course.at(end if end is not None else date.max)
    return None if analysis.course.indicators else state.stage_values.get(Stage.TO_BE)


def _tally(parts: Iterable[tuple[float, Scored]]) -> Tally:
    known = low = unknown = 0.0
    for weight, scored in parts:
        if scored.part is None:
            unknown += weight
        else:
            known += weight
            low += weight * scored.part
    return Tally(known, low, low + unknown)
