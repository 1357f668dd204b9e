"""Cases of many flows that wait for the same resources: a discrete-event simulation with SimPy.

An activity that names resources takes one of them, the one with the shortest queue, first come first served; without,
it waits for nobody. Work stops when a resource closes and goes on when it opens. The mean and its interval come from
the means of equal spans of time after a warm-up (batch means: Law, Simulation Modeling and Analysis, 2015, ch. 9.5).
"""

import math
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, Literal

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.flow_metrics.plan import NotAnalysable, Plan, chances_of_some, plan_of
from sevenstep.analysis.flow_metrics.visits import visits
from sevenstep.analysis.latest import latest
from sevenstep.analysis.results import Queues, ResourceLoad, Value
from sevenstep.analysis.simulation.distributions import sampler
from sevenstep.analysis.simulation.offered import offered, per_hour, per_open_hour
from sevenstep.chain.graph import Chain
from sevenstep.chain.soundness.net import Play
from sevenstep.model.calendar import Calendar
from sevenstep.model.quantity import Duration
from sevenstep.model.step7_flows import Activity, Event, Flow, Resource

if TYPE_CHECKING:
    import numpy
    import simpy

    Steps = Generator[simpy.Event, Any, None]

_WARM_UP: Final = 0.2
"""The part of the time that is left out at the beginning, when all queues are empty still."""
_BATCHES: Final = 20
_T95: Final = 2.093024054408263
"""The 97.5 % point of Student's t with 19 degrees of freedom: twenty batches."""
_MOST_STEPS: Final = 1_500_000
"""Passes of nodes that are simulated at most; with more a case, fewer cases are."""
_MOST_PASSES: Final = 20_000
"""Passes of nodes by one case, beyond which it is given up."""
_DRAWN: Final = 512


def queues(chain: Chain, variant: Literal["as-is", "to-be"], cases: int, seed: int) -> Queues | None:
    """The load of every resource and the lead time of every flow that has arrivals, in one variant.

    None where no flow of it has both arrivals and a resource. About `cases` cases are simulated in all; the same seed
    gives the same answer. At an offered load of 1 and above the queue grows as long as one looks: the figures are then
    those of the time simulated.
    """
    engagement = chain.engagement
    flows = tuple(flow for flow in engagement.of(Flow) if flow.variant == variant and flow.arrivals is not None)
    resources = {one.id: one for one in engagement.of(Resource)}
    return _simulated(flows, resources, dict(engagement.header.calendars), variant, cases, seed)


@latest
def _simulated(
    flows: tuple[Flow, ...],
    resources: Mapping[str, Resource],
    calendars: Mapping[str, Calendar],
    variant: Literal["as-is", "to-be"],
    cases: int,
    seed: int,
) -> Queues | None:
    """The simulation, from all that it depends on."""
    running = list(_running(flows))
    needed = {one for plan, _ in running for _, activity in plan.activities() for one in activity.resources}
    used = {key: resources[key] for key in resources if key in needed and resources[key].capacity > 0}
    if not running or not used:
        return None
    rates = [(plan, per_hour(flow_arrivals(plan), _calendar(plan, calendars))) for plan, _ in running]
    loads = offered(rates, used, calendars)
    count = max(_BATCHES, min(cases, int(_MOST_STEPS / max(1.0, _steps_a_case(rates)))))
    horizon = count / sum(rate for _, rate in rates)
    world = _World(horizon, used, calendars, seed)
    for number, (plan, passes) in enumerate(running):
        world.begin(plan, passes, number, _calendar(plan, calendars))
    world.run()
    return Queues(
        variant,
        tuple(world.load(key, loads[key]) for key in used),
        {plan.flow.id: value for plan, _ in running if (value := world.lead_time(plan.flow.id)) is not None},
        world.finished,
        seed,
    )


def flow_arrivals(plan: Plan) -> Any:
    """The arrivals of a flow that has some."""
    return plan.flow.arrivals


def _calendar(plan: Plan, calendars: Mapping[str, Calendar]) -> Calendar | None:
    return calendars.get(plan.flow.arrivals.calendar or "") if plan.flow.arrivals is not None else None


def _running(flows: Iterable[Flow]) -> Iterator[tuple[Plan, float]]:
    """The flows that can be simulated, each with the expected passes of nodes by a case."""
    for flow in flows:
        try:
            plan = plan_of(flow)
            passes = visits(plan, blocks(plan))
        except (NotAnalysable, NeverEnds):
            continue
        total = float(passes.sum()) if passes is not None else float(len(plan.nodes))
        if total <= _MOST_PASSES / 20 and (blocks(plan) is not None or Play.SOME not in plan.plays):
            yield plan, total


def _steps_a_case(rates: Sequence[tuple[Plan, float]]) -> float:
    total = sum(rate for _, rate in rates)
    return sum(rate * len(plan.nodes) for plan, rate in rates) / total


