"""What measures change of the steps of flows."""

from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.model.step7_flows import Change, Flow, Measure, Node


def every_change(chain: Chain) -> Iterator[tuple[Measure, Node, Flow, Change]]:
    """Every change of a step that is there, with the flow of that step."""
    for measure in chain.engagement.of(Measure):
        for key, change in measure.changes.items():
            node = chain.elements.get(key)
            flow = chain.elements.get(key.rpartition("/")[0])
            if isinstance(node, Node) and isinstance(flow, Flow):
                yield measure, node, flow, change
