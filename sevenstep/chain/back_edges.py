"""Which arrows of a flow lead back: the rework loops."""

from collections.abc import Mapping
from typing import Protocol

from sevenstep.model.step7_flows import SequenceFlow


class Ordered(Protocol):
    """Nodes by name, in the order in which they are written, and the arrows between them."""

    @property
    def steps(self) -> Mapping[str, object]: ...
    @property
    def sequence_flows(self) -> tuple[SequenceFlow, ...]: ...


def back_edges(flow: Ordered) -> frozenset[SequenceFlow]:
    """The arrows that close a loop when the flow is walked from its first node, in the order it is written."""
    leaving: dict[str, list[SequenceFlow]] = {name: [] for name in flow.steps}
    for transition in flow.sequence_flows:
        if transition.target in leaving:
            leaving[transition.source].append(transition)
    back: set[SequenceFlow] = set()
    done: set[str] = set()
    for start in flow.steps:
        _walk(start, leaving, done, back)
    return frozenset(back)


def _walk(start: str, leaving: dict[str, list[SequenceFlow]], done: set[str], back: set[SequenceFlow]) -> None:
    if start in done:
        return
    open_nodes = {start: iter(leaving[start])}
    while open_nodes:
        here = next(reversed(open_nodes))
        following = next(open_nodes[here], None)
        if following is None:
            del open_nodes[here]
            done.add(here)
        elif following.target in open_nodes:
            back.add(following)
        elif following.target not in done:
            open_nodes[following.target] = iter(leaving[following.target])
