"""What is expected of indicators in time: frozen results, in the units of the indicators."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.course.places import Reached
from sevenstep.analysis.stage_value import StageValue


@dataclass(frozen=True, slots=True)
class Point:
    """From a day on an indicator is expected to have this value; `projects` are those that come into force that day,
    none at the start of the course."""

    day: date | None
    value: StageValue
    projects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DueTarget:
    """A target against what is expected when its day has come.

    `met_on` is the day from which it is met (None: never with what is planned, or from the start where `value` meets
    it); `waits_for` are the projects that come into force that day, where it is later than the target's.
    """

    day: str
    due: date
    target: StageValue
    value: StageValue
    verdict: Verdict
    gap: float
    met_on: date | None = None
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndicatorCourse:
    """What is expected of an indicator: its values from day to day, and its targets in the order of time.

    `measures` are those that change its flows; `undated` those of them that no project brings into force, so that the
    course never reaches the design.
    """

    indicator: str
    unit: str
    points: tuple[Point, ...]
    targets: tuple[DueTarget, ...]
    measures: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()

    def at(self, day: date) -> StageValue:
        """What is expected of it on that day."""
        value = self.points[0].value
        for point in self.points[1:]:
            if point.day is not None and point.day <= day:
                value = point.value
        return value

    @property
    def last_met_on(self) -> date | None:
        """The day from which its last target is met; None where it never is, or always was."""
        return self.targets[-1].met_on if self.targets else None


@dataclass(frozen=True, slots=True)
class Lost:
    """A target that is reached as planned, and missed where a project is late."""

    indicator: str
    day: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A goal that is reached later where a project is late: the day as planned, and the day then."""

    goal: str
    planned: date
    then: date


@dataclass(frozen=True, slots=True)
class Delay:
    """What a delay of a project by some months brings about."""

    project: str
    months: int
    lost: tuple[Lost, ...]
    moved: tuple[Moved, ...]
    pushed: tuple[str, ...]
    """The projects that begin later for it."""


@dataclass(frozen=True, slots=True)
class Course:
    """The expected course of all indicators whose flows measures change, by id.

    `evaluations` counts the distinct sets of measures in force for which a flow was evaluated; `reached_on` has the
    goals whose indicators all meet their last targets, with the day from which they do; `places` tells what is in force
    where.
    """

    indicators: Mapping[str, IndicatorCourse] = field(default_factory=dict)
    reached_on: Mapping[str, date] = field(default_factory=dict)
    delays: tuple[Delay, ...] = ()
    evaluations: int = 0
    places: tuple[Reached, ...] = ()
