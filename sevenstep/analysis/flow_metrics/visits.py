"""How often the mean case passes each node, and how often something is passed on from one to another."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sevenstep.analysis.flow_metrics.blocks import Block
from sevenstep.analysis.flow_metrics.linear import OUT, Weighted, flowing
from sevenstep.analysis.flow_metrics.plan import Plan
from sevenstep.chain.soundness.net import FiringRule

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


def visits(plan: Plan, blocks: Sequence[Block] | None) -> "NDArray[numpy.float64] | None":
    """Expected passes of each node; None where an inclusive join has no split of its own. Raises NeverEnds."""
    if blocks is not None:
        return _by_blocks(plan, blocks)
    if any(plan.is_join(node) and plan.firing_rules[node] is FiringRule.SOME for node in range(len(plan.nodes))):
        return None
    return _by_tokens(plan)


def _by_blocks(plan: Plan, blocks: Sequence[Block]) -> "NDArray[numpy.float64]":
    """First with each block as one arrow, then within the blocks, outer ones first: all weights are chances."""
    import numpy

    through = {block.split: block.join for block in blocks}
    inner = _own_nodes(plan, blocks)
    given = numpy.zeros(len(plan.nodes))
    given[list(plan.starts)] = 1 / len(plan.starts)
    found = _region(plan, inner[-1], through, None, given)
    for block, nodes in reversed(list(zip(blocks, inner[:-1], strict=True))):
        given = numpy.zeros(len(plan.nodes))
        for arrow in plan.out_of[block.split]:
            if plan.arrows[arrow].target != block.join:
                given[plan.arrows[arrow].target] += plan.arrows[arrow].weight * found[block.split]
        found += _region(plan, nodes, through, block.join, given)
    return found


def _own_nodes(plan: Plan, blocks: Sequence[Block]) -> list[list[int]]:
    """The nodes of each block that are in no inner one, and at last those that are in none."""
    hidden: set[int] = set()
    found = []
    for block in blocks:
        found.append(sorted(block.inside - hidden))
        hidden |= block.inside
    return [*found, [node for node in range(len(plan.nodes)) if node not in hidden]]


def _region(
    plan: Plan, nodes: Sequence[int], through: Mapping[int, int], end: int | None, given: "NDArray[numpy.float64]"
) -> "NDArray[numpy.float64]":
    arrows: list[Weighted] = []
    for node in nodes:
        if node in through:
            onward = [(through[node], 1.0)]
        else:
            onward = [(plan.arrows[arrow].target, plan.arrows[arrow].weight) for arrow in plan.out_of[node]]
        arrows.extend((node, OUT if target == end else target, weight) for target, weight in onward)
    return flowing(plan.components_of(nodes), arrows, given)


def _by_tokens(plan: Plan) -> "NDArray[numpy.float64]":
    """A parallel join is passed once for all tokens that come together, so each of them counts for a part of one."""
    import numpy

    arrows: list[Weighted] = []
    for node in range(len(plan.nodes)):
        share = 1 / len(plan.into[node]) if plan.is_join(node) else 1.0
        arrows.extend((plan.arrows[arrow].source, node, plan.arrows[arrow].weight * share) for arrow in plan.into[node])
    given = numpy.zeros(len(plan.nodes))
    given[list(plan.starts)] = 1 / len(plan.starts)
    return flowing(plan.components, arrows, given)


def takeovers(plan: Plan, passes: "NDArray[numpy.float64]", marks: Mapping[int, str]) -> float:
    """How often the mean case comes to a marked node from one with another mark, unmarked nodes passed over.

    Where branches come together each of them counts. Raises NeverEnds.
    """
    import numpy

    colours = sorted(set(marks.values()))
    if len(colours) < 2:
        return 0.0
    column = {colour: number for number, colour in enumerate(colours)}
    given = numpy.zeros((len(plan.nodes), len(colours)))
    onward: list[Weighted] = []
    for arrow in plan.arrows:
        if arrow.source in marks:
            given[arrow.target, column[marks[arrow.source]]] += arrow.weight * passes[arrow.source]
        else:
            onward.append((arrow.source, arrow.target, arrow.weight))
    coming = flowing(plan.components, onward, given)
    return float(sum(coming[node].sum() - coming[node, column[colour]] for node, colour in marks.items()))
