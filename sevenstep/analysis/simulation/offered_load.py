"""How much work comes to the resources, before anything is simulated, and how long to look at the queues it makes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from typing import Final

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.expected_visits import expected_visits
from sevenstep.analysis.flow_metrics.flow_model import FlowModel
from sevenstep.analysis.simulation.distributions import variance
from sevenstep.analysis.simulation.sharing import Group, Team, shared
from sevenstep.chain.soundness.net import FiringRule
from sevenstep.model.calendar import WEEK, Calendar
from sevenstep.model.step7_flows import Activity, Event, Resource

_MEMORIES: Final = 1300
"""How many times longer than the memory of a queue it is looked at. With half of it, intervals of 95 % hold the truth
in 92 of 100 runs."""
_REQUESTS: Final = 200
"""How often a resource is asked for at least where it is looked at for long enough."""
_AT_LIMIT: Final = 1e-9
"""How near to 100 % a load is taken for 100 %."""


@dataclass(frozen=True, slots=True)
class Job:
    """Work that the cases of one flow bring for one team: cases an hour, and what the mean case brings.

    It asks for it `times` times. `hours` is the mean of the work, `root` the square root of the mean of its square;
    `regularity` is the squared
    coefficient of variation of the time between arrivals, and `varies` whether chance has a hand in it anywhere.
    """

    flow: str
    rate: float
    team: Team
    times: float
    hours: float
    root: float
    regularity: float
    varies: bool


def jobs(flows: Iterable[tuple[FlowModel, float]], resources: Iterable[str]) -> list[Job]:
    """What all activities that name resources ask for; `flows` come with cases per hour."""
    known = frozenset(resources)
    found: list[Job] = []
    for model, rate in flows:
        passes = expected_visits(model, blocks(model))
        every = model.flow.arrivals.every if model.flow.arrivals is not None else None
        regularity = 1.0 if every is None else variance(every) / every.mean_hours**2
        varies = regularity > 0 or _varies(model)
        for number, activity in model.activities():
            team = known.intersection(activity.resources)
            if not team or activity.time is None or passes is None or passes[number] <= 0:
                continue
            mean, times = activity.time.mean_hours, float(passes[number])
            square = times * variance(activity.time) + mean**2 * times * max(1.0, 2 * times - 1)
            found.append(Job(model.flow.id, rate, team, times, times * mean, sqrt(square), regularity, varies))
    return found


def _varies(model: FlowModel) -> bool:
    """Whether two cases of the flow can differ."""
    times = [
        time
        for node in model.nodes
        if isinstance(node, Activity | Event)
        for time in (node.wait, node.time if isinstance(node, Activity) else None)
        if time is not None
    ]
    choices = any(
        len(arrows) > 1 and model.firing_rules[node] in {FiringRule.ONE, FiringRule.SOME}
        for node, arrows in enumerate(model.out_of)
    )
    return choices or len(model.starts) > 1 or any(variance(time) > 0 for time in times)


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked of resources that share work, and how many hours it takes to tell how long their queue is.

    `is_too_much` tells whether their queue would grow without end. At a load of just 100 % it does where chance has a
    hand in it: what is lost while nothing comes is never made up.
    """

    group: Group
    takes: float
    is_too_much: bool


def offered_load(
    brought: Sequence[Job], resources: Mapping[str, Resource], calendars: Mapping[str, Calendar]
) -> list[Demand]:
    """How the work is shared at best, by groups of resources: no sharing makes the busiest less busy."""
    able = {key: _able(resource, calendars) for key, resource in resources.items()}
    work: dict[Team, float] = defaultdict(float)
    for job in brought:
        work[job.team] += job.rate * job.hours
    return [
        _demand(group, brought, sum(able[resource] for resource in group.resources)) for group in shared(work, able)
    ]


def endless_flows(brought: Iterable[Job], demands: Iterable[Demand]) -> frozenset[str]:
    """The flows that come through a queue that may grow without end."""
    too_much = frozenset[str]().union(*(demand.group.resources for demand in demands if demand.is_too_much))
    return frozenset(job.flow for job in brought if job.team <= too_much)


def _able(resource: Resource, calendars: Mapping[str, Calendar]) -> float:
    """Hours of work that it can do in an hour of elapsed time."""
    calendar = calendars.get(resource.calendar or "")
    return resource.capacity * (calendar.weekly / WEEK if calendar is not None else 1.0)


def _demand(group: Group, brought: Sequence[Job], able: float) -> Demand:
    mine = [job for job in brought if not job.team.isdisjoint(group.resources)]
    if group.load >= 1 - _AT_LIMIT:
        return Demand(group, 0.0, group.load > 1 + _AT_LIMIT or any(job.varies for job in mine))
    if not mine:
        return Demand(group, 0.0, False)
    seldom = _REQUESTS / sum(job.rate * job.times for job in mine)
    return Demand(group, max(seldom, _MEMORIES * _memory(mine, able) / (1 - group.load) ** 2), False)


def _memory(brought: Iterable[Job], able: float) -> float:
    """How much the work that comes in an hour varies, against what can be done in one.

    A queue near its limit is a Brownian motion that is reflected at nothing: its correlation time is this by the square
    of what is left of the capacity (Whitt, Planning Queueing Simulations, Management Science 35, 1989).
    """
    varies = 0.0
    for _, of_flow in groupby(brought, key=lambda job: job.flow):
        same = list(of_flow)
        mean, square = sum(job.hours for job in same), sum(job.root for job in same) ** 2
        varies += same[0].rate * max(0.0, square + (same[0].regularity - 1) * mean**2)
    return varies / able**2
