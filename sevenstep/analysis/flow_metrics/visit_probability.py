"""How likely a case passes some nodes or arrows, or nothing happens on its way.

Loops are solved as equations, the branches of a block multiplied.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sevenstep.analysis.flow_metrics.blocks import Block
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, chances_of_some
from sevenstep.analysis.flow_metrics.linear import OUT, Weighted, reaching
from sevenstep.chain.soundness.net import FiringRule

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


def visit_probability(
    model: FlowModel, blocks: Sequence[Block], nodes: Collection[int], arrows: Collection[int] = ()
) -> float:
    """The probability that a case passes any of `nodes` or takes any of `arrows`. Raises NeverEnds."""
    if not nodes and not arrows:
        return 0.0
    return 1 - probability_without(model, blocks, dict.fromkeys(nodes, 1.0), arrows)


def probability_without(
    model: FlowModel, blocks: Sequence[Block], chances: Mapping[int, float], arrows: Collection[int] = ()
) -> float:
    """The probability that a case takes none of `arrows` and nothing happens at any node that it passes.

    At each passing of a node something happens with its chance, whatever happened before and in other branches.
    Raises NeverEnds.
    """
    missing = _Missing(model, chances, frozenset(arrows), {}, {block.split: block.join for block in blocks})
    hidden: set[int] = set()
    for block in blocks:
        missing.through[block.split] = missing.block(block, block.inside - hidden)
        hidden |= block.inside
    outside = [node for node in range(len(model.nodes)) if node not in hidden]
    found = missing.region(outside, None)
    return min(1.0, max(0.0, sum(float(found[start]) for start in model.starts) / len(model.starts)))


@dataclass(frozen=True, slots=True)
class _Missing:
    """The probability that nothing happens at any node, and that none of the arrows is taken, region by region, inner
    ones first.

    `nodes` has the chance that something happens at a passing. `through` holds the probability for the blocks that are
    known, by their split; `joins` the join of each split.
    """

    model: FlowModel
    nodes: Mapping[int, float]
    arrows: frozenset[int]
    through: dict[int, float]
    joins: dict[int, int]

    def block(self, block: Block, region: Collection[int]) -> float:
        """From behind the split to before the join."""
        model = self.model
        found = self.region(region, block.join)
        branches = []
        for arrow in model.out_of[block.split]:
            target = model.arrows[arrow].target
            alone = 1.0 if target == block.join else float(found[target])
            branches.append(0.0 if arrow in self.arrows else alone)
        if model.firing_rules[block.split] is FiringRule.ALL:
            return math.prod(branches)
        chances = chances_of_some(model, block.split)
        none = math.prod(1 - chance for chance in chances)
        each = math.prod(1 - chance * (1 - missed) for chance, missed in zip(chances, branches, strict=True))
        return (each - none) / (1 - none)

    def region(self, region: Collection[int], end: int | None) -> "NDArray[numpy.float64]":
        """For each node of the region: from it to `end` (not counted), or to the end of the flow."""
        import numpy

        model = self.model
        given = numpy.zeros(len(model.nodes))
        arrows: list[Weighted] = []
        for node in region:
            without = 1 - self.nodes.get(node, 0.0)
            if not without:
                continue
            if model.firing_rules[node] is FiringRule.END:
                given[node] = without
            for target, weight in self._onward(node):
                if target == end:
                    given[node] += weight * without
                arrows.append((node, OUT if target == end else target, weight * without))
        return reaching(reversed(model.components_of(region)), arrows, given)

    def _onward(self, node: int) -> Iterable[tuple[int, float]]:
        if node in self.through:
            return [(self.joins[node], self.through[node])]
        leaving = ((number, self.model.arrows[number]) for number in self.model.out_of[node])
        return [(arrow.target, arrow.weight) for number, arrow in leaving if number not in self.arrows]
