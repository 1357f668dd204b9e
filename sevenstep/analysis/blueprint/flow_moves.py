"""The five moves of step 7: how far the work on each flow has come, and what of that the flow does not bear out."""

from collections.abc import Iterator
from enum import StrEnum

from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import FlowMove, Variant
from sevenstep.model.step7_flows import Activity, Flow

_ORDER = {move: place for place, move in enumerate(FlowMove)}


class Lack(StrEnum):
    """What a flow has not although its work is said to have come so far."""

    SCOPE = "scope"
    DATA = "data"
    KEY_NODES = "key-nodes"
    DESIGN = "design"


def has_done(flow: Flow, move: FlowMove) -> bool:
    """Whether the work on the flow has come so far."""
    return flow.move is not None and _ORDER[flow.move] >= _ORDER[move]


@per_chain
def flows_by_move(chain: Chain) -> dict[FlowMove, tuple[Flow, ...]]:
    """The flows at each move, as far as they say; empty where none says anything."""
    flows = [flow for flow in chain.engagement.of(Flow) if flow.move is not None]
    if not flows:
        return {}
    return {move: tuple(flow for flow in flows if flow.move is move) for move in FlowMove}


def key_nodes(flow: Flow) -> tuple[str, ...]:
    """The ids of the nodes that are marked as key."""
    return tuple(node.id for node in flow.steps.values() if node.key_node)


def lacks(chain: Chain, flow: Flow) -> Iterator[Lack]:
    """What is missing for the moves that are said to be done: a scope, times and data, key nodes, a design."""
    if has_done(flow, FlowMove.BOUND) and flow.scope is None:
        yield Lack.SCOPE
    if has_done(flow, FlowMove.COLLECT) and not any(map(_has_data, flow.steps.values())):
        yield Lack.DATA
    if has_done(flow, FlowMove.LAY_OUT) and not key_nodes(flow):
        yield Lack.KEY_NODES
    if has_done(flow, FlowMove.OPTIMISE) and not _has_design(chain, flow):
        yield Lack.DESIGN


def _has_data(node: object) -> bool:
    return isinstance(node, Activity) and bool(node.time is not None or node.reads or node.writes)


def _has_design(chain: Chain, flow: Flow) -> bool:
    if flow.variant == Variant.TO_BE:
        return True
    others = chain.holders(flow.details, "details") if flow.details is not None else ()
    return any(isinstance(other, Flow) and other.variant == Variant.TO_BE for other in others)
