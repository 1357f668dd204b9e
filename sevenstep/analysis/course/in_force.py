"""Which measures are in force on which day, and for which share of cases: as projects end, or are rolled out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sevenstep.analysis.programme.results import Scheduled
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.dates import days_of
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.project_parts import Rollout

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Step:
    """From that day on it is in force for that share of cases, which the project brings about."""

    day: date
    share: float
    project: str


Steps = tuple[Step, ...]


def in_force(chain: Chain, scheduled: Mapping[str, Scheduled], keys: Iterable[str] | None = None) -> dict[str, Steps]:
    """By what is delivered (a measure, an item; all, or some): its steps in the order of time; what no project delivers
    has none.

    Of several projects that deliver the same, the last counts, or what they say of their rollouts: together.
    """
    delivering = _delivering(chain)
    return {
        key: _together(delivering[key], scheduled)
        for key in (delivering if keys is None else dict.fromkeys(keys))
        if key in delivering
    }


@per_chain
def _delivering(chain: Chain) -> dict[str, list[Project]]:
    found: dict[str, list[Project]] = {}
    for project in chain.engagement.of(Project):
        for key in dict.fromkeys(project.delivers):
            found.setdefault(key, []).append(project)
    return found


def _together(projects: Sequence[Project], scheduled: Mapping[str, Scheduled]) -> Steps:
    of_project = {one.id: _steps(one, scheduled[one.id]) for one in projects if one.id in scheduled}
    if any(project.rollout for project in projects):
        return _rising(step for project in projects if project.rollout for step in of_project.get(project.id, ()))
    if len(of_project) < len(projects):
        return ()
    return (max((steps[-1] for steps in of_project.values()), key=lambda step: step.day),)


def _steps(project: Project, scheduled: Scheduled) -> Steps:
    """How one project comes into force; where it is put off, its rollout is as well."""
    if not project.rollout:
        return (Step(_after(scheduled.end), 1.0, project.id),)
    places = {place for wave in project.rollout for place in wave.places}
    reached: set[str] = set()
    found = []
    for wave, day in waves(project, scheduled):
        reached |= set(wave.places)
        share = wave.share if wave.share is not None else len(reached) / len(places) if places else 1.0
        found.append(Step(day, float(share), project.id))
    return _rising(found)


def waves(project: Project, scheduled: Scheduled) -> Iterator[tuple[Rollout, date]]:
    """The waves of a rollout, each with the day from which it is in force: as much later as its project ends later than
    planned."""
    planned_end = project.last_day
    late = (scheduled.end - planned_end).days if planned_end is not None else 0
    for wave in project.rollout:
        days = days_of(wave.date)
        if days is not None:
            yield wave, _after(_later(days[1], late))


def _rising(steps: Iterable[Step]) -> Steps:
    """In the order of time, each above the one before: what is in force stays so."""
    found: list[Step] = []
    for step in sorted(steps, key=lambda step: (step.day, step.share)):
        if step.share <= (found[-1].share if found else 0.0):
            continue
        if found and found[-1].day == step.day:
            found.pop()
        found.append(step)
    return tuple(found)


def _after(day: date) -> date:
    return day + _DAY if day < date.max else day


def _later(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + max(days, 0), 1), date.max.toordinal()))


def share_on(steps: Steps, day: date) -> float:
    """For which share of cases it is in force on that day."""
    return max((step.share for step in steps if step.day <= day), default=0.0)
