"""A net made smaller by what cannot change whether it is sound, until nothing is left of it, or only what is at issue.

The rules are those of Murata (Proceedings of the IEEE 77, 1989) for series, parallel and self-loops, as they are told
for workflows by Sadiq & Orlowska (Information Systems 25, 2000): what leads from one node straight to another becomes
one arrow, choices within choices become one choice, branches of a split that all come to its join become one branch, a
step back to the same decision goes. A flow of which one arrow from its beginning to an end remains is sound. Time grows
with the arrows.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

from sevenstep.chain.soundness.net import Arrow, Net, Play

_MOST_ADDED = 20
"""Arrows that may take the place of those of one node, so that a net does not grow."""
_ALIKE = {
    (Play.ONE, Play.ONE),
    (Play.ONE, Play.SOME),
    (Play.ONE, Play.END),
    (Play.ALL, Play.ALL),
    (Play.ALL, Play.SOME),
    (Play.SOME, Play.SOME),
}
"""Split and join between which several arrows say no more than one."""


def alive(net: Net) -> set[int]:
    """The nodes that arrows lead to which are ever taken: in a sound net those that happen."""
    found = set(net.starts)
    waiting = list(found)
    while waiting:
        node = waiting.pop()
        if net.plays[node] is Play.END:
            continue
        for number in net.marked(net.out_of.get(node, 0)):
            arrow = net.arrows[number]
            found.update(arrow.inner)
            if arrow.target not in found:
                found.add(arrow.target)
                waiting.append(arrow.target)
    return found


def reduced(net: Net, *, joins: bool) -> Net:
    """The net without what makes no difference; with a node more, from which every case begins.

    With `joins` parallel gateways that follow each other become one, too: then less is left, but what is left no longer
    tells which of them waits.
    """
    return _Reduction.of(net, joins=joins).run()


def is_settled(net: Net) -> bool:
    """Whether of a reduced net only one arrow to an end is left: it is sound."""
    return [(arrow.source, net.plays[arrow.target], arrow.is_taken) for arrow in net.arrows] == [
        (net.starts[0], Play.END, True)
    ]


@dataclass
class _Reduction:
    plays: list[Play]
    root: int
    joins: bool
    arrows: dict[int, Arrow] = field(default_factory=dict)
    into: list[dict[int, None]] = field(default_factory=list)
    out_of: list[dict[int, None]] = field(default_factory=list)
    count: int = 0
    queue: deque[int] = field(default_factory=deque)
    queued: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, net: Net, *, joins: bool) -> "_Reduction":
        """What can happen of a net. Arrows that are never taken stay only where a node waits for them."""
        found = cls([*net.plays, Play.ONE], len(net.plays), joins)
        found.into = [{} for _ in found.plays]
        found.out_of = [{} for _ in found.plays]
        live = alive(net)
        for start in net.starts:
            found.add(Arrow(found.root, start, (), is_taken=True))
        for arrow in net.arrows:
            is_taken = arrow.is_taken and arrow.source in live and net.plays[arrow.source] is not Play.END
            if is_taken or (arrow.target in live and net.plays[arrow.target] is Play.ALL):
                found.add(Arrow(arrow.source, arrow.target, arrow.inner, is_taken))
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
        return Net(tuple(self.plays), (self.root,), tuple(self.arrows.values()))

    # -- the graph ---------------------------------------------------------------------

    def add(self, arrow: Arrow) -> None:
        self.arrows[self.count] = arrow
        if arrow.is_taken:
            self.out_of[arrow.source][self.count] = None
        self.into[arrow.target][self.count] = None
        self.count += 1
        self._touch(arrow)

    def _take(self, number: int) -> Arrow:
        arrow = self.arrows.pop(number)
        self.out_of[arrow.source].pop(number, None)
        del self.into[arrow.target][number]
        self._touch(arrow)
        return arrow

    def _touch(self, arrow: Arrow) -> None:
        for node in (arrow.source, arrow.target):
            if node not in self.queued:
                self.queued.add(node)
                self.queue.append(node)

    def _leaving(self, node: int) -> Iterator[tuple[int, Arrow]]:
        yield from [(number, self.arrows[number]) for number in self.out_of[node]]

    def _coming(self, node: int) -> Iterator[tuple[int, Arrow]]:
        yield from [(number, self.arrows[number]) for number in self.into[node]]

    # -- the rules ---------------------------------------------------------------------

    def _simplify(self, node: int, *, grow: bool) -> None:
        """All rules on one node; those that change it put it, and its neighbours, in the queue again."""
        self._merge_alike(node)
        self._end_once(node)
        if node == self.root:
            return
        if self._is_mere(node) and (grow or self._added(node) <= 0):
            self._bypass(node)
        elif self.joins and self.plays[node] is Play.ALL:
            self._fuse(node)

    def _merge_alike(self, node: int) -> None:
        """Arrows to the same node become one; a way straight back to a decision goes, if there is another way."""
        play = self.plays[node]
        seen: set[int] = set()
        for number, arrow in self._leaving(node):
            is_back = play is Play.ONE and arrow.target == node and len(self.out_of[node]) > 1
            if is_back or (arrow.target in seen and (play, self.plays[arrow.target]) in _ALIKE):
                self._take(number)
            seen.add(arrow.target)

    def _end_once(self, node: int) -> None:
        """Of ends that only this node leads to, one is enough; none where it is passed once and something goes on."""
        ends = [
            number
            for number, arrow in self._leaving(node)
            if self.plays[arrow.target] is Play.END and len(self.into[arrow.target]) == 1
        ]
        is_aside = self.plays[node] is Play.ALL and 0 < len(ends) < len(self.out_of[node])
        for number in ends if is_aside and not self._is_passed_again(node) else ends[1:]:
            self._take(number)

    def _is_passed_again(self, node: int) -> bool:
        found: set[int] = set()
        waiting = [node]
        while waiting:
            for _, arrow in self._leaving(waiting.pop()):
                if arrow.target == node:
                    return True
                if arrow.target not in found:
                    found.add(arrow.target)
                    waiting.append(arrow.target)
        return False

    def _added(self, node: int) -> int:
        """How many arrows more there are without the node."""
        coming, leaving = len(self.into[node]), len(self.out_of[node])
        return coming * leaving - coming - leaving

    def _is_mere(self, node: int) -> bool:
        """Whether the ways through a node can do without it: nothing is decided in it that cannot be decided before."""
        coming, leaving = list(self._coming(node)), list(self._leaving(node))
        if not coming or not leaving or self.plays[node] is Play.END:
            return False
        if any(not arrow.is_taken for _, arrow in coming) or any(arrow.target == node for _, arrow in leaving):
            return False
        if self.plays[node] is not Play.ONE:
            return len(coming) == 1 and len(leaving) == 1
        return (len(leaving) == 1 or all(self.plays[arrow.source] is Play.ONE for _, arrow in coming)) and (
            len(coming) == 1 or all(self.plays[arrow.target] in {Play.ONE, Play.END} for _, arrow in leaving)
        )

    def _bypass(self, node: int) -> None:
        coming = [self._take(number) for number, _ in self._coming(node)]
        leaving = [self._take(number) for number, _ in self._leaving(node)]
        for before, after in product(coming, leaving):
            self.add(Arrow(before.source, after.target, (*before.inner, node, *after.inner), is_taken=True))

    def _fuse(self, node: int) -> None:
        """A parallel gateway with the parallel gateway behind it, or before it, where there is no other way."""
        coming, leaving = list(self._coming(node)), list(self._leaving(node))
        if len(leaving) == 1 and self._is_other_all(node, leaving[0][1].target):
            last = self._take(leaving[0][0])
            for number, _ in coming:
                before = self._take(number)
                self.add(Arrow(before.source, last.target, (*before.inner, node, *last.inner), before.is_taken))
        elif len(coming) == 1 and coming[0][1].is_taken and self._is_other_all(node, coming[0][1].source):
            first = self._take(coming[0][0])
            for number, _ in leaving:
                after = self._take(number)
                self.add(Arrow(first.source, after.target, (*first.inner, node, *after.inner), is_taken=True))

    def _is_other_all(self, node: int, other: int) -> bool:
        return other != node and self.plays[other] is Play.ALL
