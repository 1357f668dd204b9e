"""The projects in time: a bar each, by phase, with milestones, slack, and what has to be done before."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sevenstep.analysis.programme.results import Schedule, Scheduled
from sevenstep.analysis.programme.wording import begin_said, end_said, over_said
from sevenstep.model.dates import days_of
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.project import Project
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Ref

_MOST: Final = 120
"""Projects in one roadmap; a longer one is not read."""
_QUARTERS: Final = 12
"""As many quarters are named; where there are more, years are."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A milestone at its place in per cent."""

    at: float
    title: str
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A project: where its bar begins, how long it and its slack are, in per cent."""

    ref: Ref
    begin: float
    width: float
    slack: float
    is_critical: bool
    hint: str
    end: str
    marks: tuple[Mark, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The projects of a phase."""

    ref: Ref | None
    title: str
    bars: tuple[Bar, ...]

    @property
    def rows(self) -> int:
        """A row each, below that of the title where there is one."""
        return len(self.bars) + bool(self.title)


@dataclass(frozen=True, slots=True)
class Arrow:
    """From the end of a bar to the beginning of another: places in per cent, rows counted with those of phases."""

    x: float
    row: int
    to_x: float
    to_row: int
    is_critical: bool


@dataclass(frozen=True, slots=True)
class Overbooked:
    """A pool or a unit, and the stretches of months in which more is taken of it than there is: where each begins, how
    long it is, in per cent, and what to say of it."""

    ref: Ref
    stretches: tuple[tuple[float, float, str], ...]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """The lanes in the order of time, with the dates under them: place in per cent, text, whether a year begins there.
    `untimed` is what has no dates."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str, bool], ...]
    arrows: tuple[Arrow, ...]
    rows: int
    untimed: str
    over: tuple[Overbooked, ...] = ()


def roadmap(context: Context) -> Roadmap | None:
    """None where no project has dates."""
    found = context.analysis.programme.schedule
    if found.begin is None or found.end is None:
        return None
    span = _Span(date(found.begin.year, 3 * ((found.begin.month - 1) // 3) + 1, 1), found.end)
    shown = dict(list(found.projects.items())[:_MOST])
    lanes = tuple(_lanes(context, found, shown, span))
    return Roadmap(
        lanes,
        tuple(_ticks(span)),
        tuple(_arrows(context, lanes, shown, span)),
        sum(lane.rows for lane in lanes),
        context.words["list_joint"].join(ref.title for ref in context.refs_of(found.untimed)),
        tuple(_over(context, span)),
    )


@dataclass(frozen=True, slots=True)
class _Span:
    first: date
    last: date

    def at(self, day: date) -> float:
        """The place of the beginning of a day, in per cent."""
        whole = (self.last - self.first).days + 1
        return round(min(max(100 * (day - self.first).days / whole, 0), 100), 2)

    def behind(self, day: date) -> float:
        """The place of the end of a day."""
        return round(min(100 * ((day - self.first).days + 1) / ((self.last - self.first).days + 1), 100), 2)


def _lanes(context: Context, found: Schedule, shown: Mapping[str, Scheduled], span: _Span) -> Iterator[Lane]:
    by_phase: dict[str, list[str]] = {phase.id: [] for phase in context.chain.engagement.of(Phase)}
    rest: list[str] = []
    for key in shown:
        project = context.chain.elements[key]
        phase = project.phase if isinstance(project, Project) else None
        by_phase.get(phase or "", rest).append(key)
    for phase, keys in by_phase.items():
        if keys:
            ref = context.refs[phase]
            yield Lane(ref, ref.title, tuple(_bars(context, found, keys, span)))
    if rest:
        yield Lane(
            None,
            context.words["roadmap_other"] if any(by_phase.values()) else "",
            tuple(_bars(context, found, rest, span)),
        )


def _bars(context: Context, found: Schedule, keys: Iterable[str], span: _Span) -> Iterator[Bar]:
    for key in keys:
        one, project = found.projects[key], context.chain.elements[key]
        if not isinstance(project, Project):
            continue
        begin, end = span.at(one.begin), span.behind(one.end)
        before = context.words["list_joint"].join(ref.title for ref in context.refs_of(project.after))
        days = context.words["roadmap_slack"].format(one.slack) if one.slack else context.words["roadmap_key_critical"]
        hint = f"{context.said(begin_said(one.begin))} – {context.said(end_said(one.end))} · {days}"
        yield Bar(
            context.refs[key],
            begin,
            round(max(end - begin, 0.4), 2),
            round(span.behind(one.latest_end) - end, 2),
            one.is_critical,
            hint,
            context.said(end_said(one.end)),
            tuple(_marks(context, project, one, span)),
            context.words["roadmap_after"].format(before) if before else "",
        )


def _marks(context: Context, project: Project, one: Scheduled, span: _Span) -> Iterator[Mark]:
    """Milestones move with a project that is put off."""
    late = (one.end - project.last_day).days if project.last_day is not None else 0
    for milestone in project.milestones:
        days = days_of(milestone.reached or milestone.date)
        if days is None:
            continue
        moved = days[1].toordinal() + (max(late, 0) if milestone.reached is None else 0)
        day = date.fromordinal(min(moved, date.max.toordinal()))
        title = f"{context.said(end_said(day))} {context.said(milestone.title)}"
        yield Mark(span.behind(day), title, milestone.reached is not None)


def _over(context: Context, span: _Span) -> Iterator[Overbooked]:
    """Pools and units of which more is taken than there is, month by month."""
    found = context.analysis.programme
    for key, months in (*found.pools.items(), *found.efforts.items()):
        stretches = []
        for load in months:
            first = date(load.year, load.month, 1)
            last = date(load.year, load.month, monthrange(load.year, load.month)[1])
            if load.is_over and span.first <= last and first <= span.last:
                begin, end = span.at(first), span.behind(last)
                stretches.append((begin, round(end - begin, 2), context.said(over_said(load))))
        if stretches:
            yield Overbooked(context.refs[key], tuple(stretches))


def _ticks(span: _Span) -> Iterator[tuple[float, str, bool]]:
    quarters = (span.last.year - span.first.year) * 4 + (span.last.month - span.first.month) // 3 + 1
    years = span.last.year - span.first.year + 1
    step = 1 if quarters <= _QUARTERS else 4 * max(1, years // _QUARTERS)
    for number in range(span.first.year * 4, span.last.year * 4 + 4):
        year, quarter = divmod(number, 4)
        day = date(year, 3 * quarter + 1, 1)
        if span.first <= day <= span.last and (step == 1 or (quarter == 0 and number % step == 0)):
            yield span.at(day), f"{year}Q{quarter + 1}" if step == 1 else str(year), quarter == 0


def _arrows(context: Context, lanes: Iterable[Lane], shown: Mapping[str, Scheduled], span: _Span) -> Iterator[Arrow]:
    rows: dict[str, int] = {}
    at = 0
    for lane in lanes:
        at += bool(lane.title)
        for bar in lane.bars:
            rows[bar.ref.id] = at
            at += 1
    for link in context.chain.related("begins-after"):
        if link.source in rows and link.target in rows and link.source != link.target:
            later, earlier = shown[link.source], shown[link.target]
            yield Arrow(
                span.behind(earlier.end),
                rows[link.target],
                span.at(later.begin),
                rows[link.source],
                later.is_critical and earlier.is_critical,
            )
