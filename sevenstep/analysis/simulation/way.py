"""A flow in the simulation: its nodes made ready, its random numbers, and what its cases took."""

import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf, prod
from typing import TYPE_CHECKING, Final

from sevenstep.analysis.arrival_rates import per_open_hour
from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, chances_of_some
from sevenstep.analysis.simulation.distributions import sampler
from sevenstep.analysis.simulation.place import Place
from sevenstep.chain.soundness.net import FiringRule
from sevenstep.model.calendar import Calendar
from sevenstep.model.quantity import Duration
from sevenstep.model.step7_flows import Activity, Event

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_DRAWN: Final = 512
"""How many random numbers are drawn at a time."""


ENDS: Final = -1
"""In place of a target: the token has come to an end."""
SEVERAL: Final = -2
"""In place of a target: there are several."""

Draw = Callable[[], float]
"""The next random number."""


def stream(draw: "Callable[[int], NDArray[numpy.float64]]") -> Draw:
    """Random numbers one by one, drawn many at a time."""

    def numbers() -> Iterator[float]:
        while True:
            yield from draw(_DRAWN).tolist()

    return numbers().__next__


class Case:
    """One case on its way: how many tokens it has, when the last of them ended, and what each join waits for."""

    __slots__ = ("awaited", "began", "come", "ended", "latest", "passes", "tokens")

    def __init__(self, began: float, joins: bool) -> None:
        self.began = began
        self.tokens = 1
        self.passes = 0
        self.ended = began
        if joins:
            self.come: dict[int, int] = {}
            self.awaited: dict[int, int] = {}
            self.latest: dict[int, float] = {}


@dataclass(slots=True)
class Stop:
    """A node: a wait that needs nobody, work that one of `places` does, and where it goes on.

    `waits_for` is how many tokens a join waits for, 0 where it is none. `next` is the only target, or `ENDS`, or
    `SEVERAL`. Targets are stops where something happens: what only passes on is left out. `bounds` add up the chances
    of the targets, of which one is taken; without any, all are. `chances` are those of an inclusive gateway, `join`
    where they meet again.
    """

    wait: Draw | None
    work: Draw | None
    places: tuple[Place, ...]
    waits_for: int
    next: int
    targets: tuple[int, ...]
    bounds: tuple[float, ...] = ()
    chances: tuple[float, ...] = ()
    join: int = -1


class Way:
    """A flow. Its random numbers follow from the seed and its id: it can change without another moving."""

    def __init__(
        self, model: FlowModel, places: Mapping[str, Place], calendar: Calendar | None, seed: int, *, is_endless: bool
    ) -> None:
        """`calendar` is that of its arrivals; `is_endless` tells that cases may wait for ever."""
        import numpy

        self.model = model
        self.is_endless = is_endless
        own = numpy.random.SeedSequence(seed, spawn_key=(zlib.crc32(model.flow.id.encode()),))
        self._random = numpy.random.Generator(numpy.random.PCG64(own))
        self._chance = stream(self._random.random)
        self.stops = self._stops(places)
        self.has_joins = any(stop.waits_for for stop in self.stops)
        self.next_arrival = self._arrivals(calendar).__next__
        self.begun = self.ended = 0
        self.begins, self.lasted = array("d"), array("d")

    def _arrivals(self, calendar: Calendar | None) -> Iterator[float]:
        """When its cases begin, for ever."""
        gap, passed = self._gap(calendar), 0.0
        while True:
            passed += gap()
            yield calendar.time_of(passed) if calendar is not None else passed

    def _gap(self, calendar: Calendar | None) -> Draw:
        arrivals = self.model.flow.arrivals
        if arrivals is None:
            return lambda: inf
        if arrivals.every is not None:
            return self._stream(arrivals.every)
        rate = per_open_hour(arrivals, calendar)
        return stream(lambda count: self._random.exponential(1 / rate, count))

    def _stream(self, duration: Duration) -> Draw:
        draw = sampler(duration)
        return stream(lambda count: draw(self._random, count))

    def start(self) -> int:
        """Where the next case begins."""
        starts = self.model.starts
        return starts[0] if len(starts) == 1 else starts[int(self._chance() * len(starts))]

    def leaving(self, stop: Stop, case: Case) -> Sequence[int]:
        """The nodes to which tokens go."""
        if stop.bounds:
            return (stop.targets[min(bisect_right(stop.bounds, self._chance()), len(stop.targets) - 1)],)
        if not stop.chances:
            return stop.targets
        taken = [target for target, is_taken in zip(stop.targets, self._some(stop.chances), strict=True) if is_taken]
        case.awaited[stop.join] = len(taken)
        return taken

    def _some(self, chances: Sequence[float]) -> list[bool]:
        """Which branches of an inclusive gateway are taken: each decided apart, given that at least one is."""
        taken: list[bool] = []
        for number, chance in enumerate(chances):
            none_left = prod(1 - later for later in chances[number:])
            likely = chance if any(taken) or none_left >= 1 else chance / (1 - none_left)
            taken.append(self._chance() < likely)
        return taken

    def _stops(self, places: Mapping[str, Place]) -> list[Stop]:
        joins = {block.split: block.join for block in blocks(self.model) or ()}
        stops = [self._stop(node, places, joins) for node in range(len(self.model.nodes))]
        beyond = [self._beyond(stops, node) for node in range(len(stops))]
        for stop in stops:
            stop.targets = tuple(beyond[target] for target in stop.targets)
            stop.next = ENDS if not stop.targets else stop.targets[0] if len(stop.targets) == 1 else SEVERAL
        return stops

    def _beyond(self, stops: Sequence[Stop], node: int) -> int:
        """The first stop from a node on at which something happens."""
        for _ in stops:
            stop = stops[node]
            if stop.wait or stop.work or stop.waits_for or len(stop.targets) > 1:
                return node
            if not stop.targets:
                return ENDS
            node = stop.targets[0]
        return node

    def _stop(self, number: int, places: Mapping[str, Place], joins: Mapping[int, int]) -> Stop:
        model, node = self.model, self.model.nodes[number]
        wait = node.wait if isinstance(node, Activity | Event) else None
        work = node.time if isinstance(node, Activity) else None
        arrows = () if model.firing_rules[number] is FiringRule.END else model.out_of[number]
        several = len(arrows) > 1
        weights = [model.arrows[arrow].weight for arrow in arrows]
        return Stop(
            self._stream(wait) if wait is not None else None,
            self._stream(work) if work is not None else None,
            tuple(places[resource] for resource in node.resources if resource in places)
            if isinstance(node, Activity)
            else (),
            len(model.into[number]) if model.is_join(number) else 0,
            ENDS,
            tuple(model.arrows[arrow].target for arrow in arrows),
            tuple(accumulate(weights)) if several and model.firing_rules[number] is FiringRule.ONE else (),
            tuple(chances_of_some(model, number)) if several and model.firing_rules[number] is FiringRule.SOME else (),
            joins.get(number, -1),
        )
