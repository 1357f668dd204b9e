"""How a flow becomes a network to compute on: sound, with a chance on every arrow, and with the branches that end apart
joined."""

from collections.abc import Iterator, Sequence
from typing import Final

from sevenstep.analysis.flow_metrics.endings import closed
from sevenstep.analysis.flow_metrics.network import Arrow, FlowModel
from sevenstep.chain.flow_graph import following, of_type, preceding, reached
from sevenstep.chain.soundness.net import firing_rule
from sevenstep.chain.soundness.verdict import soundness
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import AnyNode, Flow, Gateway, Node

__all__ = ("Arrow", "FlowModel", "NotAnalysable", "chances_of_some", "flow_model_of")

OF_SOME: Final = 0.5
"""How likely a branch of an inclusive gateway is taken where nobody says: it does not share what the others leave."""
_SLACK: Final = 0.011
"""How far chances may miss 100 %: as they do where three are written as 33 %."""


class NotAnalysable(Exception):
    """A flow that cannot be computed, and why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.for_language("en"))
        self.reason = reason


def flow_model_of(flow: Flow) -> FlowModel:
    """The plan of a flow, made once; raises NotAnalysable."""
    found = _model_or_reason(flow)
    if isinstance(found, NotAnalysable):
        raise found
    return found


@per_element
def _model_or_reason(flow: Flow) -> FlowModel | NotAnalysable:
    try:
        return _flow_model(flow)
    except NotAnalysable as error:
        return error


def _flow_model(flow: Flow) -> FlowModel:
    for reason in _gaps(flow):
        raise NotAnalysable(reason)
    names = {name: number for number, name in enumerate(flow.steps)}
    nodes = tuple(flow.steps.values())
    targets: list[list[tuple[int, float | None]]] = [[] for _ in nodes]
    for arrow in flow.sequence_flows:
        targets[names[arrow.source]].append((names[arrow.target], arrow.branch.chance))
    arrows = [
        Arrow(number, target, weight)
        for number, node in enumerate(nodes)
        for (target, _), weight in zip(targets[number], _weights(node, targets[number]), strict=True)
    ]
    for reason in (*_endless(nodes, arrows), *_unsound(flow)):
        raise NotAnalysable(reason)
    firing_rules = tuple(firing_rule(node) for node in nodes)
    starts = tuple(number for number, node in enumerate(nodes) if node.type == EventType.START)
    return closed(FlowModel(flow, nodes, firing_rules, starts, tuple(arrows)))


def _gaps(flow: Flow) -> Iterator[Text]:
    """Why not every step lies on a way from a start to an end, the plainest reason first."""
    if not flow.steps:
        yield Text(zh="流程没有步骤", en="the flow has no steps")
    if not of_type(flow, "start"):
        yield Text(zh="流程没有开始", en="the flow has no start")
    if not of_type(flow, "end"):
        yield Text(zh="流程没有结束", en="the flow has no end")
    for arrow in flow.sequence_flows:
        if arrow.target not in flow.steps:
            yield flow.steps[arrow.source].title.inserted_into(
                zh=f"“{{}}”的下一步“{arrow.target}”不在流程里",
                en=f"“{{}}” leads to “{arrow.target}”, which is not a step of the flow",
            )
    come_to = reached(of_type(flow, "start"), following(flow))
    ending = reached(of_type(flow, "end"), preceding(flow))
    for name, node in reversed(flow.steps.items()):
        if name in come_to and name not in ending:
            yield node.title.inserted_into(zh="从“{}”走不到结束", en="no end can be reached from “{}”")
    for name, node in flow.steps.items():
        if name not in come_to:
            yield node.title.inserted_into(zh="从开始走不到“{}”", en="“{}” cannot be reached from the start")


def _endless(nodes: Sequence[AnyNode], arrows: Sequence[Arrow]) -> Iterator[Text]:
    """Why cases go round for ever: all that leads out of a loop has a chance of nought."""
    ahead: dict[int, list[int]] = {}
    back: dict[int, list[int]] = {}
    for arrow in arrows:
        if arrow.weight:
            ahead.setdefault(arrow.source, []).append(arrow.target)
            back.setdefault(arrow.target, []).append(arrow.source)
    starts = [number for number, node in enumerate(nodes) if node.type == EventType.START]
    ends = [number for number, node in enumerate(nodes) if node.type == EventType.END]
    ending = reached(ends, back)
    caught = [node for node in reached(starts, ahead) if node not in ending]
    closed_off = [arrow.source for arrow in arrows if not arrow.weight and arrow.source in caught]
    if caught:
        yield nodes[min(closed_off or caught)].title.inserted_into(
            zh="部分业务永远走不到终点：“{}”处的循环没有出口",
            en="cases never come to an end: at “{}” a loop has no way out",
        )


def _unsound(flow: Flow) -> Iterator[Text]:
    """Why cases do not end, or do something twice."""
    found = soundness(flow)
    for stuck in found.stuck if found is not None else ():
        yield flow.steps[stuck.node].title.inserted_into(
            zh="部分业务永远停在“{}”", en="cases can wait for ever at “{}”"
        )
    for twice in found.twice if found is not None else ():
        yield flow.steps[twice.node].title.inserted_into(
            zh="“{}”在同一件业务中会同时走两次", en="“{}” can run twice at once in one case"
        )


def _weights(node: Node, targets: list[tuple[int, float | None]]) -> list[float]:
    kind = node.type if isinstance(node, Gateway) else GatewayType.EXCLUSIVE
    if kind == GatewayType.PARALLEL or len(targets) <= 1:
        return [1.0] * len(targets)
    if kind == GatewayType.INCLUSIVE:
        return _of_some(node, [OF_SOME if chance is None else chance for _, chance in targets])
    return _of_one(node, [chance for _, chance in targets])


def _of_one(node: Node, chances: list[float | None]) -> list[float]:
    """Chances as written; branches without one share what is left."""
    written = sum(chance for chance in chances if chance is not None)
    open_ = chances.count(None)
    if written > 1 + _SLACK or (not open_ and written < 1 - _SLACK):
        raise NotAnalysable(
            node.title.inserted_into(
                zh=f"“{{}}”各条去路的概率加起来是 {plain_number(written * 100)}%",
                en=f"the chances behind “{{}}” add up to {plain_number(written * 100)}%",
            )
        )
    if not open_:
        return [(chance or 0.0) / written for chance in chances]
    left, whole = max(0.0, 1 - written) / open_, max(1.0, written)
    return [left if chance is None else chance / whole for chance in chances]


def _of_some(node: Node, chances: list[float]) -> list[float]:
    """The chance that each branch is taken, given that at least one is: each is decided apart from the others."""
    none = 1.0
    for chance in chances:
        none *= 1 - chance
    if none >= 1:
        raise NotAnalysable(
            node.title.inserted_into(zh="“{}”后面没有一条路会走", en="no branch behind “{}” is ever taken")
        )
    return [chance / (1 - none) for chance in chances]


def chances_of_some(model: FlowModel, node: int) -> list[float]:
    """The chance with which each branch of an inclusive gateway is decided, before at least one is asked for."""
    branches = model.nodes[node].next or {}
    return [OF_SOME if branch.chance is None else branch.chance for branch in branches.values()] or [1.0]
