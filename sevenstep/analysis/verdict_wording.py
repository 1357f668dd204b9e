"""Values, gaps and verdicts of indicators as people read them: with as many digits as tell a value from its target."""

import math
from collections.abc import Callable, Iterable
from typing import Final

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.results import IndicatorState, StageValue
from sevenstep.analysis.units import kind, measure
from sevenstep.analysis.wording import as_given, shown_number
from sevenstep.language import Language, Text
from sevenstep.model.choices import Stage
from sevenstep.model.quantity import unit_shown
from sevenstep.source.characters import visible

_POINTS: Final = {0.01: Text(zh="个百分点", en="points"), 0.001: Text(zh="个千分点", en="per mille points")}
_ASSUMED: Final = frozenset({"echo", "assumptions"})
_GIVEN: Final = frozenset({"stated", "measured"})


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
    if points is None:
        return shown_number(gap, unit, language, beside)
    number = shown_number(gap, "", language, beside)
    name = points.for_language(language)
    return f"{number} {name.removesuffix('s') if number in {'1', '-1', '+1'} else name}"


def given_shown(stage_value: StageValue, unit: str, language: Language, others: Iterable[StageValue] = ()) -> str:
    """A value that somebody stated or measured, as it was written: a figure, a range, or a bound."""
    behind = visible(unit_shown(unit, language))
    apart = _ends(others)
    if stage_value.bound:
        return f"{stage_value.bound} {as_given(stage_value.value, apart)}{behind}"
    ends = (stage_value.low, stage_value.high) if stage_value.low < stage_value.high else (stage_value.value,)
    return f"{'–'.join(as_given(end, apart) for end in ends)}{behind}"


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


def interval_shown(stage_value: StageValue, unit: str, language: Language, others: Iterable[StageValue] = ()) -> str:
    """A computed value with half the width of its interval, or the range of what was given."""
    said = stage_value_shown(stage_value, unit, language, others)
    half = (stage_value.high - stage_value.low) / 2
    if stage_value.origin in _GIVEN or not half > 0:
        return said
    return f"{said} ± {gap_shown(half, unit, language, [stage_value.value])}"


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
            told.inserted_into(zh="{}，但只凭一项假设", en="{}, but rests on one assumption")
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
        return Text(zh="正好等于界限，没有过线", en="missed: just on its bound")
    if state.verdict == Verdict.MISSED:
        gap = missed_by(state, state.gap, state.targets[-1][1])
        if state.has(CaveatKind.BEYOND):
            return Text(zh=f"超出目标范围 {gap.zh}", en=f"beyond its range by {gap.en}")
        return Text(zh=f"差 {gap.zh}", en=f"missed by {gap.en}")
    if state.has(CaveatKind.CLOSE):
        return Text(zh="在误差之内，分不清是否达到", en="cannot be told apart from its target")
    if state.verdict == Verdict.UNSETTLED and state.has(CaveatKind.INCOMPLETE) and not state.has(CaveatKind.QUEUES):
        return Text(zh="有的步骤没写用时，不能算达到", en="unsettled: some steps have no time")
    if state.verdict == Verdict.UNSETTLED and state.has(CaveatKind.MIXED) and not state.has(CaveatKind.QUEUES):
        return Text(zh="平均达到，但部分业务达不到", en="unsettled: the mean meets it, but not all kinds of cases do")
    if state.verdict == Verdict.UNSETTLED:
        return Text(zh="未计资源排队，不能算达到", en="unsettled: waiting for resources is left out")
    return Text(zh="达到", en="reached") if state.verdict == Verdict.REACHED else Text(zh="未知", en="unknown")


def change_shown(change: tuple[float, float] | None, baseline: StageValue | None, unit: str, language: Language) -> str:
    """A change of an indicator with its sign, of per cent in points, and the part of the baseline that it is."""
    if change is None:
        return "–"
    ends = sorted(change, key=abs)
    low, high = (ends[0], ends[-1])
    joint = " 至 " if language == "zh" else " to "
    said = "" if _near(low, high) else f"{signed(low, '', language)}{joint}"
    said += _with_sign(high, gap_shown(abs(high), unit, language))
    base = baseline.value if baseline is not None else 0.0
    if not base:
        return said
    part = joint.join(dict.fromkeys(f"{signed(100 * end / abs(base), '', language)}%" for end in ends))
    return f"{said}（基线的 {part}）" if language == "zh" else f"{said} ({part} of the baseline)"


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def _with_sign(number: float, said: str) -> str:
    return f"{'-' if number < 0 else '+'}{said}"


def signed(number: float, unit: str, language: Language) -> str:
    """A number with its sign."""
    return _with_sign(number, shown_number(abs(number), unit, language))
