"""How the design stands to the goals: every indicator against its targets, every goal by its indicators."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from sevenstep.analysis.by_member import dimension_states, without_members
from sevenstep.analysis.caveats import caveats
from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.estimates import StepProbability, estimates
from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.indicator_values import IndicatorValues, indicator_values, measured
from sevenstep.analysis.judging import end_of, judgements
from sevenstep.analysis.online_rate import indicator_rates, online_rates
from sevenstep.analysis.resting import Resting
from sevenstep.analysis.results import FlowMetrics, GoalAttainment, GoalState, IndicatorState, Queues, Unanalysed
from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.language import Text
from sevenstep.model.choices import Stage
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator

_NO_TARGET: Final = Text(zh="没有目标值", en="it has no target")


def goal_attainment(
    chain: Chain,
    metrics: Mapping[str, FlowMetrics],
    step_probability: StepProbability,
    queues: Sequence[Queues] = (),
    *,
    unanalysed: Sequence[Unanalysed] = (),
) -> GoalAttainment:
    """The indicators at every stage with their verdicts, and what that means to the goals.

    `metrics` are those of the flows by id; `step_probability` tells how likely a case passes any of some steps;
    `queues` what happens where cases compete for resources; `unanalysed` are the flows without metrics.
    """
    units = formulas(chain).units
    estimated, unestimated = estimates(
        chain, metrics, step_probability, units, {gone.flow: gone.reason for gone in unanalysed}
    )
    rates, unrated = indicator_rates(chain, online_rates(chain, metrics), units)
    estimated, unestimated = {**rates, **estimated}, {**unrated, **unestimated}
    values = indicator_values(chain, estimated)
    resting = Resting(chain, values, queues, metrics)
    indicators = {
        indicator.id: replace(
            _state(chain, indicator, units[indicator.id] or "", values, unestimated.get(indicator.id), resting),
            dimensions=dimension_states(chain, indicator, units[indicator.id] or ""),
        )
        for indicator in chain.engagement.of(Indicator)
    }
    return GoalAttainment(indicators, _goals(chain, indicators))


def _state(
    chain: Chain, indicator: Indicator, unit: str, values: IndicatorValues, unestimated: Text | None, resting: Resting
) -> IndicatorState:
    stage_values, targets = values.stage_values[indicator.id], values.targets[indicator.id]
    failure = values.failures.get(indicator.id)
    reason = (failure and failure.message) or values.reasons.get(indicator.id)
    if not targets:
        return IndicatorState(
            indicator.id, unit, stage_values, targets, Verdict.UNKNOWN, None, 0.0, reason or _NO_TARGET
        )
    left_out = [
        caveat for caveat in (resting.left_out(indicator.id), resting.untimed(indicator.id)) if caveat is not None
    ]
    found = [
        replace(judged, verdict=Verdict.UNSETTLED)
        if judged.verdict == Verdict.REACHED
        and judged.stage == Stage.TO_BE
        and (left_out or resting.hides_a_miss(indicator, judged, unit))
        else judged
        for judged in judgements(
            indicator.direction,
            unit,
            stage_values,
            targets,
            [(end_of(day), value) for day, value in measured(chain, indicator, unit)],
            chain.engagement.today,
            unestimated or reason,
        )
    ]
    last = found[-1]
    state = IndicatorState(
        indicator.id, unit, stage_values, targets, last.verdict, last.stage, last.gap, last.reason, tuple(found)
    )
    found_caveats = list(caveats(indicator, state, chain.engagement.today))
    if last.value is not None:
        found_caveats += without_members(chain, indicator, unit, last.value)
    if last.stage == Stage.TO_BE and last.verdict != Verdict.UNKNOWN:
        found_caveats += left_out
        found_caveats += resting.mixed(indicator, last, unit)
        found_caveats += resting.assumed(indicator.id, last, unit)
    return replace(state, caveats=tuple(found_caveats))


def _goals(chain: Chain, indicators: Mapping[str, IndicatorState]) -> dict[str, GoalState]:
    """Every goal with its own indicators, and the verdicts of these and of all that measure goals below it.

    An indicator that measures several of them counts once. The smaller set is always put into the larger one, so that
    a deep tree costs little more than a flat one.
    """
    goals = {goal.id: goal for goal in chain.engagement.of(Goal)}
    below = tree(chain, "parent")
    order = list(below.downwards([key for key in goals if key not in below.parent]))
    reached = set(order)
    order += [key for key in goals if key not in reached]  # goals in a circle: each for itself
    own: dict[str, list[str]] = {key: [] for key in goals}
    for link in chain.related("measures"):
        if link.target in own and link.source in indicators:
            own[link.target].append(link.source)
    gathered: dict[str, tuple[set[str], Counter[Verdict]]] = {}
    found: dict[str, GoalState] = {}
    for key in reversed(order):
        parts = [gathered.pop(child) for child in below.children.get(key, ()) if child in gathered]
        seen, counts = max(parts, key=lambda part: len(part[0]), default=(set(), Counter()))
        for indicator in (*own[key], *(indicator for part in parts if part[0] is not seen for indicator in part[0])):
            if indicator not in seen:
                seen.add(indicator)
                counts[indicators[indicator].verdict] += 1
        gathered[key] = seen, counts
        measured = tuple(dict.fromkeys(own[key]))
        found[key] = GoalState(
            key,
            measured,
            counts[Verdict.REACHED],
            counts[Verdict.MISSED],
            counts[Verdict.UNKNOWN],
            counts[Verdict.UNSETTLED],
        )
    return {key: found[key] for key in goals}
