"""How the design stands to the goals: every indicator against its last target, every goal by its indicators."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from sevenstep.analysis.estimates import StepProbability, estimates
from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.indicator_values import IndicatorValues, indicator_values
from sevenstep.analysis.results import Closure, FlowMetrics, GoalState, IndicatorState, Stage, Stand, Verdict
from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.language import Text
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator

_SAME: Final = 1e-9  # of the target: what figures may differ by from having been computed
_NO_TARGET: Final = Text(zh="没有目标值", en="it has no target")
_NO_DIRECTION: Final = Text(zh="没有写明朝哪个方向算好", en="it does not say which way is better")
_NO_VALUE: Final = Text(
    zh="还没有测量值，目标流程也没有估算它", en="it has not been measured yet, and no to-be flow estimates it"
)


def closure(chain: Chain, metrics: Mapping[str, FlowMetrics], step_probability: StepProbability) -> Closure:
    """The indicators at every stage with their verdicts, and what that means to the goals.

    `metrics` are those of the flows by id; `step_probability` tells how likely a case passes any of some steps.
    """
    units = formulas(chain).units
    estimated, unestimated = estimates(chain, metrics, step_probability, units)
    values = indicator_values(chain, estimated)
    indicators = {
        one.id: _state(one, units[one.id] or "", values, unestimated.get(one.id))
        for one in chain.engagement.of(Indicator)
    }
    return Closure(indicators, _goals(chain, indicators))


def _state(one: Indicator, unit: str, values: IndicatorValues, unestimated: Text | None) -> IndicatorState:
    stands, targets = values.stands[one.id], values.targets[one.id]
    judged: Stage | None = next((stage for stage in ("to-be", "today") if stage in stands), None)
    failure = values.failures.get(one.id)
    reason = (failure and failure.message) or values.reasons.get(one.id)
    if not targets:
        return IndicatorState(one.id, unit, stands, targets, "unknown", judged, 0.0, reason or _NO_TARGET)
    if one.direction is None:
        return IndicatorState(one.id, unit, stands, targets, "unknown", judged, 0.0, _NO_DIRECTION)
    if judged is None:
        return IndicatorState(one.id, unit, stands, targets, "unknown", judged, 0.0, unestimated or reason or _NO_VALUE)
    gap = missing(one.direction, stands[judged].value, targets[-1][1])
    return IndicatorState(one.id, unit, stands, targets, "missed" if gap else "reached", judged, gap)


def missing(direction: str, value: float, target: Stand) -> float:
    """By how much a value misses a target, 0 where it is reached: of a range, the end that is reached first counts;
    what is to hold must lie within."""
    below, above = target.low - value, value - target.high
    gap = {"increase": below, "decrease": above}.get(direction, max(below, above))
    return gap if gap > _SAME * max(abs(target.low), abs(target.high)) else 0.0


def _goals(chain: Chain, indicators: Mapping[str, IndicatorState]) -> dict[str, GoalState]:
    """Every goal with its own indicators, and the verdicts of these and of all that measure goals below it.

    An indicator that measures several of them counts once. The smaller set is always put into the larger one, so that
    a deep tree costs little more than a flat one.
    """
    goals = {one.id: one for one in chain.engagement.of(Goal)}
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
        for indicator in (*own[key], *(one for part in parts if part[0] is not seen for one in part[0])):
            if indicator not in seen:
                seen.add(indicator)
                counts[indicators[indicator].verdict] += 1
        gathered[key] = seen, counts
        measured = tuple(dict.fromkeys(own[key]))
        found[key] = GoalState(key, measured, counts["reached"], counts["missed"], counts["unknown"])
    return {key: found[key] for key in goals}
