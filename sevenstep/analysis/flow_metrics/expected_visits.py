"""How often the mean case passes each node, and how often something is passed on from one to another."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sevenstep.analysis.flow_metrics.blocks import Block
from sevenstep.analysis.flow_metrics.flow_model import FlowModel
from sevenstep.analysis.flow_metrics.linear import OUT, Weighted, flowing
from sevenstep.chain.soundness.net import FiringRule

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


def expected_visits(model: FlowModel, blocks: Sequence[Block] | None) -> "NDArray[numpy.float64] | None":
    """Expected passes of each node; None where an inclusive join has no split of its own. Raises NeverEnds."""
    if blocks is not None:
        return _by_blocks(model, blocks)
    if any(model.is_join(node) and model.firing_rules[node] is FiringRule.SOME for node in range(len(model.nodes))):
        return None
    return _by_tokens(model)


def _by_blocks(model: FlowModel, blocks: Sequence[Block]) -> "NDArray[numpy.float64]":
    """First with each block as one arrow, then within the blocks, outer ones first: all weights are chances."""
    import numpy

    through = {block.split: block.join for block in blocks}
    inner = _own_nodes(model, blocks)
    given = numpy.zeros(len(model.nodes))
    given[list(model.starts)] = 1 / len(model.starts)
    found = _region(model, inner[-1], through, None, given)
    for block, nodes in reversed(list(zip(blocks, inner[:-1], strict=True))):
        given = numpy.zeros(len(model.nodes))
        for arrow in model.out_of[block.split]:
            if model.arrows[arrow].target != block.join:
                given[model.arrows[arrow].target] += model.arrows[arrow].weight * found[block.split]
        found += _region(model, nodes, through, block.join, given)
    return found


def _own_nodes(model: FlowModel, blocks: Sequence[Block]) -> list[list[int]]:
    """The nodes of each block that are in no inner one, and at last those that are in none."""
    hidden: set[int] = set()
    found = []
    for block in blocks:
        found.append(sorted(block.inside - hidden))
        hidden |= block.inside
    return [*found, [node for node in range(len(model.nodes)) if node not in hidden]]


def _region(
    model: FlowModel, nodes: Sequence[int], through: Mapping[int, int], end: int | None, given: "NDArray[numpy.float64]"
) -> "NDArray[numpy.float64]":
    arrows: list[Weighted] = []
    for node in nodes:
        if node in through:
            onward = [(through[node], 1.0)]
        else:
            onward = [(model.arrows[arrow].target, model.arrows[arrow].weight) for arrow in model.out_of[node]]
        arrows.extend((node, OUT if target == end else target, weight) for target, weight in onward)
    return flowing(model.components_of(nodes), arrows, given)


def _by_tokens(model: FlowModel) -> "NDArray[numpy.float64]":
    """A parallel join is passed once for all tokens that come together, so each of them counts for a part of one."""
    import numpy

    arrows: list[Weighted] = []
    for node in range(len(model.nodes)):
        share = 1 / len(model.into[node]) if model.is_join(node) else 1.0
        arrows.extend(
            (model.arrows[arrow].source, node, model.arrows[arrow].weight * share) for arrow in model.into[node]
        )
    given = numpy.zeros(len(model.nodes))
    given[list(model.starts)] = 1 / len(model.starts)
    return flowing(model.components, arrows, given)


def takeovers(model: FlowModel, passes: "NDArray[numpy.float64]", marks: Mapping[int, str]) -> float:
    """How often the mean case comes to a marked node from one with another mark, unmarked nodes passed over.

    Where branches come together each of them counts. Raises NeverEnds.
    """
    import numpy

    colours = sorted(set(marks.values()))
    if len(colours) < 2:
        return 0.0
    column = {colour: number for number, colour in enumerate(colours)}
    given = numpy.zeros((len(model.nodes), len(colours)))
    onward: list[Weighted] = []
    for arrow in model.arrows:
        if arrow.source in marks:
            given[arrow.target, column[marks[arrow.source]]] += arrow.weight * passes[arrow.source]
        else:
            onward.append((arrow.source, arrow.target, arrow.weight))
    coming = flowing(model.components, onward, given)
    return float(sum(coming[node].sum() - coming[node, column[colour]] for node, colour in marks.items()))
