"""The mean way through a flow: its work and its waiting, where every block has a branch that is always the last."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sevenstep.analysis.flow_metrics.blocks import Block
from sevenstep.analysis.flow_metrics.flow_model import FlowModel
from sevenstep.analysis.flow_metrics.linear import OUT, NeverEnds, Weighted, flowing
from sevenstep.chain.soundness.net import FiringRule
from sevenstep.model.quantity import Duration
from sevenstep.model.step7_flows import Activity, Event

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class MeanWay:
    """The way that decides how long the mean case takes: its hours of work and of waiting, and the nodes beside it."""

    processing: float
    waiting: float
    beside: frozenset[int]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the way, in hours: the mean of its work and of its waiting, and the bounds of both together."""

    processing: float
    waiting: float
    shortest: float
    longest: float


def span_of(node: object) -> Span:
    """The stretch of one node."""
    time = node.time if isinstance(node, Activity) else None
    wait = node.wait if isinstance(node, Activity | Event) else None
    bounds = [_bounds(time), _bounds(wait)]
    return Span(_mean(time), _mean(wait), sum(low for low, _ in bounds), sum(high for _, high in bounds))


def _mean(duration: Duration | None) -> float:
    return 0.0 if duration is None else duration.mean_hours


def _bounds(duration: Duration | None) -> tuple[float, float]:
    if duration is None:
        return 0.0, 0.0
    if not duration.shape:
        return duration.hours[0], duration.hours[-1]
    if duration.deviation == 0:
        return duration.hours[0], duration.hours[0]
    if duration.shape == "normal":
        return duration.hours[0] - 3 * duration.deviation, duration.hours[0] + 3 * duration.deviation
    return 0.0, math.inf


def mean_way(model: FlowModel, blocks: Sequence[Block]) -> MeanWay | None:
    """Mean work and mean waiting on the way that decides, in hours; their sum is the mean lead time.

    Of branches that take equally long the first counts. None where it is left to chance which branch of a block comes
    last: the mean of the longest is then no sum of means.
    Raises NeverEnds.
    """
    spans = {node: span_of(model.nodes[node]) for node in range(len(model.nodes))}
    hidden: set[int] = set()
    joins: dict[int, int] = {}
    beside: set[int] = set()
    inside = {block.split: block.inside for block in blocks}
    for block in blocks:
        if model.firing_rules[block.split] is not FiringRule.ALL:
            return None
        branches = _Region(model, spans, joins, block.inside - hidden).branches(block)
        decisive = _last([span for span, _ in branches])
        if decisive is None:
            return None
        for nodes in (nodes for span, nodes in branches if span is not decisive):
            beside |= nodes.union(*(inside[node] for node in nodes if node in joins))
        own = spans[block.split]
        spans[block.split] = Span(
            own.processing + decisive.processing,
            own.waiting + decisive.waiting,
            own.shortest + decisive.shortest,
            own.longest + decisive.longest,
        )
        joins[block.split] = block.join
        hidden |= block.inside
    region = _Region(model, spans, joins, frozenset(range(len(model.nodes))) - hidden)
    passes = region.passes({start: 1 / len(model.starts) for start in model.starts}, None)
    return MeanWay(
        sum(float(passes[node]) * spans[node].processing for node in region.nodes),
        sum(float(passes[node]) * spans[node].waiting for node in region.nodes),
        frozenset(beside),
    )


def _last(branches: Sequence[Span]) -> Span | None:
    """The branch that is never shorter than any other, where there is one."""
    last = max(branches, key=lambda span: (span.shortest, span.longest))
    others = [branch for branch in branches if branch is not last]
    return last if all(last.shortest >= branch.longest for branch in others) else None


@dataclass(frozen=True, slots=True)
class _Region:
    """Nodes between a split and its join, or those of the whole flow, with the blocks inside as one node each."""

    model: FlowModel
    spans: dict[int, Span]
    joins: dict[int, int]
    nodes: Collection[int]

    def branches(self, block: Block) -> list[tuple[Span, frozenset[int]]]:
        """The stretch of each branch, from behind the split to before the join, and its nodes."""
        return [self._branch(self.model.arrows[arrow].target, block.join) for arrow in self.model.out_of[block.split]]

    def _branch(self, first: int, join: int) -> tuple[Span, frozenset[int]]:
        if first == join:
            return Span(0.0, 0.0, 0.0, 0.0), frozenset()
        nodes = self._reached(first, join)
        alone = _Region(self.model, self.spans, self.joins, nodes)
        try:
            passes = alone.passes({first: 1.0}, join)
        except NeverEnds:
            return Span(0.0, 0.0, 0.0, math.inf), nodes
        means = [(float(passes[node]), self.spans[node]) for node in alone.nodes]
        return Span(
            sum(times * span.processing for times, span in means),
            sum(times * span.waiting for times, span in means),
            *alone.bounds(first, join),
        ), nodes

    def _reached(self, first: int, join: int) -> frozenset[int]:
        found = {first}
        waiting = [first]
        while waiting:
            new = {target for target, _ in self._onward(waiting.pop()) if target != join} - found
            found |= new
            waiting.extend(new)
        return frozenset(found)

    def passes(self, first: dict[int, float], end: int | None) -> "NDArray[numpy.float64]":
        """Expected passes of each node of the region by a case that enters at `first`."""
        import numpy

        given = numpy.zeros(len(self.model.nodes))
        for node, share in first.items():
            given[node] = share
        arrows: list[Weighted] = [
            (node, OUT if target == end else target, weight)
            for node in self.nodes
            for target, weight in self._onward(node)
        ]
        return flowing(self.model.components_of(self.nodes), arrows, given)

    def bounds(self, first: int, join: int) -> tuple[float, float]:
        """The shortest and the longest way; none is longest where something loops."""
        low = {first: self.spans[first].shortest}
        high = {first: self.spans[first].longest}
        back = False
        place = self.model.position
        for node in sorted(self.nodes, key=place.__getitem__):
            if node not in low:
                continue
            for target, weight in self._onward(node):
                if not weight:
                    continue
                if target != join and place[target] <= place[node]:
                    back = True
                    continue
                span = self.spans[target] if target != join else Span(0.0, 0.0, 0.0, 0.0)
                low[target] = min(low.get(target, math.inf), low[node] + span.shortest)
                high[target] = max(high.get(target, 0.0), high[node] + span.longest)
        return low.get(join, 0.0), math.inf if back else high.get(join, math.inf)

    def _onward(self, node: int) -> list[tuple[int, float]]:
        if node in self.joins:
            return [(self.joins[node], 1.0)]
        return [(self.model.arrows[arrow].target, self.model.arrows[arrow].weight) for arrow in self.model.out_of[node]]
