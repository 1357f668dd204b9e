"""Indicators by dimension: every member judged by its own figures, and how far the members lie apart."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from sevenstep.analysis.caveats import caveats
from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.judging import end_of, judgements
from sevenstep.analysis.results import Caveat, DimensionState, IndicatorState, MemberSpread, MemberState, StageValue
from sevenstep.analysis.roll_up import spread
from sevenstep.analysis.stated import stage_value, target_stand
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.analysis.wholes import FROM_MEMBERS, NoWhole, Wholes, member_title
from sevenstep.chain.graph import Chain
from sevenstep.language import Text, joined
from sevenstep.model.choices import Stage
from sevenstep.model.dates import days_of
from sevenstep.model.dimensions import Dimension
from sevenstep.model.evidence import Figure, MemberFigure
from sevenstep.model.step2_indicators import Indicator

_NO_TARGET: Final = Text(zh="没有目标值", en="it has no target")
_NO_VALUE: Final = Text(zh="尚无测量值", en="no measurement yet")
_MOST_NAMED: Final = 5


def dimension_states(chain: Chain, indicator: Indicator, unit: str) -> tuple[DimensionState, ...]:
    """The indicator by every dimension that its figures are told by. Time grows with the number of their values."""
    return tuple(
        _dimension_state(chain, indicator, unit, dimension)
        for key in told_by(indicator)
        if isinstance(dimension := chain.elements.get(key), Dimension)
    )


def told_by(indicator: Indicator) -> tuple[str, ...]:
    """The ids of the dimensions that its figures are told by, in the order in which they are first named."""
    return tuple(dict.fromkeys(key for _, figure in indicator.told_figures() for key in figure.by))


def without_members(chain: Chain, indicator: Indicator, unit: str, value: StageValue) -> Iterator[Caveat]:
    """That a value is the mean of some members only."""
    if value.origin != FROM_MEMBERS:
        return
    figure = _figure_of(indicator, value.date)
    for key in figure.by if figure is not None else ():
        dimension = chain.elements.get(key)
        try:
            rolled = Wholes(chain).rolled_up(indicator, figure, key, unit) if figure is not None else None
        except (NoWhole, UnlikeUnits):
            continue
        if rolled is not None and rolled.without and isinstance(dimension, Dimension):
            some = rolled.without[:_MOST_NAMED]
            names = joined(member_title(chain, dimension, member) for member in some)
            more = len(rolled.without) - len(some)
            zh, en = (f"等 {len(rolled.without)} 个成员", f" and {more} more") if more else ("", "")
            yield Caveat(
                CaveatKind.MEMBERS,
                names.inserted_into(zh=f"平均值未含{{}}{zh}：缺数据", en=f"its mean leaves out {{}}{en} (no figure)"),
                (key,),
            )
        return


def _figure_of(indicator: Indicator, day: str) -> Figure | None:
    """The measurement, else the baseline, that is of that date."""
    if day in indicator.measurements:
        return indicator.measurements[day]
    dated = (figure for figure in indicator.measurements.values() if figure.date == day)
    return next(dated, indicator.baseline)


def _dimension_state(chain: Chain, indicator: Indicator, unit: str, dimension: Dimension) -> DimensionState:
    told = _told(chain, indicator, dimension.id)
    members = tuple(
        _member_state(chain, indicator, unit, told, member, member_title(chain, dimension, member))
        for member in dimension.member_ids
    )
    spreads = tuple(
        found
        for stage in (Stage.BASELINE, Stage.TODAY, Stage.TARGET)
        if (found := _spread(stage, members, told)) is not None
    )
    return DimensionState(dimension.id, dimension.title, members, spreads)


@dataclass(frozen=True, slots=True)
class _Told:
    """What an indicator says by one dimension: the figures of its members at the start, by date up to today, and by
    date to be reached, each in order of time."""

    baseline: Mapping[str, MemberFigure] | None
    baseline_date: str
    measured: tuple[tuple[str, Mapping[str, MemberFigure]], ...]
    targets: tuple[tuple[str, Mapping[str, MemberFigure]], ...]

    def at(self, stage: Stage) -> Mapping[str, MemberFigure] | None:
        """The last that is said at a stage."""
        if stage == Stage.BASELINE:
            return self.baseline
        held = self.measured if stage == Stage.TODAY else self.targets
        return held[-1][1] if held else None


def _told(chain: Chain, indicator: Indicator, key: str) -> _Told:
    baseline = indicator.baseline
    today = chain.engagement.today

    def held(figures: Mapping[str, Figure]) -> tuple[tuple[str, Mapping[str, MemberFigure]], ...]:
        return tuple((day, figures[day].by[key]) for day in sorted(figures, key=end_of) if key in figures[day].by)

    past = {
        day: figure
        for day, figure in indicator.measurements.items()
        if (days := days_of(day)) is not None and days[0] <= today
    }
    return _Told(
        baseline.by.get(key) if baseline is not None else None,
        (baseline.date or "") if baseline is not None else "",
        held(past),
        held(indicator.targets),
    )


def _member_state(chain: Chain, indicator: Indicator, unit: str, told: _Told, member: str, title: Text) -> MemberState:
    values: dict[Stage, StageValue] = {}
    measured: list[tuple[str, StageValue]] = []
    targets: list[tuple[str, StageValue]] = []
    with suppress(UnlikeUnits):  # a rule tells it
        if told.baseline is not None and (first := _given(told.baseline, member)) is not None:
            values[Stage.BASELINE] = stage_value(first, unit, "stated", told.baseline_date)
        for day, figures in told.measured:
            if (figure := _given(figures, member)) is not None:
                measured.append((day, stage_value(figure, unit, "measured", day)))
        for day, figures in told.targets:
            if (figure := _given(figures, member)) is not None:
                targets.append((day, target_stand(figure, unit, day)))
    if measured:
        values[Stage.TODAY] = measured[-1][1]
    if targets:
        values[Stage.TARGET] = targets[-1][1]
    state = _judged(chain, indicator, unit, values, measured, targets)
    stages = (Stage.BASELINE, Stage.TODAY, Stage.TARGET)
    last = {stage: said for stage in stages if (said := told.at(stage)) is not None}
    return MemberState(
        member,
        title,
        state,
        frozenset(stage for stage, said in last.items() if member in said and said[member].provisional),
        frozenset(stage for stage, said in last.items() if _given(said, member) is None),
    )


def _given(figures: Mapping[str, MemberFigure], member: str) -> MemberFigure | None:
    found = figures.get(member)
    return found if found is not None and found.value is not None else None


def _judged(
    chain: Chain,
    indicator: Indicator,
    unit: str,
    values: Mapping[Stage, StageValue],
    measured: list[tuple[str, StageValue]],
    targets: list[tuple[str, StageValue]],
) -> IndicatorState:
    """The member's figures held against its own targets."""
    today = chain.engagement.today
    if not targets:
        return IndicatorState(indicator.id, unit, values, (), Verdict.UNKNOWN, None, 0.0, _NO_TARGET)
    dated = [(end_of(day), value) for day, value in measured]
    found = tuple(judgements(indicator.direction, unit, values, targets, dated, today, _NO_VALUE))
    last = found[-1]
    state = IndicatorState(
        indicator.id, unit, values, tuple(targets), last.verdict, last.stage, last.gap, last.reason, found
    )
    return replace(state, caveats=tuple(caveats(indicator, state, today)))


def _spread(stage: Stage, members: tuple[MemberState, ...], told: _Told) -> MemberSpread | None:
    """How far the members lie apart that have a figure in the last that is said at the stage."""
    here = [found for found in members if stage in found.state.stage_values and stage not in found.missing]
    if told.at(stage) is None:
        return None
    apart = spread([found.state.stage_values[stage].value for found in here])
    if apart is None:
        return None
    return MemberSpread(
        stage,
        len(here),
        here[apart.lowest].member,
        here[apart.highest].member,
        apart.difference,
        apart.ratio,
        apart.variation,
    )
