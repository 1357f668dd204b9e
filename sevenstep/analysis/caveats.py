"""What a verdict is to be read with, as the values and the targets themselves tell it."""

from collections.abc import Callable, Iterator
from datetime import date

from sevenstep.analysis.choices import CaveatKind, Verdict
from sevenstep.analysis.judging import NOT_MEASURED, end_of, is_beyond, is_close, is_worse
from sevenstep.analysis.results import Caveat, IndicatorState, Judgement, StageValue
from sevenstep.analysis.verdict_wording import both, figure_shown, given_shown, missed_by, with_error
from sevenstep.language import Text
from sevenstep.model.choices import Direction, Stage
from sevenstep.model.step2_indicators import Indicator


def caveats(indicator: Indicator, state: IndicatorState, today: date) -> Iterator[Caveat]:
    """Targets worse than the baseline, earlier targets that are missed, values too close to tell, ranges overshot, and
    dates that have come without a measurement."""
    last, direction, baseline = state.judgements[-1], indicator.direction or "", state.stage_values.get(Stage.BASELINE)
    for judged in state.judgements:
        if baseline is not None and is_worse(direction, judged.target, baseline):
            yield Caveat(CaveatKind.TARGET_WORSE, _worse(state, judged))
        elif judged is not last and judged.verdict == Verdict.MISSED and _is_final(judged):
            yield Caveat(CaveatKind.EARLIER, _earlier(state, judged))
    if last.value is None or last.verdict == Verdict.UNKNOWN:
        return
    if is_close(direction, last.value, last.target):
        yield Caveat(CaveatKind.CLOSE, _close(state, last))
    if last.verdict == Verdict.MISSED and is_beyond(direction, last.value, last.target):
        yield Caveat(CaveatKind.BEYOND, _beyond(state, last, direction))
    if last.date and end_of(last.date) < today and not _is_measured_since(last, last.value):
        yield Caveat(CaveatKind.OVERDUE, Text(zh=f"目标值{NOT_MEASURED.zh}", en=f"of its target: {NOT_MEASURED.en}"))


def _is_measured_since(judged: Judgement, value: StageValue) -> bool:
    """Whether the value was measured when the date of the target had come."""
    return judged.stage == Stage.TODAY and end_of(value.date) >= end_of(judged.date)


def _is_final(judged: Judgement) -> bool:
    """Whether a value tells of a target what will stay: the design does, and what was measured when its date had come;
    today's value before that date can still change."""
    value = judged.value
    if value is None or judged.stage == Stage.TO_BE:
        return True
    return _is_measured_since(judged, value)


def _value(state: IndicatorState, judged: Judgement, told: Callable[..., str] = figure_shown) -> Text:
    """The value that was judged, and when it was measured."""
    value = judged.value
    if value is None:
        return Text(plain="–")
    said = both(lambda language: told(value, state.unit, language, [judged.target]))
    if judged.stage == Stage.TODAY and value.date:
        return Text(zh=f"{value.date} 测得 {said.zh}", en=f"{said.en} measured in {value.date}")
    if judged.stage == Stage.TO_BE:
        return Text(zh=f"目标流程测算 {said.zh}", en=f"{said.en} by design")
    return Text(zh=f"当前 {said.zh}", en=f"{said.en} today")


def _target(state: IndicatorState, judged: Judgement) -> Text:
    others = [judged.value] if judged.value is not None else []
    return both(lambda language: given_shown(judged.target, state.unit, language, others))


def _worse(state: IndicatorState, judged: Judgement) -> Text:
    target, baseline = _target(state, judged), state.stage_values[Stage.BASELINE]
    was = both(lambda language: given_shown(baseline, state.unit, language, [judged.target]))
    return Text(
        zh=f"{judged.date} 的目标值（{target.zh}）比基线（{was.zh}）还差，无从判断是否达标",
        en=f"the target of {judged.date}, {target.en}, is worse than the baseline, {was.en}: nothing is to be reached",
    )


def _earlier(state: IndicatorState, judged: Judgement) -> Text:
    gap, target, value = missed_by(state, judged.gap, judged.target), _target(state, judged), _value(state, judged)
    zh, en = (f"差 {gap.zh}", f" by {gap.en}") if judged.gap else ("未达标", "")
    return Text(
        zh=f"{judged.date} 的目标值（{target.zh}）{zh}：{value.zh}",
        en=f"the target of {judged.date}, {target.en}, is missed{en}: {value.en}",
    )


def _close(state: IndicatorState, judged: Judgement) -> Text:
    target, value = _target(state, judged), _value(state, judged, with_error)
    return Text(
        zh=f"{value.zh}，与目标值（{target.zh}）的差别在误差之内，无法判断",
        en=f"{value.en} cannot be told apart from the target, {target.en}: the difference is within the error",
    )


def _beyond(state: IndicatorState, judged: Judgement, direction: str) -> Text:
    gap, target = missed_by(state, judged.gap, judged.target), _target(state, judged)
    zh, en = ("至少多少", "at least") if direction == Direction.INCREASE else ("至多多少", "at most")
    return Text(
        zh=f"优于目标范围（{target.zh}），相差 {gap.zh}；若越好越行，目标值应写成“{zh}”而不是范围",
        en=f"it is {gap.en} better than the range, {target.en}, asks for; if better is fine, write “{en}”, not a range",
    )
