"""A flow as a game of tokens: what each node takes and gives, with pure sequences drawn together to one edge."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import combinations
from typing import Final, Self

from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.step7_flows import AnyNode, Flow, SequenceFlow


class FiringRule(Enum):
    """How a node fires: what it waits for, and where its tokens go."""

    ONE = "one"
    """Takes a token from any one incoming edge and gives one to any one outgoing edge."""
    ALL = "all"
    """Takes one from every incoming edge and gives one to every outgoing edge."""
    SOME = "some"
    """Waits for all that can still come, takes it, and gives one to each of some of its outgoing edges."""
    END = "end"
    """Takes a token and keeps it."""


_FIRING_RULES: Final = {
    GatewayType.PARALLEL: FiringRule.ALL,
    GatewayType.INCLUSIVE: FiringRule.SOME,
    EventType.END: FiringRule.END,
}


def firing_rule(node: AnyNode) -> FiringRule:
    """How a node of a flow fires."""
    return _FIRING_RULES.get(node.type, FiringRule.ONE)


@dataclass(frozen=True, slots=True)
class Edge:
    """A way between two nodes on which nothing is decided; `inner` are the nodes that stand on it.

    A way with a chance of 0% is never taken.
    """

    source: int
    target: int
    inner: tuple[int, ...]
    is_taken: bool


@dataclass(frozen=True)
class Net:
    """Nodes and edges as numbers, in the order of the flow: flows of one shape are one net.

    Markings are whole numbers: bit n says that edge n holds a token, the bits above them that an end was reached.
    `firing_rules` has an entry for every node, whether it is drawn into an edge or not.
    """

    firing_rules: tuple[FiringRule, ...]
    starts: tuple[int, ...]
    edges: tuple[Edge, ...]

    @classmethod
    def of(cls, flow: Flow) -> Self:
        """The net of a flow in which every node lies on a way from a start to an end."""
        numbers = {name: number for number, name in enumerate(flow.steps)}
        nodes = list(flow.steps.values())
        incoming = [0] * len(nodes)
        outgoing: list[list[tuple[int, bool]]] = [[] for _ in nodes]
        for edge in flow.sequence_flows:
            target = numbers[edge.target]
            incoming[target] += 1
            outgoing[numbers[edge.source]].append((target, _is_taken(flow, edge)))
        is_kept = [
            node.type in {EventType.START, EventType.END} or incoming[number] != 1 or len(outgoing[number]) != 1
            for number, node in enumerate(nodes)
        ]
        edges = []
        for source in range(len(nodes)):
            for target, is_taken in outgoing[source] if is_kept[source] else ():
                inner = []
                while not is_kept[target]:
                    inner.append(target)
                    target = outgoing[target][0][0]  # noqa: PLW2901
                edges.append(Edge(source, target, tuple(inner), is_taken))
        return cls(
            tuple(firing_rule(node) for node in nodes),
            tuple(number for number, node in enumerate(nodes) if node.type == EventType.START),
            tuple(edges),
        )

    @cached_property
    def is_parallel(self) -> bool:
        """Whether a case can have several tokens, or a node can wait for several. Without, every flow is sound."""
        many = {FiringRule.ALL, FiringRule.SOME}
        return any(self.firing_rules[node] in many for edge in self.edges for node in (edge.source, edge.target))

    @cached_property
    def order(self) -> Mapping[int, int]:
        """How near to a start each node is: its place when all are visited breadth-first."""
        found = {start: place for place, start in enumerate(self.starts)}
        waiting = deque(self.starts)
        while waiting:
            for edge in self.marked(self.out_of.get(waiting.popleft(), 0)):
                target = self.edges[edge].target
                if target not in found:
                    found[target] = len(found)
                    waiting.append(target)
        return found

    @cached_property
    def into(self) -> Mapping[int, int]:
        """The incoming edges of each node, as a marking."""
        return self._bits((edge.target, number) for number, edge in enumerate(self.edges))

    @cached_property
    def out_of(self) -> Mapping[int, int]:
        """The outgoing edges of each node that are ever taken, as a marking."""
        return self._bits((edge.source, number) for number, edge in enumerate(self.edges) if edge.is_taken)

    def _bits(self, pairs: Iterator[tuple[int, int]]) -> dict[int, int]:
        found: dict[int, int] = {}
        for node, edge in pairs:
            found[node] = found.get(node, 0) | 1 << edge
        return found

    @cached_property
    def _ended(self) -> Mapping[int, int]:
        ends = [number for number, firing_rule in enumerate(self.firing_rules) if firing_rule is FiringRule.END]
        return {number: 1 << len(self.edges) + place for place, number in enumerate(ends)}

    def waiting(self, marking: int) -> dict[int, int]:
        """The nodes that have tokens before them, with those tokens."""
        found: dict[int, int] = {}
        for edge in self.marked(marking):
            target = self.edges[edge].target
            found[target] = found.get(target, 0) | 1 << edge
        return found

    def marked(self, marking: int) -> Iterator[int]:
        """The edges that hold a token."""
        rest = marking & (1 << len(self.edges)) - 1
        while rest:
            lowest = rest & -rest
            yield lowest.bit_length() - 1
            rest ^= lowest

    def firings(self, node: int, tokens: int, marking: int) -> Iterator[tuple[int, int]]:
        """What `node`, with `tokens` before it, can do: the tokens it takes, and those it gives."""
        firing_rule, given = self.firing_rules[node], self.out_of.get(node, 0)
        if firing_rule is FiringRule.ALL:
            if tokens == self.into[node]:
                yield tokens, given
        elif firing_rule is FiringRule.SOME:
            if not marking & ~tokens & self._awaited(node, tokens):
                yield from ((tokens, some) for some in self._subsets(given))
        elif firing_rule is FiringRule.END:
            yield from ((1 << edge, self._ended[node]) for edge in self.marked(tokens))
        else:
            for taken in self.marked(tokens):
                yield from ((1 << taken, 1 << edge) for edge in self.marked(given))

    def empty(self, node: int, tokens: int) -> Iterator[int]:
        """The incoming edges of `node` that hold none of its `tokens`."""
        return self.marked(self.into[node] & ~tokens)

    def _awaited(self, node: int, tokens: int) -> int:
        """Where an inclusive join waits for tokens: they lead to an empty edge of it, and to none that has one."""
        coming = more = 0
        for edge in self.empty(node, tokens):
            coming |= self.feeding(node, edge)
        for edge in self.marked(tokens) if coming else ():
            more |= self.feeding(node, edge)
        return coming & ~more

    def _subsets(self, edges: int) -> Iterator[int]:
        bits = [1 << edge for edge in self.marked(edges)]
        for size in range(1, len(bits) + 1):
            yield from (sum(some) for some in combinations(bits, size))

    @cached_property
    def _feeding(self) -> dict[tuple[int, int], int]:
        return {}

    def feeding(self, node: int, edge: int) -> int:
        """The edges from which a token can come to `edge`, which leads to `node`, without passing `node`."""
        key = node, edge
        if key not in self._feeding:
            self._feeding[key] = self._leading_to(edge, node)
        return self._feeding[key]

    def _leading_to(self, edge: int, avoided: int) -> int:
        found = 0
        waiting = [edge]
        seen = {avoided}
        while waiting:
            here = self.edges[waiting.pop()]
            if here.is_taken and here.source not in seen:
                seen.add(here.source)
                new = self.into.get(here.source, 0)
                found |= new
                waiting.extend(self.marked(new))
        return found

    def reachable(self, node: int) -> set[int]:
        """The nodes that `node` leads to, itself among them."""
        found = {node}
        waiting = [node]
        while waiting:
            for edge in self.marked(self.out_of.get(waiting.pop(), 0)):
                target = self.edges[edge].target
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return found


def _is_taken(flow: Flow, edge: SequenceFlow) -> bool:
    node = flow.steps[edge.source]
    if edge.branch.chance != 0.0 or node.type == GatewayType.PARALLEL:
        return True
    return not any(branch.chance for branch in (node.next or {}).values())
