"""An indicator's values held against its targets: each target by what was measured when its date had come, else by what
the design gives, else by today's value."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.results import Judgement, StageValue
from sevenstep.analysis.verdict_wording import given_said
from sevenstep.language import Text
from sevenstep.model.choices import Direction, Stage
from sevenstep.model.dates import days_of

_COMPUTED: Final = 1e-9  # of the target: what figures may differ by from having been computed
_STATED: Final = 1e-12  # and what they may differ by from a change of units alone
_GIVEN: Final = frozenset({"stated", "measured"})

NOT_MEASURED: Final = Text(zh="已经到期，此后还没有测量", en="its date has come, and nothing was measured since")
_NO_DIRECTION: Final = Text(zh="未写明以哪个方向为优", en="it does not say which way is better")
_NO_VALUE: Final = Text(zh="尚无测量值，目标流程也未作测算", en="no measurement yet, and no to-be flow gives a figure")


def bounds(direction: str, target: StageValue) -> tuple[float, float]:
    """Between what a value meets the target: a range is met inside it, a single figure on its better side."""
    if target.low < target.high or direction == Direction.HOLD or target.bound:
        return target.low, target.high
    return (target.low, math.inf) if direction == Direction.INCREASE else (-math.inf, target.high)


def missing(direction: str, value: StageValue, target: StageValue) -> float:
    """By how much a value misses a target, 0 where it meets it; outside of a range the nearer end counts."""
    low, high = bounds(direction, target)
    below, above = low - value.value, value.value - high
    gap, end = (below, low) if below > above else (above, high)
    slack = _STATED if value.origin in _GIVEN else _COMPUTED
    return gap if gap > slack * abs(end) else 0.0


def is_beyond(direction: str, value: StageValue, target: StageValue) -> bool:
    """Whether a value lies outside of a range on the side that is better."""
    low, high = bounds(direction, target)
    return (direction == Direction.INCREASE and value.value > high) or (
        direction == Direction.DECREASE and value.value < low
    )


def is_close(direction: str, value: StageValue, target: StageValue) -> bool:
    """Whether the interval, or the range, of the value lies on both sides of an end of what meets the target."""
    slack = _COMPUTED * max(abs(value.low), abs(value.high))
    return any(math.isfinite(end) and value.low + slack < end < value.high - slack for end in bounds(direction, target))


def is_worse(direction: str | None, target: StageValue, baseline: StageValue) -> bool:
    """Whether the target lies wholly on the worse side of the baseline."""
    slack = _COMPUTED * max(map(abs, filter(math.isfinite, (target.low, target.high, baseline.low, baseline.high))))
    if direction == Direction.INCREASE:
        best = target.high if math.isfinite(target.high) else target.low
        return best < baseline.low - slack
    best = target.low if math.isfinite(target.low) else target.high
    return direction == Direction.DECREASE and best > baseline.high + slack


def judgements(
    direction: Direction | None,
    unit: str,
    stage_values: Mapping[Stage, StageValue],
    targets: Sequence[tuple[str, StageValue]],
    measured: Sequence[tuple[date, StageValue]],
    today: date,
    reason: Text | None,
) -> Iterator[Judgement]:
    """Every target, in the order of time; `measured` is what was measured up to today, in the order of time, and
    `reason` tells why there is no value, where there is none."""
    judge = _Judge(direction or "", unit, stage_values, measured, today, reason or _NO_VALUE)
    for number, (day, target) in enumerate(targets, 1):
        yield judge.of(day, target, is_last=number == len(targets))


def end_of(day: str) -> date:
    """The last day of what a date names."""
    days = days_of(day)
    return days[1] if days else date.min


@dataclass(frozen=True, slots=True)
class _Judge:
    """What the targets of one indicator are held against."""

    direction: str
    unit: str
    stage_values: Mapping[Stage, StageValue]
    measured: Sequence[tuple[date, StageValue]]
    today: date
    reason: Text

    def of(self, day: str, target: StageValue, *, is_last: bool) -> Judgement:
        due = end_of(day)
        stage, value = self._value(due)
        if not self.direction and not target.bound:
            return Judgement(day, target, Verdict.UNKNOWN, stage, value, reason=_NO_DIRECTION)
        baseline = self.stage_values.get(Stage.BASELINE)
        if baseline is not None and is_worse(self.direction, target, baseline):
            return Judgement(day, target, Verdict.UNKNOWN, stage, value, reason=worse_said(target, baseline, self.unit))
        is_over = day != "" and due < self.today
        if is_over and not is_last and not self._measured_since(due):
            return Judgement(day, target, Verdict.UNKNOWN, reason=NOT_MEASURED)
        if value is None:
            return Judgement(day, target, Verdict.UNKNOWN, reason=self.reason)
        gap = missing(self.direction, value, target)
        if is_close(self.direction, value, target):
            return Judgement(day, target, Verdict.UNSETTLED, stage, value, gap)
        is_on_it = target.bound in {"<", ">"} and abs(value.value - target.value) <= _STATED * abs(target.value)
        return Judgement(day, target, Verdict.MISSED if gap or is_on_it else Verdict.REACHED, stage, value, gap)

    def _value(self, due: date) -> tuple[Stage | None, StageValue | None]:
        if since := self._measured_since(due):
            return Stage.TODAY, since
        found: Stage | None = next((stage for stage in (Stage.TO_BE, Stage.TODAY) if stage in self.stage_values), None)
        return found, self.stage_values[found] if found is not None else None

    def _measured_since(self, due: date) -> StageValue | None:
        """The first that was measured when the date had come."""
        return next((value for day, value in self.measured if day >= due), None)


def worse_said(target: StageValue, baseline: StageValue, unit: str) -> Text:
    """That a target is worse than the baseline, with both."""
    is_, was = given_said(target, unit), given_said(baseline, unit)
    return Text(
        zh=f"目标值（{is_.zh}）比基线（{was.zh}）还差",
        en=f"its target, {is_.en}, is worse than its baseline, {was.en}",
    )
