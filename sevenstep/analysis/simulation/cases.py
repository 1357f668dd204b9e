"""Monte Carlo: thousands of cases sent through a flow side by side, node by node, without queueing."""

import functools
import heapq
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy

from sevenstep.analysis.costs import costs
from sevenstep.analysis.emissions import emissions
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, NotAnalysable, chances_of_some
from sevenstep.analysis.flow_metrics.tracks import Track
from sevenstep.analysis.simulation.batch import PARTS, PROCESSING, WAITING, Batch, Layout, gathered, joined, together
from sevenstep.analysis.simulation.distributions import Sampler, of_points, sampler
from sevenstep.chain.soundness.net import FiringRule
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
    zh=f"模拟 {MOST_TURNS} 步，业务还不会都走到终点：返回的路几乎总是走",
    en=f"simulated cases would not all come to an end within {MOST_TURNS:,} steps: a way back is taken nearly always",
)
_COST: Final = 0
_WORK: Final = 1
_COUNTS: Final = 2
"""Places of the sums."""


@dataclass(frozen=True, slots=True)
class Counter:
    """What is counted in each case: passes of nodes, each by its weight or as one, and arrows taken."""

    nodes: frozenset[int] = frozenset()
    arrows: frozenset[int] = frozenset()
    weights: Mapping[int, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be told of the cases beside their times, costs and counts.

    `tracks` are followed. `work_at` and `waiting_at` are sets of nodes: how many hours of work and
    of waiting there are on the way that decides. The waiting at the nodes `without` takes no time; all else that
    happens by chance happens as it would with it.
    """

    tracks: Sequence[Track] = ()
    work_at: Sequence[Collection[int]] = ()
    waiting_at: Sequence[Collection[int]] = ()
    without: Collection[int] = ()


_NOTHING: Final = Asked()


@dataclass(frozen=True, slots=True)
class Cases:
    """What happened to each case: hours of work and of waiting on the way that decided, cost, hours of all work, what
    was counted, and what was asked of times; and how often the mean case passed each node.

    `emissions` is None where no step states any. `states` are those of the tracks at the end of each case; `seen` is,
    by track, node and state on arrival, how often the mean case came there.
    """

    processing: "Numbers"
    waiting: "Numbers"
    cost: "Numbers"
    work: "Numbers"
    counts: "tuple[Numbers, ...]"
    passes: "Numbers"
    work_at: "tuple[Numbers, ...]" = ()
    waiting_at: "tuple[Numbers, ...]" = ()
    states: "tuple[Numbers, ...]" = ()
    seen: "tuple[Numbers, ...]" = ()
    emissions: "Numbers | None" = None

    @property
    def lead_time(self) -> "Numbers":
        return self.processing + self.waiting


def simulate(
    model: FlowModel, count: int, seed: int, counters: Sequence[Counter] = (), asked: Asked = _NOTHING
) -> Cases:
    """Send `count` cases through the flow; the same seed gives the same cases. Raises NotAnalysable.

    Time grows with the number of cases times the nodes that each passes.
    """
    random = numpy.random.Generator(numpy.random.SFC64(seed))
    passes = numpy.zeros(len(model.nodes))
    parts = len(asked.work_at) + len(asked.waiting_at)
    emits = bool(emissions(model.flow))
    layout = Layout(parts, len(asked.tracks), _COUNTS + len(counters) + emits)
    seen = tuple(numpy.zeros((len(model.nodes), track.states)) for track in asked.tracks)
    run = _Run(model, random, tuple(counters), asked.tracks, layout, passes, seen, _draws(model, asked, layout))
    chunks = [run.chunk(min(CHUNK, count - begun)) for begun in range(0, count, CHUNK)]
    columns = [numpy.concatenate(column) for column in zip(*chunks, strict=True)]
    own = columns[PARTS : layout.first_state]
    sums = columns[layout.first_sum :]
    counted = sums[_COUNTS : _COUNTS + len(counters)]
    return Cases(
        columns[PROCESSING],
        columns[WAITING],
        sums[_COST],
        sums[_WORK],
        tuple(counted),
        passes / count,
        tuple(own[: len(asked.work_at)]),
        tuple(own[len(asked.work_at) :]),
        tuple(columns[layout.first_state : layout.first_sum]),
        tuple(visits / count for visits in seen),
        sums[-1] if emits else None,
    )


_Draw = Callable[["numpy.random.Generator", Batch], None]
"""Adds to the columns of a batch what happens at one node."""


def _draws(model: FlowModel, asked: Asked, layout: Layout) -> Mapping[int, Sequence[_Draw]]:
    cost, work = layout.first_sum + _COST, layout.first_sum + _WORK
    known, emitted = costs(model.flow).of, emissions(model.flow)

    def parts(number: int, sets: Sequence[Collection[int]], first: int) -> list[int]:
        return [PARTS + place for place, nodes in enumerate(sets, first) if number in nodes]

    found: dict[int, list[_Draw]] = {}
    for number, node in enumerate(model.nodes):
        draws = found.setdefault(number, [])
        if isinstance(node, Activity) and node.time is not None and node.time.hours[-1] > 0:
            draws.append(_adding(sampler(node.time), (PROCESSING, work, *parts(number, asked.work_at, 0))))
        if isinstance(node, Activity | Event) and node.wait is not None and node.wait.hours[-1] > 0:
            columns = (WAITING, *parts(number, asked.waiting_at, len(asked.work_at)))
            draws.append(_adding(sampler(node.wait), () if number in asked.without else columns))
        if node.id in known:
            draws.append(_adding(of_points(known[node.id].points), (cost,)))
        if node.id in emitted:
            draws.append(_adding(of_points(emitted[node.id].points), (layout.width - 1,)))
    return found


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

    model: FlowModel
    waiting: dict[int, dict[int, list[Batch]]] = field(default_factory=dict)
    turns: list[tuple[bool, int]] = field(default_factory=list)

    def send(self, target: int, arrow: int, batch: Batch) -> None:
        """Put cases before a node."""
        if not len(batch):
            return
        is_last = self.model.firing_rules[target] is FiringRule.SOME and self.model.is_join(target)
        turn = is_last, self.model.position[target]
        if turn not in self.turns:
            heapq.heappush(self.turns, turn)
        self.waiting.setdefault(target, {}).setdefault(arrow, []).append(batch)

    def next(self) -> int | None:
        return self.model.order[heapq.heappop(self.turns)[1]] if self.turns else None


def _over(ended: list[Batch], count: int) -> Batch:
    """The cases, each with all its tokens, which may have ended at several ends: the last of them decides."""
    if sum(map(len, ended)) == count:
        return together(ended)
    return gathered(ended, count)


@dataclass(slots=True)
class _Run:
    model: FlowModel
    random: "numpy.random.Generator"
    counters: tuple[Counter, ...]
    tracks: Sequence[Track]
    layout: Layout
    passes: "Numbers"
    seen: "tuple[Numbers, ...]"
    draws: Mapping[int, Sequence[_Draw]]

    def chunk(self, count: int) -> "list[Numbers]":
        """The columns of that many cases, from their start to their end."""
        model = self.model
        coming = _Coming(model)
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
            if model.firing_rules[node] is FiringRule.END or not model.out_of[node]:
                done.setdefault(node, []).append(batch)
            else:
                self._leave(node, batch, coming.send)
        if coming.next() is not None:
            raise NotAnalysable(GOES_ROUND)
        for node in coming.waiting:
            raise NotAnalysable(
                model.nodes[node].title.inserted_into(zh="部分业务永远停在“{}”", en="cases can wait for ever at “{}”")
            )
        return _over(list(map(together, done.values())), count).ordered().columns

    def _start(self, count: int, send: Callable[[int, int, Batch], None]) -> None:
        starts = self.model.starts
        batch = Batch.fresh(numpy.arange(count), self.layout)
        chosen = self.random.integers(len(starts), size=count) if len(starts) > 1 else None
        for number, start in enumerate(starts):
            send(start, -1, batch if chosen is None else batch.some(numpy.flatnonzero(chosen == number)))

    def _arrived(self, node: int, coming: "_Coming", count: int) -> Batch:
        """The cases that can go on from the node; those of which something is still missing go on waiting."""
        arrows = coming.waiting.pop(node)
        if not self.model.is_join(node):
            return together([batch for batches in arrows.values() for batch in batches])
        branches = {arrow: together(batches).ordered() for arrow, batches in arrows.items()}
        if self.model.firing_rules[node] is FiringRule.SOME:
            return gathered(list(branches.values()), count)
        first = next(iter(branches.values()))
        if len(branches) == len(self.model.into[node]):
            if all(numpy.array_equal(first.cases, branch.cases) for branch in branches.values()):
                return joined(list(branches.values()))
            whole = functools.reduce(numpy.intersect1d, (branch.cases for branch in branches.values()))
        else:
            whole = first.cases[:0]
        there = {arrow: numpy.isin(branch.cases, whole) for arrow, branch in branches.items()}
        left = {arrow: [branch.some(numpy.flatnonzero(~there[arrow]))] for arrow, branch in branches.items()}
        coming.waiting[node] = {arrow: batches for arrow, batches in left.items() if len(batches[0])}
        ready = [branch.some(numpy.flatnonzero(there[arrow])) for arrow, branch in branches.items()]
        return joined(ready) if len(whole) else ready[0]

    def _happen(self, node: int, batch: Batch) -> None:
        self.passes[node] += len(batch)
        for draw in self.draws.get(node, ()):
            draw(self.random, batch)
        for number, counter in enumerate(self.counters, self.layout.first_sum + _COUNTS):
            if node in counter.nodes:
                batch.columns[number] += 1
            if node in counter.weights:
                batch.columns[number] += counter.weights[node]
        for number, track in enumerate(self.tracks):
            place = self.layout.first_state + number
            state = batch.columns[place].astype(numpy.intp)
            self.seen[number][node] += numpy.bincount(state, minlength=track.states)
            if node in track.acts:
                batch.columns[place] = numpy.asarray(track.acts[node], dtype=numpy.float64)[state]

    def _leave(self, node: int, batch: Batch, send: Callable[[int, int, Batch], None]) -> None:
        for arrow, leaving in zip(self.model.out_of[node], self._branches(node, batch), strict=True):
            for number, counter in enumerate(self.counters, self.layout.first_sum + _COUNTS):
                if arrow in counter.arrows:
                    leaving.columns[number] += 1
            send(self.model.arrows[arrow].target, arrow, leaving)

    def _branches(self, node: int, batch: Batch) -> list[Batch]:
        leaving = self.model.out_of[node]
        if len(leaving) == 1:
            return [batch]
        if self.model.firing_rules[node] is FiringRule.ALL:
            return [batch, *(batch.shadow() for _ in leaving[1:])]
        if self.model.firing_rules[node] is FiringRule.SOME:
            return self._some(node, batch)
        bounds = numpy.cumsum([self.model.arrows[arrow].weight for arrow in leaving])[:-1]
        chosen = numpy.searchsorted(bounds, self.random.random(len(batch)), side="right")
        return [batch.some(numpy.flatnonzero(chosen == number)) for number in range(len(leaving))]

    def _some(self, node: int, batch: Batch) -> list[Batch]:
        """Each branch decided apart, given that at least one is taken. The first taken keeps the sums."""
        chances = chances_of_some(self.model, node)
        drawn = self.random.random((len(chances), len(batch)))
        open_ = numpy.ones(len(batch), dtype=bool)
        found = []
        for number, chance in enumerate(chances):
            none_left = math.prod(1 - later for later in chances[number:])
            taken = drawn[number] < numpy.where(open_, chance / (1 - none_left) if none_left < 1 else 0.0, chance)
            branch = batch.some(numpy.flatnonzero(taken))
            later = ~open_[taken]
            for column in branch.columns[self.layout.first_sum :]:
                column[later] = 0.0
            found.append(branch)
            open_ &= ~taken
        return found
