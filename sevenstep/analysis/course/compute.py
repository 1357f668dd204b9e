"""The expected course of indicators, and what delays of projects do to it.

A flow is evaluated once for each distinct set of measures in force, however many dates there are; the rest grows with
the indicators times the dates at which something comes into force.
"""

from calendar import monthrange
from collections import ChainMap
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from sevenstep.analysis.choices import Verdict
from sevenstep.analysis.course.expected import Expected
from sevenstep.analysis.course.flow_states import FlowStates
from sevenstep.analysis.course.in_force import Steps, in_force, share_on
from sevenstep.analysis.course.places import places_reached
from sevenstep.analysis.course.results import Course, Delay, DueTarget, IndicatorCourse, Lost, Moved, Point
from sevenstep.analysis.estimates import StepProbability
from sevenstep.analysis.judging import end_of, is_close, missing
from sevenstep.analysis.programme.results import Schedule
from sevenstep.analysis.programme.schedule import put_off
from sevenstep.analysis.results import FlowMetrics, GoalAttainment, StageValue
from sevenstep.analysis.variants.stages import Measured
from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.model.frames.project import Project
from sevenstep.model.step1_goals import Goal
from sevenstep.model.step2_indicators import Indicator

DELAY: Final = 3
"""Months by which every project is put off, to see what that does."""


def course(
    chain: Chain,
    planned: Schedule,
    metrics: Mapping[str, FlowMetrics],
    measured: Measured,
    step_probability: StepProbability,
    attainment: GoalAttainment,
) -> Course:
    """What is expected of indicators from day to day; nothing where no project delivers anything."""
    if not any(project.delivers for project in chain.engagement.of(Project)):
        return Course()
    states = FlowStates(chain, metrics, measured)
    expected = Expected(chain, states, step_probability, attainment)
    steps = in_force(chain, planned.projects)
    found = _courses(chain, expected, steps, expected.keys)
    reached = _reached_on(chain, found)
    delays = tuple(_delays(chain, expected, planned, steps, found, reached))
    return Course(found, reached, delays, states.evaluations, places_reached(chain, planned.projects))


def _courses(
    chain: Chain, expected: Expected, steps: Mapping[str, Steps], wanted: Iterable[str]
) -> dict[str, IndicatorCourse]:
    found: dict[str, IndicatorCourse] = {}
    for key in wanted:
        keys = expected.keys[key]
        days = sorted({step.day for one in keys for step in steps.get(one, ())})
        points: list[Point] = []
        for day in (None, *days):
            shares = {} if day is None else {one: share_on(steps.get(one, ()), day) for one in keys}
            value = expected.values(shares, (key,)).get(key)
            if value is None:
                points = []
                break
            if not points or value.value != points[-1].value.value:
                begun = (step.project for one in keys for step in steps.get(one, ()) if step.day == day)
                points.append(Point(day, value, tuple(dict.fromkeys(begun))))
        indicator = chain.elements.get(key)
        if points and isinstance(indicator, Indicator):
            found[key] = _of_indicator(indicator, expected, steps, points)
    return found


def _of_indicator(
    indicator: Indicator, expected: Expected, steps: Mapping[str, Steps], points: Sequence[Point]
) -> IndicatorCourse:
    measures: dict[str, None] = {}
    undated: dict[str, None] = {}
    for pair in expected.pairs_of(indicator.id):
        measures |= dict.fromkeys(pair.measures)
        if not steps.get(pair.item):
            undated |= dict.fromkeys(key for key in pair.measures or (pair.item,) if not steps.get(key))
    unit, targets, doubtful = expected.targets_of(indicator.id)
    direction = indicator.direction or ""
    due = tuple(
        _due(direction, day, target, points, doubtful) for day, target in targets if day and (direction or target.bound)
    )
    return IndicatorCourse(indicator.id, unit, tuple(points), due, tuple(measures), tuple(undated))


def _due(direction: str, day: str, target: StageValue, points: Sequence[Point], doubtful: Collection[str]) -> DueTarget:
    """The target of a day; of those that are `doubtful` the design itself does not surely reach them."""
    due = end_of(day)
    then = next((point for point in reversed(points) if point.day is None or point.day <= due), points[0])
    gap = missing(direction, then.value, target)
    met: Point | None = None
    for point in reversed(points):
        if missing(direction, point.value, target):
            break
        met = point
    is_late = met is not None and met.day is not None and met.day > due
    verdict = Verdict.MISSED if gap else Verdict.REACHED
    if is_close(direction, then.value, target) or (verdict is Verdict.REACHED and day in doubtful):
        verdict = Verdict.UNSETTLED
    return DueTarget(
        day,
        due,
        target,
        then.value,
        verdict,
        gap,
        met.day if met is not None else None,
        met.projects if met is not None and is_late else (),
    )


def _reached_on(chain: Chain, courses: Mapping[str, IndicatorCourse]) -> dict[str, date]:
    """The goals whose indicators with a course, those of the goals below them too, all meet their last targets."""
    goals = tree(chain, "parent")
    own: dict[str, list[IndicatorCourse]] = {}
    for link in chain.related("measures"):
        if link.source in courses and courses[link.source].targets:
            for above in (link.target, *goals.above(link.target)):
                own.setdefault(above, []).append(courses[link.source])
    found: dict[str, date] = {}
    for goal in chain.engagement.of(Goal):
        last = [one.targets[-1] for one in own.get(goal.id, ())]
        never = any(target.gap and target.met_on is None for target in last)
        days = [target.met_on for target in last if target.met_on is not None]
        if days and not never:
            found[goal.id] = max(days)
    return found


def _delays(
    chain: Chain,
    expected: Expected,
    planned: Schedule,
    steps: Mapping[str, Steps],
    courses: Mapping[str, IndicatorCourse],
    reached: Mapping[str, date],
) -> Iterable[Delay]:
    """What it does that a project ends some months later, project by project: only what depends on it is looked at."""
    by_key: dict[str, list[str]] = {}
    for indicator in courses:
        for key in expected.keys[indicator]:
            by_key.setdefault(key, []).append(indicator)
    as_planned, all_steps = dict(planned.projects), dict(steps)
    delivers = {project.id: project.delivers for project in chain.engagement.of(Project)}
    for project in planned.projects:
        late = put_off(chain, planned, project, _days_later(planned.projects[project].end))
        keys = dict.fromkeys(key for one in late for key in delivers[one])
        touched = dict.fromkeys(indicator for key in keys for indicator in by_key.get(key, ()))
        then_steps = ChainMap(in_force(chain, ChainMap(late, as_planned), keys), all_steps)
        then = _courses(chain, expected, then_steps, touched)
        lost = tuple(
            Lost(key, after.day)
            for key, one in then.items()
            for before, after in zip(courses[key].targets, one.targets, strict=True)
            if before.verdict is Verdict.REACHED and after.verdict is Verdict.MISSED
        )
        later = _reached_on(chain, {**courses, **then}) if then else reached
        moved = tuple(Moved(goal, day, later[goal]) for goal, day in reached.items() if later.get(goal, day) > day)
        yield Delay(project, DELAY, lost, moved, tuple(key for key in late if key != project))


def _days_later(end: date) -> int:
    """How many days later something ends that is that many months late; the end of a month stays one."""
    month = end.month - 1 + DELAY
    year, month = min(end.year + month // 12, date.max.year), month % 12 + 1
    last = monthrange(year, month)[1]
    is_end = end.day == monthrange(end.year, end.month)[1]
    return (date(year, month, last if is_end else min(end.day, last)) - end).days
