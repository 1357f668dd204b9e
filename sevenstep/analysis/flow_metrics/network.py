"""A flow as a network in numbers: nodes, arrows with their chances, and the order in which they can be worked on."""

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from sevenstep.chain.soundness.net import FiringRule
from sevenstep.model.choices import EventType
from sevenstep.model.step7_flows import Activity, Event, Flow, Node


@dataclass(frozen=True, slots=True)
class Arrow:
    """From node to node. `weight` is how many tokens it gets for each one that leaves its source: the chance that it
    is taken, 1 behind a parallel gateway."""

    source: int
    target: int
    weight: float


@dataclass(frozen=True)
class FlowModel:
    """The nodes of a flow in their order, and its arrows. A case starts at one of `starts`, each equally likely.

    Where branches end apart (`endings`), nodes without a name that take no time follow those of the flow, and a node of
    the flow can be there several times.
    """

    flow: Flow
    nodes: tuple[Node, ...]
    firing_rules: tuple[FiringRule, ...]
    starts: tuple[int, ...]
    arrows: tuple[Arrow, ...]

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
        return self.firing_rules[node] in {FiringRule.ALL, FiringRule.SOME} and len(self.out_of[node]) > 1

    def is_join(self, node: int) -> bool:
        """Whether the node waits for several tokens."""
        return self.firing_rules[node] in {FiringRule.ALL, FiringRule.SOME} and len(self.into[node]) > 1

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The ends that the flow itself has, wherever they stand."""
        nodes = enumerate(self.nodes)
        return tuple(
            number for number, node in nodes if isinstance(node, Event) and node.type == EventType.END and node.name
        )

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
