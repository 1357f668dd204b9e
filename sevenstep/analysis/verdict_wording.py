"""Values, gaps and verdicts of indicators as people read them: with as many digits as tell a value from its target."""

import math
from collections.abc import Callable, Iterable
from typing import Final

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.results import IndicatorState, StageValue
from sevenstep.analysis.units import kind, measure
from sevenstep.analysis.wording import shown_number
from sevenstep.language import Language, Text
from sevenstep.model.choices import Stage
from sevenstep.model.quantity import MINUS, given, written_range
from sevenstep.source.characters import visible

_POINTS: Final = {
    0.01: Text(zh="个百分点", en="percentage points"),
    0.001: Text(zh="个千分点", en="per mille points"),
}
_ASSUMED: Final = frozenset({"echo", "assumptions"})
_GIVEN: Final = frozenset({"stated", "measured"})
_FOLLOWS: Final = frozenset({"formula", "online_rate", "members"})


def both(said: Callable[[Language], str]) -> Text:
    """What is said in either language."""
    return Text(zh=said("zh"), en=said("en"))


def difference_unit(unit: str) -> str:
    """The unit of the difference of two values: of per cent these are points."""
    points = _points(unit)
    return points.for_language("en") if points is not None else unit


def _points(unit: str) -> Text | None:
    return _POINTS.get(measure(unit).factor) if kind(unit) == "share" else None


def gap_shown(gap: float, unit: str, language: Language, beside: Iterable[float] = ()) -> str:
    """A difference of two values, in points where they are per cent; it is never rounded to nothing."""
    points = _points(unit)
    return shown_number(gap, points.for_language(language) if points is not None else unit, language, beside)


def given_shown(stage_value: StageValue, unit: str, language: Language, others: Iterable[StageValue] = ()) -> str:
    """A value that somebody stated or measured, as it was written: a figure, a range, or a bound."""
    ends: tuple[float, ...] = (stage_value.value,)
    if not stage_value.bound and stage_value.low < stage_value.high:
        ends = (stage_value.low, stage_value.high)
    joint = "–" if ends[0] >= 0 else " 至 " if language == "zh" else " to "
    return f"{stage_value.bound}{visible(given(ends, unit, language, joint=joint, apart=_ends(others)))}"


def given_said(stage_value: StageValue, unit: str) -> Text:
    """The same in both languages."""
    return both(lambda language: given_shown(stage_value, unit, language))


def stage_value_shown(stage_value: StageValue, unit: str, language: Language, others: Iterable[StageValue] = ()) -> str:
    """A value of an indicator: as it is where somebody gave it, a computed one rounded; it is told apart from those of
    the `others` that it is not equal to."""
    if stage_value.origin in _GIVEN:
        return given_shown(stage_value, unit, language, others)
    return shown_number(stage_value.value, unit, language, apart=_ends(others))


def _ends(stage_values: Iterable[StageValue]) -> list[float]:
    return [
        end
        for stage_value in stage_values
        for end in (stage_value.low, stage_value.value, stage_value.high)
        if math.isfinite(end)
    ]


def figure_shown(stage_value: StageValue, unit: str, language: Language, others: Iterable[StageValue] = ()) -> str:
    """A value, or the range in which one lies that follows from given ranges."""
    is_exact = is_given(stage_value) or is_simulated(stage_value) or not stage_value.low < stage_value.high
    if is_exact or not math.isfinite(stage_value.high - stage_value.low):
        return stage_value_shown(stage_value, unit, language, others)
    return range_shown(stage_value, unit, language)


def with_error(stage_value: StageValue, unit: str, language: Language, others: Iterable[StageValue] = ()) -> str:
    """The same, of a simulated mean with how far chance moves it, which is no uncertainty of the figure."""
    said = figure_shown(stage_value, unit, language, others)
    if not is_simulated(stage_value):
        return said
    error = gap_shown((stage_value.high - stage_value.low) / 2, unit, language, [stage_value.value])
    return f"{said}（模拟误差 ±{error}）" if language == "zh" else f"{said} (error of the simulation ±{error})"


def is_given(stage_value: StageValue) -> bool:
    """Whether somebody stated or measured it."""
    return stage_value.origin in _GIVEN


def is_simulated(stage_value: StageValue) -> bool:
    """Whether its interval is that of the mean of simulated cases, which says nothing of the figure itself."""
    return stage_value.origin not in _GIVEN | _FOLLOWS and stage_value.low < stage_value.high


