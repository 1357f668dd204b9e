"""Monte Carlo: thousands of cases sent through a flow side by side, node by node, without queueing."""

import functools
import heapq
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy

from sevenstep.analysis.flow_metrics.plan import NotAnalysable, Plan, chances_of_some
from sevenstep.analysis.simulation.batch import PROCESSING, SUMS, WAITING, Batch, gathered, joined, together
from sevenstep.analysis.simulation.distributions import Sampler, of_points, sampler
from sevenstep.chain.soundness.net import Play
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity, Event

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

CHUNK: Final = 16_384
"""Cases that are sent at a time: their columns stay in the processor's cache."""
MOST_TURNS: Final = 50_000
"""How many nodes a chunk may come to, loops counted: a case that goes round for ever is given up."""
GOES_ROUND: Final = Text(
    zh=f"模拟 {MOST_TURNS} 步，办件还不会都走到终点：返回的路几乎总是走",
    en=f"simulated cases would not all come to an end within {MOST_TURNS:,} steps: a way back is taken nearly always",
)
_COST: Final = SUMS
_WORK: Final = SUMS + 1
_COUNTS: Final = SUMS + 2


@dataclass(frozen=True, slots=True)
class Counter:
    """What is counted in each case: passes of nodes, and arrows taken."""

    nodes: frozenset[int] = frozenset()
    arrows: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Cases:
    """What happened to each case: hours of work and of waiting on the way that decided, cost, hours of all work, and
    what was counted; and how often the mean case passed each node."""

    processing: "Numbers"
    waiting: "Numbers"
    cost: "Numbers"
    work: "Numbers"
    counts: "tuple[Numbers, ...]"
    passes: "Numbers"

    @property
    def lead_time(self) -> "Numbers":
        return self.processing + self.waiting


def simulate(plan: Plan, count: int, seed: int, counters: Sequence[Counter] = ()) -> Cases:
    """Send `count` cases through the flow; the same seed gives the same cases. Raises NotAnalysable.

    Time grows with the number of cases times the nodes that each passes.
    """
    random = numpy.random.Generator(numpy.random.SFC64(seed))
    passes = numpy.zeros(len(plan.nodes))
    run = _Run(plan, random, tuple(counters), passes, _draws(plan))
    chunks = [run.chunk(min(CHUNK, count - begun)) for begun in range(0, count, CHUNK)]
    columns = [numpy.concatenate(column) for column in zip(*chunks, strict=True)]
    return Cases(
        columns[PROCESSING],
        columns[WAITING],
        columns[_COST],
        columns[_WORK],
        tuple(columns[_COUNTS:]),
        passes / count,
    )


_Draw = Callable[["numpy.random.Generator", Batch], None]
"""Adds to the columns of a batch what happens at one node."""


def _draws(plan: Plan) -> Mapping[int, Sequence[_Draw]]:
    return {
        number: [
            _adding(sampler(duration), columns)
            for duration, columns in (
                (node.time if isinstance(node, Activity) else None, (PROCESSING, _WORK)),
                (node.wait, (WAITING,)),
            )
            if duration is not None and duration.hours[-1] > 0
        ]
        + (
            [_adding(of_points(node.cost.points), (_COST,))]
            if isinstance(node, Activity) and node.cost is not None
            else []
        )
        for number, node in enumerate(plan.nodes)
        if isinstance(node, Activity | Event)
    }


def _adding(draw: Sampler, columns: Sequence[int]) -> _Draw:
    def add(random: "numpy.random.Generator", batch: Batch) -> None:
        drawn = draw(random, len(batch))
        for column in columns:
            batch.columns[column] += drawn

    return add


@dataclass(slots=True)
class _Coming:
    """The cases on their way: before which node they are, and which node is to be looked at next.

    Inclusive joins come last, when nothing more can come to them; all others in the order of the flow.
    """

    plan: Plan
    waiting: dict[int, dict[int, list[Batch]]] = field(default_factory=dict)
    turns: list[tuple[bool, int]] = field(default_factory=list)

    def send(self, target: int, arrow: int, batch: Batch) -> None:
        """Put cases before a node."""
        if not len(batch):
            return
        is_last = self.plan.plays[target] is Play.SOME and self.plan.is_join(target)
        turn = is_last, self.plan.position[target]
        if turn not in self.turns:
            heapq.heappush(self.turns, turn)
        self.waiting.setdefault(target, {}).setdefault(arrow, []).append(batch)

    def next(self) -> int | None:
        return self.plan.order[heapq.heappop(self.turns)[1]] if self.turns else None


def _over(ended: list[Batch], count: int) -> Batch:
    """The cases, each with all its tokens, which may have ended at several ends: the last of them decides."""
    if sum(map(len, ended)) == count:
        return together(ended)
    return gathered(ended, count)


