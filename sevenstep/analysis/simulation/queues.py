"""Cases of many flows that wait for the same resources: how busy these are, and how long cases wait for them.

An activity that names resources takes the one that can begin first, first come first served; without, it waits for
nobody. Work stops when a resource closes and goes on when it opens. It is simulated for as long as the load asks for.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.arrival_rates import per_hour
from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.expected_visits import expected_visits
from sevenstep.analysis.flow_metrics.flow_model import FlowModel, NotAnalysable, flow_model_of
from sevenstep.analysis.flow_metrics.linear import NeverEnds
from sevenstep.analysis.results import Queues
from sevenstep.analysis.simulation.offered_load import endless_flows, jobs, offered_load
from sevenstep.chain.graph import Chain
from sevenstep.chain.soundness.net import FiringRule
from sevenstep.memory import recent_results
from sevenstep.model.calendar import WEEK, Calendar
from sevenstep.model.choices import Variant
from sevenstep.model.element import Element
from sevenstep.model.step7_flows import Activity, Event, Flow, Resource

_MOST_STEPS: Final = 3_000_000
"""Passes of nodes that are simulated at most: a few seconds."""
_MOST_STEPS_A_CASE: Final = 1_000
_FILLING: Final = 3
"""How many times the length of its mean case passes before a flow is looked at: its later steps have no work yet."""
_FEWEST_PERIODS: Final = 23
"""Weeks (or days, where all days are the same) that are looked at where anything has a calendar: twenty, and those of
the warm-up."""

_SAME: Final = 1e-6
"""Hours by which the opening hours of two days may differ that are the same: a calendar has the same ones every day."""


def queues(chain: Chain, variant: Variant, cases: int, seed: int) -> Queues | None:
    """The load of every resource and the lead time of every flow that has arrivals, in one variant.

    None where no flow of it has both arrivals and a resource. About `cases` cases are simulated in all, more where the
    load asks for them, as long as that takes seconds; the same seed gives the same answer.
    """
    engagement = chain.engagement
    flows = tuple(flow for flow in engagement.of(Flow) if flow.variant == variant and flow.arrivals is not None)
    resources = {resource.id: resource for resource in engagement.of(Resource)}
    return _simulated(flows, resources, dict(engagement.header.calendars), variant, cases, seed)


@recent_results(by_identity=Element)
def _simulated(
    flows: tuple[Flow, ...],
    resources: Mapping[str, Resource],
    calendars: Mapping[str, Calendar],
    variant: Variant,
    cases: int,
    seed: int,
) -> Queues | None:
    """The simulation, from all that it depends on."""
    running = sorted(_running(flows, calendars), key=lambda work: work.model.flow.id)
    named = {resource for each in running for _, activity in each.model.activities() for resource in activity.resources}
    used = {key: resource for key, resource in resources.items() if key in named}
    if not running or not used:
        return None

    from sevenstep.analysis.simulation.answer import Answer
    from sevenstep.analysis.simulation.place import Place
    from sevenstep.analysis.simulation.spans import Spans
    from sevenstep.analysis.simulation.way import Way
    from sevenstep.analysis.simulation.world import World

    brought = jobs([(work.model, work.rate) for work in running], used)
    demands = offered_load(brought, used, calendars)
    hours = [calendars.get(resource.calendar or "") for resource in used.values()]
    period = _period([*hours, *(work.calendar for work in running)])
    longest = _MOST_STEPS / sum(work.rate * work.steps for work in running)
    wanted, periods = cases / sum(work.rate for work in running), _FEWEST_PERIODS * period
    filling = _FILLING * max(work.lasts for work in running)
    if filling + periods > longest:  # nothing can be told of the long run
        longest = min(longest, wanted)
    known = [demand for demand in demands if demand.takes <= longest]
    horizon = filling + max(wanted, periods, *(demand.takes for demand in known))
    places = {key: Place(resource, hour) for (key, resource), hour in zip(used.items(), hours, strict=True)}
    endless = endless_flows(brought, demands)
    ways = [Way(work.model, places, work.calendar, seed, is_endless=work.model.flow.id in endless) for work in running]
    answer = Answer(places, ways, demands, known, brought)
    world = World(ways)
    while True:
        horizon = min(horizon, longest)
        world.run(horizon)
        is_whole = world.finish(_MOST_STEPS)
        loads, lead_times, is_settled = answer.of(Spans.until(horizon, filling, period), is_whole)
        if is_settled or horizon >= longest:
            return Queues(variant, loads, lead_times, sum(len(way.begins) for way in ways), seed)
        horizon *= 2


@dataclass(frozen=True, slots=True)
class _Running:
    """A flow that can be simulated: cases an hour and when they begin, nodes passed by the mean case, and hours that it
    takes at the least."""

    model: FlowModel
    rate: float
    calendar: Calendar | None
    steps: float
    lasts: float


def _running(flows: Iterable[Flow], calendars: Mapping[str, Calendar]) -> Iterator[_Running]:
    for flow in flows:
        try:
            model = flow_model_of(flow)
            passes = expected_visits(model, blocks(model))
        except (NotAnalysable, NeverEnds):
            continue
        if passes is None or flow.arrivals is None or (blocks(model) is None and FiringRule.SOME in model.firing_rules):
            continue
        steps = float(passes.sum())
        if steps <= _MOST_STEPS_A_CASE:
            calendar = calendars.get(flow.arrivals.calendar or "")
            lasts = sum(
                float(passes[number]) * (time.mean_hours if time is not None else 0.0)
                for number, node in enumerate(model.nodes)
                if isinstance(node, Activity | Event)
                for time in (node.wait, node.time if isinstance(node, Activity) else None)
            )
            yield _Running(model, per_hour(flow.arrivals, calendar), calendar, steps, lasts)


def _period(calendars: Iterable[Calendar | None]) -> float:
    """After how many hours the opening hours repeat; 0 where everything is always open."""
    found = 0.0
    for calendar in calendars:
        if calendar is not None and calendar.weekly < WEEK:
            days = {calendar.open_until(24 * day + 24) - calendar.open_until(24 * day) for day in range(7)}
            found = max(found, 24.0 if max(days) - min(days) < _SAME else WEEK)
    return found
