"""Why an element is there, where that is computed: a measure is there for the indicators that it moves.

All others ask the chain; so whoever tells of reasons asks here, and gets one answer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.analyse import analysis_of
from sevenstep.analysis.results import Comparison, IndicatorState
from sevenstep.chain.graph import STEP_OF, Chain
from sevenstep.chain.justification import Reason, reason_by
from sevenstep.chain.justification import reason_of as reason_in_chain
from sevenstep.chain.reasons.aims import weigh_of
from sevenstep.chain.reasons.claim import Claim, Hop
from sevenstep.memory import per_chain
from sevenstep.model.choices import Direction, Metric, Stage
from sevenstep.model.links import Link
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow, Measure, Node

_QUIETLY: Final = 0.15
"""What the flows that a measure shapes are there for, beside what it is computed to move (which adds up to 1 where one
measure alone does away with all of an indicator)."""


def reason_of(chain: Chain, element: str) -> Reason:
    """Why `element` is there, by what the model says and what is computed of it."""
    found = reason_in_chain(chain, element)
    if found.by_choice or not isinstance(chain.elements.get(element), Measure):
        return found
    return _computed(chain).get(element, found)


@per_chain
def _computed(chain: Chain) -> Mapping[str, Reason]:
    """By measure the reason that follows from what it moves; those that are computed to move nothing are not in it."""
    moves = list(_moves(chain))
    claims: dict[str, list[Claim]] = defaultdict(list)
    for move in sorted(moves, key=lambda move: -move.weight):
        hops = _hops(chain, move)
        if hops is not None:
            claims[move.measure].append(Claim(hops, move.weight))
    reasons = {
        measure: reason_by(chain, weigh_of(chain, [*found, *_shaped(chain, measure)]))
        for measure, found in claims.items()
    }
    return {measure: reason for measure, reason in reasons.items() if reason.ways}


def _shaped(chain: Chain, measure: str) -> list[Claim]:
    """What the flows that it shapes are there for speaks too, more quietly than what is computed."""
    links = [link for link in chain.outgoing.get(measure, ()) if link.relation.name == "shapes"]
    return [Claim((Hop((link,), link.target),), _QUIETLY / len(links)) for link in links]


@dataclass(frozen=True, slots=True)
class _Move:
    """A measure moves an indicator, by what it changes in the flows of an item; the weight runs from 0 to 1."""

    measure: str
    item: str
    indicator: str
    weight: float


def _moves(chain: Chain) -> Iterable[_Move]:
    """The better an indicator gets by the design, the more of that comes from one item, and the more of that from one
    measure, the more it is what the measure is there for."""
    analysis = analysis_of(chain)
    found = [one for one in analysis.comparisons if one.item is not None]
    asked = [(comparison, *estimate) for comparison in found for estimate in _estimates(chain, comparison)]
    totals: dict[str, float] = defaultdict(float)
    items: Counter[str] = Counter()
    for comparison, indicator, metric in asked:
        items[indicator] += 1
        totals[indicator] += abs(_difference(comparison, metric))
    states = analysis.goal_attainment.indicators
    for comparison, indicator, metric in asked:
        gain = _gain(chain, states.get(indicator))
        if not gain or comparison.item is None:
            continue
        own = abs(_difference(comparison, metric))
        part = own / totals[indicator] if own else 1 / items[indicator]
        for measure, share in _shares(chain, comparison, metric).items():
            yield _Move(measure, comparison.item, indicator, gain * part * share)


def _estimates(chain: Chain, comparison: Comparison) -> Iterable[tuple[str, Metric | None]]:
    """The indicators that the flows compared give a value, each with the metric of the whole flow that does, if one
    does."""
    found: dict[str, Metric | None] = {}
    for key in (*comparison.before, *comparison.after):
        flow = chain.elements.get(key)
        if isinstance(flow, Flow):
            for indicator, asked in flow.estimates.items():
                found.setdefault(indicator, None if asked.of else asked.metric)
    return found.items()


def _difference(comparison: Comparison, metric: Metric | None) -> float:
    return next((found.mean for found in comparison.differences if found.metric == metric), 0.0)


def _gain(chain: Chain, state: IndicatorState | None) -> float:
    """By which part of today's value an indicator gets better; all of it at most, and 0 where it does not."""
    if state is None:
        return 0.0
    before, after = (state.stage_values.get(stage) for stage in (Stage.AS_IS, Stage.TO_BE))
    indicator = chain.elements.get(state.indicator)
    if before is None or after is None or not before.value or not isinstance(indicator, Indicator):
        return 0.0
    gain = (after.value - before.value) / abs(before.value)
    signed = {Direction.INCREASE: gain, Direction.DECREASE: -gain}
    return min(1.0, max(0.0, signed.get(indicator.direction, abs(gain)) if indicator.direction else abs(gain)))


def _shares(chain: Chain, comparison: Comparison, metric: Metric | None) -> Mapping[str, float]:
    """Which part of what changes comes from which measure; where that is not computed, all that shape the design have
    the same."""
    found: dict[str, float] = defaultdict(float)
    difference = next((one for one in comparison.differences if one.metric == metric and one.mean), None)
    if difference is not None:
        for share in difference.shares:
            for measure in share.measures:
                found[measure] += max(0.0, min(1.0, share.difference / difference.mean)) / len(share.measures)
        return found
    measures = {holder.id: None for flow in comparison.after for holder in chain.holders(flow, "shapes")}
    return dict.fromkeys(measures, 1 / len(measures)) if measures else {}


def _hops(chain: Chain, move: _Move) -> tuple[Hop, ...] | None:
    """From the measure over a flow of the item, and the item, to the indicator."""
    details = [link for link in chain.incoming.get(move.item, ()) if link.relation.name == "details"]
    by_flow = {link.source: link for link in details}
    to_flow = _to_flow(chain, move.measure, by_flow)
    closing = (
        (link, closes)
        for link in details
        for closes in chain.outgoing.get(link.source, ())
        if closes.target == move.indicator and closes.relation.name == "estimates"
    )
    estimated = next(closing, None)
    if to_flow is None or estimated is None:
        return None
    return to_flow, Hop((by_flow[to_flow.to],), move.item), Hop(estimated, move.indicator)


def _to_flow(chain: Chain, measure: str, flows: Mapping[str, Link]) -> Hop | None:
    """The flow that it shapes, else the one of which it changes a step."""
    links = chain.outgoing.get(measure, ())
    for link in links:
        if link.target in flows:
            return Hop((link,), link.target)
    for link in links:
        if isinstance(chain.elements[link.target], Node):
            flow = next(other for other in chain.outgoing[link.target] if other.relation == STEP_OF)
            if flow.target in flows:
                return Hop((link, flow), flow.target)
    return None
