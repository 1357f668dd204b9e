"""When projects run: forwards from what each begins after, backwards from the end of the programme.

The method of the critical path, where planned starts are the earliest that are allowed: a project begins as planned, or
the day after the last of those has ended that it begins after. Time grows with the projects and their dependencies.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import heappop, heappush
from math import ceil
from typing import Final

from sevenstep.analysis.programme.results import Schedule, Scheduled
from sevenstep.chain.cycles import knots
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import ProjectState
from sevenstep.model.dates import days_of
from sevenstep.model.frames.project import Project
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Measure

_HOURS: Final = 24
_LAST: Final = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class _Planned:
    """A project as planned: the day it begins (None: once it can) and how many days it takes."""

    begin: int | None
    days: int


def schedule(chain: Chain) -> Schedule:
    """The projects in time."""
    projects = {project.id: project for project in chain.engagement.of(Project)}
    planned = {key: one for key, project in projects.items() if (one := _planned(chain, project)) is not None}
    found_circles = knots(chain, "begins-after")
    before = {
        key: [other for other in others if other in planned]
        for key, others in _befores(chain).items()
        if key in planned
    }
    order = _in_order(before)
    begin, end = _forwards(order, before, planned)
    latest = _backwards(order, before, begin, end)
    order.sort(key=lambda key: (begin[key], end[key]))
    scheduled = {
        key: Scheduled(
            key,
            date.fromordinal(begin[key]),
            date.fromordinal(end[key]),
            date.fromordinal(latest[key] - (end[key] - begin[key])),
            date.fromordinal(latest[key]),
            begin[key] - (planned[key].begin or begin[key]),
        )
        for key in order
    }
    return Schedule(scheduled, tuple(key for key in projects if key not in scheduled), tuple(found_circles))


@per_chain
def _befores(chain: Chain) -> dict[str, tuple[str, ...]]:
    """What each project begins after, as far as these do not wait for it in turn."""
    inside = {key: number for number, circle in enumerate(knots(chain, "begins-after")) for key in circle}
    return {
        project.id: tuple(
            other
            for other in dict.fromkeys(project.after)
            if other != project.id and (project.id not in inside or inside.get(other) != inside[project.id])
        )
        for project in chain.engagement.of(Project)
    }


@per_chain
def _behinds(chain: Chain) -> dict[str, list[str]]:
    """What begins after each project."""
    found: dict[str, list[str]] = {}
    for key, others in _befores(chain).items():
        for other in others:
            found.setdefault(other, []).append(key)
    return found


def put_off(chain: Chain, planned: Schedule, project: str, days: int) -> dict[str, Scheduled]:
    """The projects that end later where one does by some days, in their new places; it looks at these alone."""
    begins = {project: planned.projects[project].begin.toordinal()}
    found: dict[str, Scheduled] = {}
    waiting = [(planned.projects[project].begin, project)] if days > 0 else []
    while waiting:  # each behind all that it begins after: these begin earlier
        _, key = heappop(waiting)
        if key in found:
            continue
        old = planned.projects[key]
        end = min(begins[key] + old.days - 1 + (days if key == project else 0), _LAST)
        begin, last = date.fromordinal(begins[key]), date.fromordinal(end)
        found[key] = Scheduled(
            key, begin, last, old.latest_begin, old.latest_end, (begin - old.begin).days + old.pushed
        )
        for other in _behinds(chain).get(key, ()):
            if other in planned.projects and planned.projects[other].begin <= last:
                begins[other] = max(begins.get(other, 0), min(end + 1, _LAST))
                heappush(waiting, (planned.projects[other].begin, other))
    return found


def _planned(chain: Chain, project: Project) -> _Planned | None:
    """None where nobody can tell how long it takes, or from when on; a project that has stopped runs no more."""
    if project.state is ProjectState.STOPPED:
        return None
    first, last = project.first_day, _done_on(project) or project.last_day
    if first is not None and last is not None:
        first = min(first, _done_on(project) or first)
        return _Planned(first.toordinal(), max((last - first).days + 1, 1))
    days = _days_of_what_it_delivers(chain, project)
    if days is None or (first is None and last is None and not project.after):
        return None
    if first is None and last is not None:
        return _Planned(max(last.toordinal() - days + 1, 1), days)
    return _Planned(first.toordinal() if first is not None else None, days)


def _done_on(project: Project) -> date | None:
    """The day on which it was said to be done."""
    done = [record.date for record in project.progress if record.state is ProjectState.DONE]
    days = days_of(min(done, key=lambda day: days_of(day) or (date.max, date.max))) if done else None
    return days[1] if days and project.state is ProjectState.DONE else None


def _days_of_what_it_delivers(chain: Chain, project: Project) -> int | None:
    """The longest time that anything takes which it delivers, where its own dates do not tell."""
    times = [_time(chain.elements.get(key)) for key in project.delivers]
    hours = [time for time in times if time is not None]
    return max(ceil(max(hours) / _HOURS), 1) if hours else None


def _time(element: object) -> float | None:
    if isinstance(element, Measure):
        return element.time.mean_hours if element.time is not None else None
    if isinstance(element, Item) and element.change is not None and element.change.time is not None:
        return element.change.time.mean_hours
    return None


def _in_order(before: Mapping[str, Iterable[str]]) -> list[str]:
    """Each behind all that it begins after."""
    waits = {key: len(list(others)) for key, others in before.items()}
    behind: dict[str, list[str]] = {key: [] for key in before}
    for key, others in before.items():
        for other in others:
            behind[other].append(key)
    order = [key for key, count in waits.items() if not count]
    for key in order:
        for other in behind[key]:
            waits[other] -= 1
            if not waits[other]:
                order.append(other)
    return order


def _forwards(
    order: Iterable[str], before: Mapping[str, Iterable[str]], planned: Mapping[str, _Planned]
) -> tuple[dict[str, int], dict[str, int]]:
    begin: dict[str, int] = {}
    end: dict[str, int] = {}
    for key in order:
        free = max((end[other] + 1 for other in before[key]), default=1)
        begin[key] = min(max(planned[key].begin or free, free), _LAST)
        end[key] = min(begin[key] + planned[key].days - 1, _LAST)
    return begin, end


def _backwards(
    order: list[str], before: Mapping[str, Iterable[str]], begin: Mapping[str, int], end: Mapping[str, int]
) -> dict[str, int]:
    """The latest day on which each may end."""
    latest = dict.fromkeys(order, max(end.values(), default=1))
    for key in reversed(order):
        must_begin = latest[key] - (end[key] - begin[key])
        for other in before[key]:
            latest[other] = min(latest[other], must_begin - 1)
    return latest
