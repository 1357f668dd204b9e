"""Flows as they run while only some of the measures are in force."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sevenstep.analysis.results import FlowMetrics, Unanalysed
from sevenstep.analysis.variants.stages import Measured, one_by_one, shaping
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Flow

Shares = Mapping[str, float]
"""For which share of cases measures, and items delivered as a whole, are in force."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The flows of an item as it is and as it shall be, and the measures that lead from one to the other."""

    item: str
    as_is: Flow
    to_be: Flow
    measures: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What a project can deliver to bring its design about."""
        return (*self.measures, self.item)


@dataclass(frozen=True, slots=True)
class State:
    """A flow as it runs, with its metrics; `variant` tells whose estimates speak for it."""

    flow: Flow
    metrics: FlowMetrics
    variant: Variant


@dataclass(slots=True)
class FlowStates:
    """Finds what flows are like with sets of measures in force; every distinct set is evaluated once."""

    chain: Chain
    metrics: Mapping[str, FlowMetrics]
    measured: Measured
    evaluations: int = 0
    _known: dict[tuple[str, frozenset[str]], State] = field(default_factory=dict)

    def pair(self, as_is: Flow, to_be: Flow) -> Pair:
        """The two flows of one item."""
        measures = tuple(measure.id for measure in shaping(self.chain, as_is, to_be))
        return Pair(as_is.details or "", as_is, to_be, measures)

    def state(self, pair: Pair, in_force: frozenset[str]) -> State:
        """The flow with those measures: its design once all are in force, or the item is delivered as a whole.

        Before, measures that do not say what they change have no effect of their own, as in the comparison of as is
        and to be: what they do comes with the last of them.
        """
        if pair.item in in_force or (pair.measures and in_force >= set(pair.measures)):
            return State(pair.to_be, self.metrics[pair.to_be.id], Variant.TO_BE)
        key = (pair.as_is.id, in_force & frozenset(pair.measures))
        if key not in self._known:
            self._known[key] = self._evaluated(pair, key[1])
        return self._known[key]

    def _evaluated(self, pair: Pair, in_force: frozenset[str]) -> State:
        state = State(pair.as_is, self.metrics[pair.as_is.id], Variant.AS_IS)
        measures = [one for one in shaping(self.chain, pair.as_is, pair.to_be) if one.id in in_force]
        for _, applied in one_by_one(pair.as_is, measures, self._counted):
            if applied is not None:
                state = State(applied.flow, applied.metrics, Variant.AS_IS)
        return state

    def _counted(self, flow: Flow) -> FlowMetrics | Unanalysed:
        self.evaluations += 1
        return self.measured(flow)


def weighted(shares: Shares, keys: tuple[str, ...]) -> list[tuple[frozenset[str], float]]:
    """The sets of measures that cases meet, with the share of cases that meets each.

    Cases that one measure reaches first are taken to be reached by the others first too: a pilot is one place.
    """
    steps = sorted({shares.get(key, 0.0) for key in keys} - {0.0}, reverse=True)
    ends = [*steps[1:], 0.0][: len(steps)]
    found = [
        (frozenset(key for key in keys if shares.get(key, 0.0) >= share), share - end)
        for share, end in zip(steps, ends, strict=True)
    ]
    without = 1.0 - (steps[0] if steps else 0.0)
    return [*found, (frozenset(), without)] if without > 0 else found
