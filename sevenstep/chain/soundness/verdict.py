"""Every run of a flow, as far as there are not too many: where it can stop for ever, and what can happen twice."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sevenstep.chain.flow_graph import is_connected
from sevenstep.chain.soundness.net import FiringRule, Net
from sevenstep.chain.soundness.reduction import alive, is_settled, reduced
from sevenstep.memory import by_content, per_element
from sevenstep.model.step7_flows import Flow

MOST_MARKINGS: Final = 5_000
"""How many markings of a flow are looked at; what could be wrong beyond them is not said."""
_MOST_FIRINGS: Final = 10 * MOST_MARKINGS
_MOST_EDGES: Final = 500
"""Edges of a net whose runs are looked at before its structure has made it as small as can be."""
_KEPT: Final = 20_000


@dataclass(frozen=True, slots=True)
class Stuck:
    """A node that can wait for ever: the nodes from which something has come, and those from which nothing can."""

    node: str
    arrived: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Twice:
    """A node that can run twice in one case: since several nodes lead to it at once, or (none named) by a way back."""

    node: str
    meeting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Soundness:
    """What the runs of a flow show. `dead` are the steps that happen in none; unknown, so empty, where there are too
    many runs (`complete` is false) or the flow is stuck or runs twice anyway."""

    stuck: tuple[Stuck, ...]
    twice: tuple[Twice, ...]
    dead: tuple[str, ...]
    complete: bool

    @property
    def holds(self) -> bool:
        return self.complete and not (self.stuck or self.twice or self.dead)


@per_element
def soundness(flow: Flow) -> Soundness | None:
    """How sound the flow is; None where not every node lies on a way from a start to an end.

    Every start begins a case of its own. Starts, activities and events go on to one of their next nodes. An inclusive
    join waits for the tokens that lead to an empty edge of it and to none that has one already (as BPMN 2.0 has it).
    """
    if not is_connected(flow):
        return None
    found = _explored(Net.of(flow))
    names = list(flow.steps)

    def named(numbers: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(names[number] for number in dict.fromkeys(numbers) if number < len(names))

    return Soundness(
        tuple(Stuck(names[node], named(arrived), named(missing)) for node, arrived, missing in found.stuck),
        tuple(Twice(names[node], named(meeting)) for node, meeting in found.twice),
        named(found.dead),
        found.complete,
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The same in numbers of nodes."""

    stuck: tuple[tuple[int, tuple[int, ...], tuple[int, ...]], ...]
    twice: tuple[tuple[int, tuple[int, ...]], ...]
    dead: tuple[int, ...]
    complete: bool


@by_content(_KEPT)
def _explored(net: Net) -> _Found:
    """By structure first, then by all runs: those of the net as it is, or those of what its structure leaves open."""
    if not net.is_parallel:
        return _Found((), (), _dead(net), complete=True)
    most = reduced(net, joins=True)
    if is_settled(most):
        return _Found((), (), _dead(net), complete=True)
    found = _Found((), (), (), complete=False)
    for smaller in (net, reduced(net, joins=False), most):
        if found.complete or found.stuck or found.twice:
            break
        if len(smaller.edges) > _MOST_EDGES and smaller is not most:
            continue
        runs = _Runs(smaller)
        complete = runs.explore()
        found = runs.found(_dead(net) if complete else (), complete=complete)
    return found


def _dead(net: Net) -> tuple[int, ...]:
    live = alive(net)
    return tuple(node for node in range(len(net.firing_rules)) if node not in live)


@dataclass
class _Runs:
    """The markings that the cases of a net can reach, the nearest first, and what they show."""

    net: Net
    stuck: dict[int, tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=dict)
    twice: dict[int, tuple[int, ...]] = field(default_factory=dict)
    behind_twice: set[int] = field(default_factory=set)

    def explore(self) -> bool:
        """Look at all markings; false where there are too many."""
        net = self.net
        waiting = deque(1 << edge for start in net.starts for edge in net.marked(net.out_of.get(start, 0)))
        seen = set(waiting)
        firings = 0
        if len(net.edges) > MOST_MARKINGS:
            return False
        while waiting:
            marking = waiting.popleft()
            for following in self._after(marking):
                firings += 1
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
                if len(seen) > MOST_MARKINGS or firings > _MOST_FIRINGS:
                    return False
        return True

    def _after(self, marking: int) -> Iterator[int]:
        net = self.net
        before = net.waiting(marking)
        meeting = {node: tokens for node, tokens in before.items() if tokens & tokens - 1 and self._takes_one(node)}
        if meeting:
            for node, tokens in meeting.items():
                self._meets(node, tokens)
            return
        moved = False
        for node, tokens in before.items():
            for taken, given in net.firings(node, tokens, marking):
                moved = True
                rest = marking & ~taken
                if rest & given:
                    self._repeats(node, rest & given)
                else:
                    yield rest | given
        if before and not moved:
            self._stops(before, marking)

    def _takes_one(self, node: int) -> bool:
        return self.net.firing_rules[node] in {FiringRule.ONE, FiringRule.END}

    def _meets(self, node: int, tokens: int) -> None:
        if node not in self.behind_twice:
            self.twice[node] = tuple(self._last_on(edge) for edge in self.net.marked(tokens))
            self.behind_twice |= self.net.reachable(node)

    def _repeats(self, node: int, doubled: int) -> None:
        """`node` gives a token where one is still: what stands there runs twice, unless something before it does."""
        if node in self.behind_twice:
            return
        edge = next(self.net.marked(doubled), None)
        inner = () if edge is None else self.net.edges[edge].inner
        self.twice[inner[0] if inner else node] = ()
        self.behind_twice |= self.net.reachable(node)

    def _stops(self, before: dict[int, int], marking: int) -> None:
        """Nothing can happen any more: blame the nodes that nothing leads to, or the first of those that wait for one
        another."""
        missing = {node: self._never_filled(node, tokens, marking) for node, tokens in before.items()}
        blamed = {node: edges for node, edges in missing.items() if edges}
        if not blamed:
            first = min(before, key=self.net.order.__getitem__)
            blamed = {first: list(self.net.empty(first, before[first]))}
        for node, edges in blamed.items():
            arrived = tuple(self._last_on(edge) for edge in self.net.marked(before[node]))
            self.stuck.setdefault(node, (arrived, tuple(self._last_on(edge) for edge in edges)))

    def _never_filled(self, node: int, tokens: int, marking: int) -> list[int]:
        """The empty edges before `node` that no other token leads to."""
        net = self.net
        return [edge for edge in net.empty(node, tokens) if not marking & ~tokens & net.feeding(node, edge)]

    def _last_on(self, edge: int) -> int:
        way = self.net.edges[edge]
        return way.inner[-1] if way.inner else way.source

    def found(self, dead: tuple[int, ...], *, complete: bool) -> _Found:
        """What they show; `dead` are the nodes that never run, if all is well otherwise."""
        return _Found(
            tuple((node, arrived, missing) for node, (arrived, missing) in self.stuck.items()),
            tuple(self.twice.items()),
            () if self.stuck or self.twice else dead,
            complete,
        )
