"""A flow as a game of tokens: what each node takes and gives, with pure sequences drawn together to one arrow."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import combinations
from typing import Final, Self

from sevenstep.model.choices import EventType, GatewayType
from sevenstep.model.step7_flows import Flow, Transition


class Play(Enum):
    """How a node plays: what it waits for, and where its tokens go."""

    ONE = "one"
    """Takes a token from any one incoming arrow and gives one to any one outgoing arrow."""
    ALL = "all"
    """Takes one from every incoming arrow and gives one to every outgoing arrow."""
    SOME = "some"
    """Waits for all that can still come, takes it, and gives one to each of some of its outgoing arrows."""
    END = "end"
    """Takes a token and keeps it."""


_PLAYS: Final = {"parallel": Play.ALL, "inclusive": Play.SOME, "end": Play.END}


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way between two nodes on which nothing is decided; `inner` are the nodes that stand on it.

    A way with a chance of 0% is never taken.
    """

    source: int
    target: int
    inner: tuple[int, ...]
    is_taken: bool


@dataclass(frozen=True)
class Net:
    """Nodes and arrows as numbers, in the order of the flow: flows of one shape are one net.

    Markings are whole numbers: bit n says that arrow n holds a token, the bits above them that an end was reached.
    `plays` has an entry for every node, whether it is drawn into an arrow or not.
    """

    plays: tuple[Play, ...]
    starts: tuple[int, ...]
    arrows: tuple[Arrow, ...]

    @classmethod
    def of(cls, flow: Flow) -> Self:
        """The net of a flow in which every node lies on a way from a start to an end."""
        numbers = {name: number for number, name in enumerate(flow.steps)}
        nodes = list(flow.steps.values())
        incoming = [0] * len(nodes)
        outgoing: list[list[tuple[int, bool]]] = [[] for _ in nodes]
        for arrow in flow.transitions:
            target = numbers[arrow.target]
            incoming[target] += 1
            outgoing[numbers[arrow.source]].append((target, _is_taken(flow, arrow)))
        is_kept = [
            node.type in {EventType.START, EventType.END} or incoming[number] != 1 or len(outgoing[number]) != 1
            for number, node in enumerate(nodes)
        ]
        arrows = []
        for source in range(len(nodes)):
            for target, is_taken in outgoing[source] if is_kept[source] else ():
                inner = []
                while not is_kept[target]:
                    inner.append(target)
                    target = outgoing[target][0][0]  # noqa: PLW2901
                arrows.append(Arrow(source, target, tuple(inner), is_taken))
        return cls(
            tuple(_PLAYS.get(node.type, Play.ONE) for node in nodes),
            tuple(number for number, node in enumerate(nodes) if node.type == EventType.START),
            tuple(arrows),
        )

    @cached_property
    def is_parallel(self) -> bool:
        """Whether a case can have several tokens, or a node can wait for several. Without, every flow is sound."""
        many = {Play.ALL, Play.SOME}
        return any(self.plays[node] in many for arrow in self.arrows for node in (arrow.source, arrow.target))

    @cached_property
    def order(self) -> Mapping[int, int]:
        """How near to a start each node is: its place when all are visited breadth-first."""
        found = {start: place for place, start in enumerate(self.starts)}
        waiting = deque(self.starts)
        while waiting:
            for arrow in self.marked(self.out_of.get(waiting.popleft(), 0)):
                target = self.arrows[arrow].target
                if target not in found:
                    found[target] = len(found)
                    waiting.append(target)
        return found

    @cached_property
    def into(self) -> Mapping[int, int]:
        """The incoming arrows of each node, as a marking."""
        return self._bits((arrow.target, number) for number, arrow in enumerate(self.arrows))

    @cached_property
    def out_of(self) -> Mapping[int, int]:
        """The outgoing arrows of each node that are ever taken, as a marking."""
        return self._bits((arrow.source, number) for number, arrow in enumerate(self.arrows) if arrow.is_taken)

    def _bits(self, pairs: Iterator[tuple[int, int]]) -> dict[int, int]:
        found: dict[int, int] = {}
        for node, arrow in pairs:
            found[node] = found.get(node, 0) | 1 << arrow
        return found

    @cached_property
    def _ended(self) -> Mapping[int, int]:
        ends = [number for number, play in enumerate(self.plays) if play is Play.END]
        return {number: 1 << len(self.arrows) + place for place, number in enumerate(ends)}

    def waiting(self, marking: int) -> dict[int, int]:
        """The nodes that have tokens before them, with those tokens."""
        found: dict[int, int] = {}
        for arrow in self.marked(marking):
            target = self.arrows[arrow].target
            found[target] = found.get(target, 0) | 1 << arrow
        return found

    def marked(self, marking: int) -> Iterator[int]:
        """The arrows that hold a token."""
        rest = marking & (1 << len(self.arrows)) - 1
        while rest:
            lowest = rest & -rest
            yield lowest.bit_length() - 1
            rest ^= lowest

    def firings(self, node: int, tokens: int, marking: int) -> Iterator[tuple[int, int]]:
        """What `node`, with `tokens` before it, can do: the tokens it takes, and those it gives."""
        play, given = self.plays[node], self.out_of.get(node, 0)
        if play is Play.ALL:
            if tokens == self.into[node]:
                yield tokens, given
        elif play is Play.SOME:
            if not marking & ~tokens & self._awaited(node, tokens):
                yield from ((tokens, some) for some in self._subsets(given))
        elif play is Play.END:
            yield from ((1 << arrow, self._ended[node]) for arrow in self.marked(tokens))
        else:
            for taken in self.marked(tokens):
                yield from ((1 << taken, 1 << arrow) for arrow in self.marked(given))

    def empty(self, node: int, tokens: int) -> Iterator[int]:
        """The incoming arrows of `node` that hold none of its `tokens`."""
        return self.marked(self.into[node] & ~tokens)

    def _awaited(self, node: int, tokens: int) -> int:
        """Where an inclusive join waits for tokens: they lead to an empty arrow of it, and to none that has one."""
        coming = more = 0
        for arrow in self.empty(node, tokens):
            coming |= self.feeding(node, arrow)
        for arrow in self.marked(tokens) if coming else ():
            more |= self.feeding(node, arrow)
        return coming & ~more

    def _subsets(self, arrows: int) -> Iterator[int]:
        bits = [1 << arrow for arrow in self.marked(arrows)]
        for size in range(1, len(bits) + 1):
            yield from (sum(some) for some in combinations(bits, size))

    @cached_property
    def _feeding(self) -> dict[tuple[int, int], int]:
        return {}

    def feeding(self, node: int, arrow: int) -> int:
        """The arrows from which a token can come to `arrow`, which leads to `node`, without passing `node`."""
        key = node, arrow
        if key not in self._feeding:
            self._feeding[key] = self._leading_to(arrow, node)
        return self._feeding[key]

    def _leading_to(self, arrow: int, avoided: int) -> int:
        found = 0
        waiting = [arrow]
        seen = {avoided}
        while waiting:
            here = self.arrows[waiting.pop()]
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
            for arrow in self.marked(self.out_of.get(waiting.pop(), 0)):
                target = self.arrows[arrow].target
                if target not in found:
                    found.add(target)
                    waiting.append(target)
        return found


def _is_taken(flow: Flow, arrow: Transition) -> bool:
    node = flow.steps[arrow.source]
    if arrow.branch.chance != 0.0 or node.type == GatewayType.PARALLEL:
        return True
    return not any(branch.chance for branch in (node.next or {}).values())
