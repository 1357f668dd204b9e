"""How often the mean case passes each node, and how often something is passed on from one to another."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sevenstep.analysis.flow_metrics.blocks import Block
from sevenstep.analysis.flow_metrics.linear import Weighted, flowing
from sevenstep.analysis.flow_metrics.plan import Plan
from sevenstep.chain.soundness.net import Play

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray


def visits(plan: Plan, blocks: Sequence[Block] | None) -> "NDArray[numpy.float64] | None":
    """Expected passes of each node; None where an inclusive join has no split of its own. Raises NeverEnds.

    A parallel join is passed once for all tokens that come together, so each of them counts for a part of one.
    """
    import numpy

    owners = {block.join: block.split for block in blocks or ()}
    arrows: list[Weighted] = []
    for node in range(len(plan.nodes)):
        if plan.is_join(node):
            if plan.plays[node] is Play.SOME and node not in owners:
                return None
            if node in owners:
                arrows.append((owners[node], node, 1.0))
                continue
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
