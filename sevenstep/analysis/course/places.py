"""Which capability is in force where, from when on: rollouts place by place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sevenstep.analysis.course.in_force import waves
from sevenstep.analysis.programme.results import Scheduled
from sevenstep.chain.graph import Chain
from sevenstep.model.frames.project import Project


@dataclass(frozen=True, slots=True)
class Reached:
    """From that day on a place (or a unit) has what the project delivers."""

    place: str
    capability: str
    day: date
    project: str


def places_reached(chain: Chain, scheduled: Mapping[str, Scheduled]) -> tuple[Reached, ...]:
    """Every place that a rollout names, with everything that comes to it: by the day, then as the model has them. What
    several projects bring to one place is there from the first of them."""
    first: dict[tuple[str, str], Reached] = {}
    for project in chain.engagement.of(Project):
        if project.id not in scheduled:
            continue
        for wave, day in waves(project, scheduled[project.id]):
            for place in wave.places:
                for key in dict.fromkeys(project.delivers):
                    known = first.get((place, key))
                    if {place, key} <= chain.elements.keys() and (known is None or day < known.day):
                        first[place, key] = Reached(place, key, day, project.id)
    return tuple(sorted(first.values(), key=lambda one: one.day))
