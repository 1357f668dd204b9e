"""A net made smaller by what cannot change whether it is sound, until nothing is left of it, or only what is at issue.

The rules are those of Murata (Proceedings of the IEEE 77, 1989) for series, parallel and self-loops, as they are told
for workflows by Sadiq & Orlowska (Information Systems 25, 2000): what leads from one node straight to another becomes
one edge, choices within choices become one choice, branches of a split that all come to its join become one branch, a
step back to the same decision goes. A flow of which one edge from its beginning to an end remains is sound. Time grows
with the edges.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from sevenstep.chain.soundness.net import Edge, FiringRule, Net

_MOST_ADDED = 20
"""Edges that may take the place of those of one node, so that a net does not grow."""
_ALIKE = {
    (FiringRule.ONE, FiringRule.ONE),
    (FiringRule.ONE, FiringRule.SOME),
    (FiringRule.ONE, FiringRule.END),
    (FiringRule.ALL, FiringRule.ALL),
    (FiringRule.ALL, FiringRule.SOME),
    (FiringRule.SOME, FiringRule.SOME),
}
"""Split and join between which several edges say no more than one."""


def alive(net: Net) -> set[int]:
    """The nodes that edges lead to which are ever taken: in a sound net those that happen."""
    found = set(net.starts)
    waiting = list(found)
    while waiting:
        node = waiting.pop()
        if net.firing_rules[node] is FiringRule.END:
            continue
        for number in net.marked(net.out_of.get(node, 0)):
            edge = net.edges[number]
            found.update(edge.inner)
            if edge.target not in found:
                found.add(edge.target)
                waiting.append(edge.target)
    return found


def reduced(net: Net, *, joins: bool) -> Net:
    """The net without what makes no difference; with a node more, from which every case begins.

    With `joins` parallel gateways that follow each other become one, too: then less is left, but what is left no longer
    tells which of them waits.
    """
    return _Reduction.of(net, joins=joins).run()


def is_settled(net: Net) -> bool:
    """Whether of a reduced net only one edge to an end is left: it is sound."""
    return [(edge.source, net.firing_rules[edge.target], edge.is_taken) for edge in net.edges] == [
        (net.starts[0], FiringRule.END, True)
    ]


@dataclass
class _Reduction:
    firing_rules: list[FiringRule]
    root: int
    joins: bool
    edges: dict[int, Edge] = field(default_factory=dict)
    into: list[dict[int, None]] = field(default_factory=list)
    out_of: list[dict[int, None]] = field(default_factory=list)
    count: int = 0
    queue: deque[int] = field(default_factory=deque)
    queued: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, net: Net, *, joins: bool) -> "_Reduction":
        """What can happen of a net. Edges that are never taken stay only where a node waits for them."""
        found = cls([*net.firing_rules, FiringRule.ONE], len(net.firing_rules), joins)
        found.into = [{} for _ in found.firing_rules]
        found.out_of = [{} for _ in found.firing_rules]
        live = alive(net)
        for start in net.starts:
            found.add(Edge(found.root, start, (), is_taken=True))
        for edge in net.edges:
            is_taken = edge.is_taken and edge.source in live and net.firing_rules[edge.source] is not FiringRule.END
            if is_taken or (edge.target in live and net.firing_rules[edge.target] is FiringRule.ALL):
                found.add(Edge(edge.source, edge.target, edge.inner, is_taken))
        return found

    def run(self) -> Net:
        while True:
            while self.queue:
                node = self.queue.popleft()
                self.queued.discard(node)
                self._simplify(node, grow=False)
            growing = [node for node in range(self.root) if self._added(node) <= _MOST_ADDED and self._is_mere(node)]
            if not growing:
                break
            self._simplify(min(growing, key=lambda node: (self._added(node), node)), grow=True)
        return Net(tuple(self.firing_rules), (self.root,), tuple(self.edges.values()))

    # -- the graph ---------------------------------------------------------------------

    def add(self, edge: Edge) -> None:
        self.edges[self.count] = edge
        if edge.is_taken:
            self.out_of[edge.source][self.count] = None
        self.into[edge.target][self.count] = None
        self.count += 1
        self._touch(edge)

    def _take(self, number: int) -> Edge:
        edge = self.edges.pop(number)
        self.out_of[edge.source].pop(number, None)
        del self.into[edge.target][number]
        self._touch(edge)
        return edge

    def _touch(self, edge: Edge) -> None:
        for node in (edge.source, edge.target):
            if node not in self.queued:
                self.queued.add(node)
                self.queue.append(node)

    def _leaving(self, node: int) -> Iterator[tuple[int, Edge]]:
        yield from [(number, self.edges[number]) for number in self.out_of[node]]

    def _coming(self, node: int) -> Iterator[tuple[int, Edge]]:
        yield from [(number, self.edges[number]) for number in self.into[node]]

    # -- the rules ---------------------------------------------------------------------

    def _simplify(self, node: int, *, grow: bool) -> None:
        """All rules on one node; those that change it put it, and its neighbours, in the queue again."""
        self._merge_alike(node)
        self._end_once(node)
        if node == self.root:
            return
        if self._is_mere(node) and (grow or self._added(node) <= 0):
            self._bypass(node)
        elif self.joins and self.firing_rules[node] is FiringRule.ALL:
            self._fuse(node)

    def _merge_alike(self, node: int) -> None:
        """Edges to the same node become one; a way straight back to a decision goes, if there is another way."""
        firing_rule = self.firing_rules[node]
        seen: set[int] = set()
        for number, edge in self._leaving(node):
            is_back = firing_rule is FiringRule.ONE and edge.target == node and len(self.out_of[node]) > 1
            if is_back or (edge.target in seen and (firing_rule, self.firing_rules[edge.target]) in _ALIKE):
                self._take(number)
            seen.add(edge.target)

    def _end_once(self, node: int) -> None:
        """Of ends that only this node leads to, one is enough; none where it is passed once and something goes on."""
        ends = [
            number
            for number, edge in self._leaving(node)
            if self.firing_rules[edge.target] is FiringRule.END and len(self.into[edge.target]) == 1
        ]
        is_aside = self.firing_rules[node] is FiringRule.ALL and 0 < len(ends) < len(self.out_of[node])
        for number in ends if is_aside and not self._is_passed_again(node) else ends[1:]:
            self._take(number)

    def _is_passed_again(self, node: int) -> bool:
        found: set[int] = set()
        waiting = [node]
        while waiting:
            for _, edge in self._leaving(waiting.pop()):
                if edge.target == node:
                    return True
                if edge.target not in found:
                    found.add(edge.target)
                    waiting.append(edge.target)
        return False

    def _added(self, node: int) -> int:
        """How many edges more there are without the node."""
        coming, leaving = len(self.into[node]), len(self.out_of[node])
        return coming * leaving - coming - leaving

    def _is_mere(self, node: int) -> bool:
        """Whether the ways through a node can do without it: nothing is decided in it that cannot be decided before."""
        coming, leaving = list(self._coming(node)), list(self._leaving(node))
        if not coming or not leaving or self.firing_rules[node] is FiringRule.END:
            return False
        if any(not edge.is_taken for _, edge in coming) or any(edge.target == node for _, edge in leaving):
            return False
        if self.firing_rules[node] is not FiringRule.ONE:
            return len(coming) == 1 and len(leaving) == 1
        return (len(leaving) == 1 or all(self.firing_rules[edge.source] is FiringRule.ONE for _, edge in coming)) and (
            len(coming) == 1
            or all(self.firing_rules[edge.target] in {FiringRule.ONE, FiringRule.END} for _, edge in leaving)
        )

    def _bypass(self, node: int) -> None:
        coming = [self._take(number) for number, _ in self._coming(node)]
        leaving = [self._take(number) for number, _ in self._leaving(node)]
        for before, after in product(coming, leaving):
            self.add(Edge(before.source, after.target, (*before.inner, node, *after.inner), is_taken=True))

    def _fuse(self, node: int) -> None:
        """A parallel gateway with the parallel gateway behind it, or before it, where there is no other way."""
        coming, leaving = list(self._coming(node)), list(self._leaving(node))
        if len(leaving) == 1 and self._is_other_all(node, leaving[0][1].target):
            last = self._take(leaving[0][0])
            for number, _ in coming:
                before = self._take(number)
                self.add(Edge(before.source, last.target, (*before.inner, node, *last.inner), before.is_taken))
        elif len(coming) == 1 and coming[0][1].is_taken and self._is_other_all(node, coming[0][1].source):
            first = self._take(coming[0][0])
            for number, _ in leaving:
                after = self._take(number)
                self.add(Edge(first.source, after.target, (*first.inner, node, *after.inner), is_taken=True))

    def _is_other_all(self, node: int, other: int) -> bool:
        return other != node and self.firing_rules[other] is FiringRule.ALL