@dataclass(slots=True)
class _Tally:
    """What is counted of one resource or flow, by spans of time after the warm-up."""

    amounts: list[float] = field(default_factory=lambda: [0.0] * _BATCHES)
    counts: list[int] = field(default_factory=lambda: [0] * _BATCHES)
    values: list[float] = field(default_factory=list)

    def add(self, batch: int | None, amount: float) -> None:
        if batch is not None:
            self.amounts[batch] += amount
            self.counts[batch] += 1
            self.values.append(amount)


@dataclass(slots=True)
class _Case:
    """One case on its way: how many tokens it has, what has come to each join, how many each join waits for."""

    began: float
    tokens: int = 1
    passes: int = 0
    come: dict[int, int] = field(default_factory=dict)
    awaited: dict[int, int] = field(default_factory=dict)


class _World:
    """The flows, the resources and the clock."""

    def __init__(
        self, horizon: float, resources: Mapping[str, Resource], calendars: Mapping[str, Calendar], seed: int
    ) -> None:
        import numpy
        import simpy

        self.horizon = horizon
        self.warm = _WARM_UP * horizon
        self.span = (horizon - self.warm) / _BATCHES
        self.clock = simpy.Environment()
        self.resources = resources
        self.places = {key: simpy.Resource(self.clock, one.capacity) for key, one in resources.items()}
        self.calendars = {key: calendars.get(one.calendar or "") for key, one in resources.items()}
        self.waits = {key: _Tally() for key in resources}
        self.works = {key: _Tally() for key in resources}
        self.asked = dict.fromkeys(resources, 0)
        self.leads: dict[str, _Tally] = {}
        self.finished = 0
        self.seeds = numpy.random.SeedSequence(seed)

    # -- cases -----------------------------------------------------------------------

    def begin(self, plan: Plan, _passes: float, number: int, calendar: Calendar | None) -> None:
        """Let the cases of a flow begin; each flow draws from random numbers of its own."""
        import numpy

        random = numpy.random.Generator(
            numpy.random.PCG64(numpy.random.SeedSequence(self.seeds.entropy, spawn_key=(number,)))
        )
        self.leads[plan.flow.id] = _Tally()
        joins = {block.split: block.join for block in blocks(plan) or ()}
        way = _Way(plan, joins, random, _durations(plan, random))
        self.clock.process(self._arrivals(way, calendar, random))

    def _arrivals(self, way: "_Way", calendar: Calendar | None, random: "numpy.random.Generator") -> "Steps":
        arrivals = flow_arrivals(way.plan)
        rate = per_open_hour(arrivals, calendar)
        gaps = _Stream(lambda count: random.exponential(1 / rate, count))
        if arrivals.every is not None:
            gaps = _Stream(lambda count: sampler(arrivals.every)(random, count))
        passed = 0.0
        while True:
            passed += gaps.next()
            begins = calendar.time_of(passed) if calendar is not None else passed
            if begins > self.horizon:
                return
            yield self.clock.timeout(max(0.0, begins - self.clock.now))
            case = _Case(self.clock.now)
            starts = way.plan.starts
            start = starts[int(random.integers(len(starts)))] if len(starts) > 1 else starts[0]
            self.clock.process(self._token(way, case, start))

    def _token(self, way: "_Way", case: _Case, node: int) -> "Steps":
        """One token on its way through the flow, until it ends, waits at a join for others, or has split up."""
        plan = way.plan
        while case.passes < _MOST_PASSES:
            if plan.is_join(node) and not self._is_complete(plan, case, node):
                case.tokens -= 1
                return
            case.passes += 1
            yield from self._at(way, node)
            branches = way.leaving(node, case)
            if not branches:
                case.tokens -= 1
                if not case.tokens:
                    self.finished += 1
                    self.leads[plan.flow.id].add(self.batch(case.began), self.clock.now - case.began)
                return
            case.tokens += len(branches) - 1
            for other in branches[1:]:
                self.clock.process(self._token(way, case, other))
            node = branches[0]

    def _is_complete(self, plan: Plan, case: _Case, node: int) -> bool:
        case.come[node] = case.come.get(node, 0) + 1
        if case.come[node] < case.awaited.get(node, len(plan.into[node])):
            return False
        case.come[node] = 0
        return True

    def _at(self, way: "_Way", node: int) -> "Steps":
        """What happens at a node: waiting that needs nobody, then the work, by a resource where it names some."""
        wait, work = way.durations.get(node, (None, None))
        if wait is not None and (lasting := wait.next()) > 0:
            yield self.clock.timeout(lasting)
        if work is None:
            return
        lasting = work.next()
        activity = way.plan.nodes[node]
        able = [one for one in activity.resources if one in self.places] if isinstance(activity, Activity) else []
        if not able:
            if lasting > 0:
                yield self.clock.timeout(lasting)
            return
        key = min(able, key=self._queue)
        self.asked[key] += 1
        asked = self.clock.now
        with self.places[key].request() as request:
            yield request
            calendar = self.calendars[key]
            begins = calendar.start(self.clock.now) if calendar is not None else self.clock.now
            ends = calendar.after(self.clock.now, lasting) if calendar is not None else begins + lasting
            self.waits[key].add(self.batch(asked), begins - asked)
            self.works[key].add(self.batch(begins), lasting)
            yield self.clock.timeout(ends - self.clock.now)

    def _queue(self, key: str) -> tuple[int, float, int]:
        """How busy a resource is; of two equally busy ones that goes first which has done less."""
        place = self.places[key]
        return len(place.queue), place.count / place.capacity, self.asked[key] // self.resources[key].capacity

    # -- counting --------------------------------------------------------------------

    def batch(self, time: float) -> int | None:
        """The span of time in which something is counted; None in the warm-up and after the end."""
        if time < self.warm or time >= self.horizon:
            return None
        return min(_BATCHES - 1, int((time - self.warm) / self.span))

    def run(self) -> None:
        """Until all that began within the horizon has had half as long again to end."""
        self.clock.run(until=1.5 * self.horizon)

    def load(self, key: str, offered_load: float) -> ResourceLoad:
        """What came of one resource."""
        resource, calendar = self.resources[key], self.calendars[key]
        waits, works = self.waits[key], self.works[key]
        bounds = [self.warm + number * self.span for number in range(_BATCHES + 1)]
        able = [
            resource.capacity * ((calendar.open_until(end) - calendar.open_until(begin)) if calendar else end - begin)
            for begin, end in pairwise(bounds)
        ]
        busy = [amount / most for amount, most in zip(works.amounts, able, strict=True) if most > 0]
        queue = [amount / self.span for amount in waits.amounts]
        wait = [amount / count for amount, count in zip(waits.amounts, waits.counts, strict=True) if count]
        return ResourceLoad(key, offered_load, _value(busy, most=1.0), _value(queue), _value(wait, waits.values))

    def lead_time(self, flow: str) -> Value | None:
        """How long its cases took, those that have ended."""
        tally = self.leads[flow]
        means = [amount / count for amount, count in zip(tally.amounts, tally.counts, strict=True) if count]
        return _value(means, tally.values) if means else None


