"""How much work comes to each resource, before anything is simulated."""

from collections.abc import Iterable, Mapping

from sevenstep.analysis.flow_metrics.blocks import blocks
from sevenstep.analysis.flow_metrics.plan import Plan
from sevenstep.analysis.flow_metrics.visits import visits
from sevenstep.model.calendar import WEEK, Calendar
from sevenstep.model.step7_flows import Arrivals, Resource


def per_hour(arrivals: Arrivals, calendar: Calendar | None) -> float:
    """Cases that begin in an hour of elapsed time, on average over weeks."""
    share = calendar.weekly / WEEK if calendar is not None else 1.0
    if arrivals.rate is not None:
        return arrivals.rate.per_hour * (1.0 if arrivals.rate.is_total else share)
    return share / arrivals.every.mean_hours if arrivals.every is not None else 0.0


def per_open_hour(arrivals: Arrivals, calendar: Calendar | None) -> float:
    """Cases that begin in an hour in which cases begin at all."""
    share = calendar.weekly / WEEK if calendar is not None else 1.0
    return per_hour(arrivals, calendar) / share


def offered(
    flows: Iterable[tuple[Plan, float]], resources: Mapping[str, Resource], calendars: Mapping[str, Calendar]
) -> dict[str, float]:
    """The work that comes to each resource for each hour of work that it can do; `flows` come with cases per hour.

    Work that several resources can do is shared among them by their capacity.
    """
    work = dict.fromkeys(resources, 0.0)
    for plan, rate in flows:
        passes = visits(plan, blocks(plan))
        for number, activity in plan.activities():
            able = [one for one in activity.resources if one in resources and resources[one].capacity]
            total = sum(resources[one].capacity for one in able)
            if not able or activity.time is None or passes is None:
                continue
            load = rate * float(passes[number]) * activity.time.mean_hours
            for one in able:
                work[one] += load * resources[one].capacity / total
    return {key: _share(load, resources[key], calendars) for key, load in work.items()}


def _share(load: float, resource: Resource, calendars: Mapping[str, Calendar]) -> float:
    calendar = calendars.get(resource.calendar or "")
    able = resource.capacity * (calendar.weekly / WEEK if calendar is not None else 1.0)
    if able:
        return load / able
    return float("inf") if load else 0.0
