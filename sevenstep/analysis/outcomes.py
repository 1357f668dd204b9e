"""What was promised held against what came of it: benefits, targets whose date has come, then what projects promise."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from sevenstep.analysis.choices import Aspect, Verdict
from sevenstep.analysis.judging import missing
from sevenstep.analysis.outcome import Outcome
from sevenstep.analysis.outcomes_of_programme import of_programme
from sevenstep.analysis.results import Analysis, IndicatorState, Judgement, StageValue
from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.analysis.verdict_wording import both, stage_value_shown
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import Stage
from sevenstep.model.dates import days_of, end_of
from sevenstep.model.frames.outcomes import Benefit, BenefitReview
from sevenstep.model.quantity import Quantity

_NOT_DUE: Final = Text(zh="还没到期", en="not due yet")
_NOT_MEASURED: Final = Text(zh="到期了，还没有测量", en="due, and not measured")


def outcomes(chain: Chain, analysis: Analysis) -> tuple[Outcome, ...]:
    """Benefits as they are registered; then the targets, projects, measures and budgets whose date has come."""
    today = chain.engagement.as_of
    states = analysis.goal_attainment.indicators
    told = {benefit.indicator for benefit in chain.engagement.of(Benefit)}
    return (
        *(of_benefit(benefit, states.get(benefit.indicator or ""), today) for benefit in chain.engagement.of(Benefit)),
        *_of_indicators((state for state in states.values() if state.indicator not in told), today),
        *of_programme(chain, analysis.programme, today),
    )


def review_due(benefit: Benefit) -> date | None:
    """The last day by which it is to be looked at; None where nothing says so."""
    when = benefit.looked_at or benefit.by
    return end_of(when) if when is not None else None


def latest(benefit: Benefit) -> BenefitReview | None:
    """The last time it was looked at."""
    return max(benefit.reviews, key=lambda review: end_of(review.date), default=None)


def is_review_due(benefit: Benefit, today: date) -> bool:
    """Whether the day has passed on which it was to be looked at, and nobody has since."""
    due, last = review_due(benefit), latest(benefit)
    if due is None or due >= today:
        return False
    begins = days_of(benefit.looked_at or benefit.by or "")
    return last is None or (begins is not None and end_of(last.date) < begins[0])


def of_benefit(benefit: Benefit, state: IndicatorState | None, today: date) -> Outcome:
    """A benefit by its indicator, or by what its last review says."""
    last, is_due = latest(benefit), is_review_due(benefit, today)
    why = last.why if last is not None else None
    if benefit.indicator is not None:
        judged = _judgement(state, benefit.by)
        if state is None or judged is None:
            return Outcome(benefit.id, None, benefit.by or "", None, Verdict.UNKNOWN, why, is_due)
        return _of_judgement(benefit.id, state, judged, why, is_due=is_due, today=today)
    promised = both(benefit.promised.shown) if benefit.promised is not None else None
    measured = last.measured if last is not None else None
    came = both(measured.shown) if measured is not None else None
    verdict = Verdict.UNKNOWN
    if last is not None and last.reached is not None:
        verdict = Verdict.REACHED if last.reached else Verdict.MISSED
    elif measured is not None and benefit.promised is not None:
        verdict = _held(benefit, measured, benefit.promised)
    if verdict is Verdict.UNKNOWN and why is None:
        due = review_due(benefit)
        why = _NOT_MEASURED if due is not None and due < today else _NOT_DUE if due is not None else None
    return Outcome(benefit.id, promised, benefit.by or "", came, verdict, why, is_due)


def _held(benefit: Benefit, measured: Quantity, promised: Quantity) -> Verdict:
    try:
        value, low, high = (
            convert(point, measured.unit, promised.unit) for point in (measured.middle, measured.low, measured.high)
        )
    except UnlikeUnits:
        return Verdict.UNKNOWN
    is_range = promised.low < promised.high
    target = StageValue(
        promised.middle,
        promised.low if is_range else promised.middle,
        promised.high if is_range else promised.middle,
        "stated",
        bound=promised.bound,
    )
    if promised.bound:
        target = _open(target)
    gap = missing(benefit.direction, StageValue(value, low, high, "measured"), target)
    return Verdict.MISSED if gap else Verdict.REACHED


def _open(target: StageValue) -> StageValue:
    """A bound as the stretch that meets it."""
    is_least = target.bound in {"≥", ">"}
    ends = (target.value, float("inf")) if is_least else (float("-inf"), target.value)
    return StageValue(target.value, *ends, target.origin, bound=target.bound)


def _judgement(state: IndicatorState | None, by: str | None) -> Judgement | None:
    if state is None or not state.judgements:
        return None
    if by is None:
        return state.judgements[-1]
    return next((judged for judged in state.judgements if judged.date == by), None)


def _of_judgement(
    element: str, state: IndicatorState, judged: Judgement, why: Text | None, *, is_due: bool, today: date
) -> Outcome:
    """A target by what was measured once its date had come; before that nothing is told of it."""
    promised = both(lambda language: stage_value_shown(judged.target, state.unit, language))
    measured = judged.value if judged.stage is Stage.TODAY else None
    has_come = bool(judged.date) and end_of(judged.date) < today
    if measured is None or not has_come:
        reason = why or (_NOT_MEASURED if has_come else _NOT_DUE)
        return Outcome(element, promised, judged.date, None, Verdict.UNKNOWN, reason, is_due)
    came = both(lambda language: stage_value_shown(measured, state.unit, language, [judged.target]))
    return Outcome(element, promised, judged.date, came, judged.verdict, why, is_due)


def _of_indicators(states: Iterable[IndicatorState], today: date) -> Iterator[Outcome]:
    for state in states:
        for judged in state.judgements:
            if judged.date and end_of(judged.date) < today:
                found = _of_judgement(state.indicator, state, judged, None, is_due=False, today=today)
                yield replace(found, aspect=Aspect.TARGET)