@dataclass(slots=True)
class _Run:
    plan: Plan
    random: "numpy.random.Generator"
    counters: tuple[Counter, ...]
    passes: "Numbers"
    draws: Mapping[int, Sequence[_Draw]]

    def chunk(self, count: int) -> "list[Numbers]":
        """The columns of that many cases, from their start to their end."""
        plan = self.plan
        coming = _Coming(plan)
        done: dict[int, list[Batch]] = {}
        self._start(count, coming.send)
        for _ in range(MOST_TURNS):
            node = coming.next()
            if node is None:
                break
            batch = self._arrived(node, coming, count)
            if not len(batch):
                continue
            self._happen(node, batch)
            if plan.plays[node] is Play.END or not plan.out_of[node]:
                done.setdefault(node, []).append(batch)
            else:
                self._leave(node, batch, coming.send)
        if coming.next() is not None:
            raise NotAnalysable(GOES_ROUND)
        for node in coming.waiting:
            raise NotAnalysable(
                plan.nodes[node].title.put(zh="有的办件永远停在“{}”", en="cases can wait for ever at “{}”")
            )
        return _over(list(map(together, done.values())), count).ordered().columns

    def _start(self, count: int, send: Callable[[int, int, Batch], None]) -> None:
        starts = self.plan.starts
        batch = Batch.fresh(numpy.arange(count), _COUNTS + len(self.counters))
        chosen = self.random.integers(len(starts), size=count) if len(starts) > 1 else None
        for number, start in enumerate(starts):
            send(start, -1, batch if chosen is None else batch.some(numpy.flatnonzero(chosen == number)))

    def _arrived(self, node: int, coming: "_Coming", count: int) -> Batch:
        """The cases that can go on from the node; those of which something is still missing go on waiting."""
        arrows = coming.waiting.pop(node)
        if not self.plan.is_join(node):
            return together([batch for batches in arrows.values() for batch in batches])
        branches = {arrow: together(batches).ordered() for arrow, batches in arrows.items()}
        if self.plan.plays[node] is Play.SOME:
            return gathered(list(branches.values()), count)
        first = next(iter(branches.values()))
        if len(branches) == len(self.plan.into[node]):
            if all(numpy.array_equal(first.cases, one.cases) for one in branches.values()):
                return joined(list(branches.values()))
            whole = functools.reduce(numpy.intersect1d, (one.cases for one in branches.values()))
        else:
            whole = first.cases[:0]
        there = {arrow: numpy.isin(one.cases, whole) for arrow, one in branches.items()}
        left = {arrow: [one.some(numpy.flatnonzero(~there[arrow]))] for arrow, one in branches.items()}
        coming.waiting[node] = {arrow: batches for arrow, batches in left.items() if len(batches[0])}
        ready = [one.some(numpy.flatnonzero(there[arrow])) for arrow, one in branches.items()]
        return joined(ready) if len(whole) else ready[0]

    def _happen(self, node: int, batch: Batch) -> None:
        self.passes[node] += len(batch)
        for draw in self.draws.get(node, ()):
            draw(self.random, batch)
        for number, counter in enumerate(self.counters, _COUNTS):
            if node in counter.nodes:
                batch.columns[number] += 1

    def _leave(self, node: int, batch: Batch, send: Callable[[int, int, Batch], None]) -> None:
        for arrow, leaving in zip(self.plan.out_of[node], self._branches(node, batch), strict=True):
            for number, counter in enumerate(self.counters, _COUNTS):
                if arrow in counter.arrows:
                    leaving.columns[number] += 1
            send(self.plan.arrows[arrow].target, arrow, leaving)

    def _branches(self, node: int, batch: Batch) -> list[Batch]:
        leaving = self.plan.out_of[node]
        if len(leaving) == 1:
            return [batch]
        if self.plan.plays[node] is Play.ALL:
            return [batch, *(batch.shadow() for _ in leaving[1:])]
        if self.plan.plays[node] is Play.SOME:
            return self._some(node, batch)
        bounds = numpy.cumsum([self.plan.arrows[arrow].weight for arrow in leaving])[:-1]
        chosen = numpy.searchsorted(bounds, self.random.random(len(batch)), side="right")
        return [batch.some(numpy.flatnonzero(chosen == number)) for number in range(len(leaving))]

    def _some(self, node: int, batch: Batch) -> list[Batch]:
        """Each branch decided apart, given that at least one is taken. The first taken keeps the sums."""
        chances = chances_of_some(self.plan, node)
        drawn = self.random.random((len(chances), len(batch)))
        open_ = numpy.ones(len(batch), dtype=bool)
        found = []
        for number, chance in enumerate(chances):
            none_left = math.prod(1 - later for later in chances[number:])
            taken = drawn[number] < numpy.where(open_, chance / (1 - none_left) if none_left < 1 else 0.0, chance)
            branch = batch.some(numpy.flatnonzero(taken))
            later = ~open_[taken]
            for column in branch.columns[SUMS:]:
                column[later] = 0.0
            found.append(branch)
            open_ &= ~taken
        return found
