"""A flow in numbers: its nodes and arrows by number, with the chance of each arrow, ready to be computed on."""

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Self

from sevenstep.chain.soundness.net import Play
from sevenstep.chain.soundness.verdict import soundness
from sevenstep.language import Text
from sevenstep.model.element import kept
from sevenstep.model.step7_flows import Activity, Flow, Gateway, Node

_PLAYS: Final = {"parallel": Play.ALL, "inclusive": Play.SOME, "end": Play.END}
_SLACK: Final = 0.011
"""How far chances may miss 100 %: as they do where three are written as 33 %."""


class NotAnalysable(Exception):
    """A flow that cannot be computed, and why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.in_("en"))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Arrow:
    """From node to node. `weight` is how many tokens it gets for each one that leaves its source: the chance that it
    is taken, 1 behind a parallel gateway."""

    source: int
    target: int
    weight: float


@dataclass(frozen=True)
class Plan:
    """The nodes of a flow in their order, and its arrows. A case starts at one of `starts`, each equally likely."""

    flow: Flow
    nodes: tuple[Node, ...]
    plays: tuple[Play, ...]
    starts: tuple[int, ...]
    arrows: tuple[Arrow, ...]

    @classmethod
    def of(cls, flow: Flow) -> Self:
        """The plan of a sound flow; raises NotAnalysable."""
        _demand_soundness(flow)
        names = {name: number for number, name in enumerate(flow.steps)}
        nodes = tuple(flow.steps.values())
        targets: list[list[tuple[int, float | None]]] = [[] for _ in nodes]
        for arrow in flow.transitions:
            targets[names[arrow.source]].append((names[arrow.target], arrow.branch.chance))
        arrows = [
            Arrow(number, target, weight)
            for number, node in enumerate(nodes)
            for (target, _), weight in zip(targets[number], _weights(node, targets[number]), strict=True)
        ]
        return cls(
            flow,
            nodes,
            tuple(_PLAYS.get(node.type, Play.ONE) for node in nodes),
            tuple(number for number, node in enumerate(nodes) if node.type == "start"),
            tuple(arrows),
        )

    @cached_property
    def out_of(self) -> tuple[tuple[int, ...], ...]:
        """The arrows that leave each node."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for number, arrow in enumerate(self.arrows):
            found[arrow.source].append(number)
        return tuple(map(tuple, found))

    @cached_property
    def into(self) -> tuple[tuple[int, ...], ...]:
        """The arrows that lead to each node."""
        found: list[list[int]] = [[] for _ in self.nodes]
        for number, arrow in enumerate(self.arrows):
            found[arrow.target].append(number)
        return tuple(map(tuple, found))

    def is_split(self, node: int) -> bool:
        """Whether several tokens can leave the node at once."""
        return self.plays[node] in {Play.ALL, Play.SOME} and len(self.out_of[node]) > 1

    def is_join(self, node: int) -> bool:
        """Whether the node waits for several tokens."""
        return self.plays[node] in {Play.ALL, Play.SOME} and len(self.into[node]) > 1

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The nodes so that each comes after all that lead to it, but for arrows that lead back (reverse postorder)."""
        return self._walk[0]

    @cached_property
    def back(self) -> frozenset[int]:
        """The arrows that lead back to a node on the way to them: what closes a loop."""
        return self._walk[1]

    @cached_property
    def _walk(self) -> tuple[tuple[int, ...], frozenset[int]]:
        done: list[int] = []
        back: set[int] = set()
        state = [0] * len(self.nodes)  # 1: on the way down, 2: left for good
        for start in self.starts:
            waiting: deque[tuple[int, int]] = deque([(start, 0)] if not state[start] else [])
            while waiting:
                node, place = waiting.pop()
                state[node] = max(state[node], 1)
                if place == len(self.out_of[node]):
                    state[node] = 2
                    done.append(node)
                    continue
                waiting.append((node, place + 1))
                arrow = self.out_of[node][place]
                target = self.arrows[arrow].target
                if state[target] == 0:
                    waiting.append((target, 0))
                elif state[target] == 1:
                    back.add(arrow)
        return tuple(reversed(done)), frozenset(back)

    @cached_property
    def components(self) -> tuple[tuple[int, ...], ...]:
        """The nodes in groups: those of one knot of loops together, each group after all that lead to it."""
        import networkx

        graph: networkx.DiGraph[int] = networkx.DiGraph()
        graph.add_nodes_from(self.order)
        graph.add_edges_from((arrow.source, arrow.target) for arrow in self.arrows)
        place = self.position
        groups = [sorted(group, key=place.__getitem__) for group in networkx.strongly_connected_components(graph)]
        return tuple(map(tuple, sorted(groups, key=lambda group: place[group[0]])))

    @cached_property
    def position(self) -> Mapping[int, int]:
        """The place of each node in `order`."""
        return {node: position for position, node in enumerate(self.order)}

    @cached_property
    def component_of(self) -> tuple[int, ...]:
        """The number of the group that each node stands in."""
        found = [0] * len(self.nodes)
        for number, group in enumerate(self.components):
            for node in group:
                found[node] = number
        return tuple(found)

    def components_of(self, region: Collection[int]) -> list[list[int]]:
        """The groups of a part of the nodes, each after all that lead to it."""
        wanted: dict[int, list[int]] = {}
        for node in region:
            wanted.setdefault(self.component_of[node], []).append(node)
        return [wanted[number] for number in sorted(wanted)]

    def activities(self) -> list[tuple[int, Activity]]:
        """The activities with their numbers."""
        return [(number, node) for number, node in enumerate(self.nodes) if isinstance(node, Activity)]


def plan_of(flow: Flow) -> Plan:
    """The plan of a flow, made once; raises NotAnalysable."""
    found = kept(flow, "_plan", lambda: _plan_or_reason(flow))
    if isinstance(found, NotAnalysable):
        raise found
    return found


def _plan_or_reason(flow: Flow) -> Plan | NotAnalysable:
    try:
        return Plan.of(flow)
    except NotAnalysable as error:
        return error


def _demand_soundness(flow: Flow) -> None:
    found = soundness(flow)
    if found is None:
        raise NotAnalysable(
            Text(
                zh="不是每一步都在从开始到结束的路上",
                en="not every step lies on a way from a start to an end",
            )
        )
    if found.stuck:
        raise NotAnalysable(
            Text(
                zh=f"有的办件永远停在“{found.stuck[0].node}”",
                en=f"cases can wait for ever at “{found.stuck[0].node}”",
            )
        )
    if found.twice:
        raise NotAnalysable(
            Text(
                zh=f"“{found.twice[0].node}”在一个办件里会同时走两次",
                en=f"“{found.twice[0].node}” can run twice at once in one case",
            )
        )


def _weights(node: Node, targets: list[tuple[int, float | None]]) -> list[float]:
    kind = node.type if isinstance(node, Gateway) else "exclusive"
    if kind == "parallel" or len(targets) <= 1:
        return [1.0] * len(targets)
    if kind == "inclusive":
        return _of_some(node, [0.5 if chance is None else chance for _, chance in targets])
    return _of_one(node, [chance for _, chance in targets])


def _of_one(node: Node, chances: list[float | None]) -> list[float]:
    """Chances as written; branches without one share what is left."""
    written = sum(chance for chance in chances if chance is not None)
    open_ = chances.count(None)
    if written > 1 + _SLACK or (not open_ and written < 1 - _SLACK):
        raise NotAnalysable(
            Text(
                zh=f"“{node.name}”各条去路的概率加起来是 {written:.0%}",
                en=f"the chances behind “{node.name}” add up to {written:.0%}",
            )
        )
    if not open_:
        return [(chance or 0.0) / written for chance in chances]
    left = max(0.0, 1 - written) / open_
    return [left if chance is None else chance for chance in chances]


def _of_some(node: Node, chances: list[float]) -> list[float]:
    """The chance that each branch is taken, given that at least one is: each is decided apart from the others."""
    none = 1.0
    for chance in chances:
        none *= 1 - chance
    if none >= 1:
        raise NotAnalysable(
            Text(zh=f"“{node.name}”后面没有一条路会走", en=f"no branch behind “{node.name}” is ever taken")
        )
    return [chance / (1 - none) for chance in chances]


def chances_of_some(plan: Plan, node: int) -> list[float]:
    """The chance with which each branch of an inclusive gateway is decided, before at least one is asked for."""
    branches = plan.nodes[node].next or {}
    return [0.5 if branch.chance is None else branch.chance for branch in branches.values()] or [1.0]