def _value(means: Sequence[float], values: Sequence[float] = (), most: float = math.inf) -> Value:
    import numpy

    if not means:
        return Value(0.0, "simulated", 0.0, 0.0)
    mean = float(numpy.mean(values)) if len(values) else float(numpy.mean(means))
    reach = _T95 * float(numpy.std(means, ddof=1)) / math.sqrt(len(means)) if len(means) > 1 else 0.0
    half, nine = (float(one) for one in numpy.percentile(values, [50, 90])) if len(values) else (None, None)
    return Value(min(mean, most), "simulated", max(0.0, mean - reach), min(mean + reach, most), half, nine)


class _Stream:
    """Random numbers, drawn many at a time."""

    def __init__(self, draw: "Callable[[int], numpy.typing.NDArray[numpy.float64]]") -> None:
        self._draw = draw
        self._left: list[float] = []

    def next(self) -> float:
        if not self._left:
            self._left = self._draw(_DRAWN).tolist()[::-1]
        return self._left.pop()


_Durations = Mapping[int, tuple[_Stream | None, _Stream | None]]


def _durations(plan: Plan, random: "numpy.random.Generator") -> _Durations:
    """For each node, how long a case waits there and how long the work takes."""

    def stream(duration: Duration | None) -> _Stream | None:
        if duration is None:
            return None
        draw = sampler(duration)
        return _Stream(lambda count: draw(random, count))

    return {
        number: (stream(node.wait), stream(node.time if isinstance(node, Activity) else None))
        for number, node in enumerate(plan.nodes)
        if isinstance(node, Activity | Event)
    }


@dataclass(frozen=True, slots=True)
class _Way:
    """A flow with its random numbers: where tokens go."""

    plan: Plan
    joins: Mapping[int, int]
    random: "numpy.random.Generator"
    durations: _Durations

    def leaving(self, node: int, case: _Case) -> list[int]:
        """The nodes to which tokens go from `node`."""
        plan = self.plan
        arrows = plan.out_of[node]
        if plan.plays[node] is Play.END or not arrows:
            return []
        if len(arrows) == 1:
            return [plan.arrows[arrows[0]].target]
        if plan.plays[node] is Play.ALL:
            return [plan.arrows[arrow].target for arrow in arrows]
        if plan.plays[node] is Play.SOME:
            taken = self._some(chances_of_some(plan, node))
            case.awaited[self.joins[node]] = sum(taken)
            return [plan.arrows[arrow].target for arrow, is_taken in zip(arrows, taken, strict=True) if is_taken]
        drawn = float(self.random.random())
        for arrow in arrows:
            drawn -= plan.arrows[arrow].weight
            if drawn < 0:
                return [plan.arrows[arrow].target]
        return [plan.arrows[arrows[-1]].target]

    def _some(self, chances: Sequence[float]) -> list[bool]:
        """Which branches of an inclusive gateway are taken: each decided apart, given that at least one is."""
        taken: list[bool] = []
        for number, chance in enumerate(chances):
            none_left = math.prod(1 - later for later in chances[number:])
            likely = chance if any(taken) or none_left >= 1 else chance / (1 - none_left)
            taken.append(float(self.random.random()) < likely)
        return taken