def range_shown(stage_value: StageValue, unit: str, language: Language) -> str:
    """A computed value that can lie anywhere between two ends."""
    joint = "–" if stage_value.low >= 0 else " 至 " if language == "zh" else " to "
    return visible(written_range((stage_value.low, stage_value.high), unit, language, joint))


def missed_by(state: IndicatorState, gap: float, target: StageValue) -> Text:
    """By how much a target is missed."""
    beside = [end for end in (target.low, target.high) if math.isfinite(end)]
    return both(lambda language: gap_shown(gap, state.unit, language, beside))


def verdict(state: IndicatorState) -> Text:
    """The verdict in a few words, with what it is to be read with: never plainly reached where that could turn it."""
    told = _word(state)
    if state.judged == Stage.TODAY and state.verdict in {Verdict.REACHED, Verdict.MISSED}:
        told = told.inserted_into(zh="当前{}", en="{} today")
    if state.verdict == Verdict.REACHED and (
        count := sum(caveat.count for caveat in state.caveats if caveat.kind in _ASSUMED)
    ):
        told = (
            told.inserted_into(zh="{}，但仅依据一项假设", en="{}, but rests on one assumption")
            if count == 1
            else told.inserted_into(zh=f"{{}}（依据 {count} 项假设）", en=f"{{}} (rests on {count} assumptions)")
        )
    if earlier := sum(caveat.kind == "earlier" for caveat in state.caveats):
        told = told.inserted_into(
            zh=f"{{}}；之前有 {earlier} 个目标值未达标",
            en=f"{{}}; {'an earlier target' if earlier == 1 else f'{earlier} earlier targets'} missed",
        )
    return told


def _word(state: IndicatorState) -> Text:
    if state.has(CaveatKind.TARGET_WORSE) and state.verdict == Verdict.UNKNOWN:
        return Text(zh="目标值比基线还差", en="target is worse than the baseline")
    if state.verdict == Verdict.MISSED and not state.gap:
        return Text(zh="恰在界限上，未达标", en="missed: just on its bound")
    if state.verdict == Verdict.MISSED:
        gap = missed_by(state, state.gap, state.targets[-1][1])
        if state.has(CaveatKind.BEYOND):
            return Text(zh=f"超出目标范围 {gap.zh}", en=f"beyond its range by {gap.en}")
        return Text(zh=f"差 {gap.zh}", en=f"missed by {gap.en}")
    if state.has(CaveatKind.CLOSE):
        return Text(zh="在误差之内，无法判断是否达标", en="cannot be told apart from its target")
    if state.verdict == Verdict.UNSETTLED and state.has(CaveatKind.INCOMPLETE) and not state.has(CaveatKind.QUEUES):
        return Text(zh="部分步骤未写用时，尚不能认定达标", en="unsettled: some steps have no time")
    if state.verdict == Verdict.UNSETTLED and state.has(CaveatKind.MIXED) and not state.has(CaveatKind.QUEUES):
        return Text(zh="平均达标，但部分业务未达标", en="unsettled: the mean meets it, but not all kinds of cases do")
    if state.verdict == Verdict.UNSETTLED:
        return Text(zh="未计资源排队，尚不能认定达标", en="unsettled: waiting for resources is left out")
    return Text(zh="达标", en="reached") if state.verdict == Verdict.REACHED else Text(zh="未知", en="unknown")


def change_shown(change: tuple[float, float] | None, baseline: StageValue | None, unit: str, language: Language) -> str:
    """A change of an indicator with its sign, of per cent in points, and the part of the baseline that it is."""
    if change is None:
        return "–"
    ends = sorted(change, key=abs)
    if _near(ends[0], ends[-1]):
        ends = ends[-1:]
    joint = " 至 " if language == "zh" else " to "
    beside = list(map(abs, ends))[1:]
    said = joint.join(_signed(end, gap_shown(abs(end), unit, language, beside)) for end in ends)
    base = baseline.value if baseline is not None else 0.0
    if not base:
        return said
    parts = (_signed(end, shown_number(100 * abs(end / base), "%", language)) for end in ends)
    part = joint.join(dict.fromkeys(parts))
    return f"{said}（基线的 {part}）" if language == "zh" else f"{said} ({part} of the baseline)"


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def _signed(number: float, said: str) -> str:
    return f"{MINUS if number < 0 else '+'}{said}"


def signed(number: float, unit: str, language: Language) -> str:
    """A number with its sign."""
    return _signed(number, shown_number(abs(number), unit, language))
