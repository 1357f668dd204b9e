"""What projects promised against what came of it: their dates, the measures that they bring into force, their money."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from sevenstep.analysis.choices import Aspect, Verdict
from sevenstep.analysis.outcome import Outcome
from sevenstep.analysis.programme.results import Programme
from sevenstep.analysis.programme.wording import money_said
from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.choices import ProjectState
from sevenstep.model.dates import end_of
from sevenstep.model.frames.project import Project
from sevenstep.model.step7_flows import Measure

_NO_STATE: Final = Text(zh="到期了，没有进展记录", en="due, and no progress is recorded")
_NO_SPENDING: Final = Text(zh="到期了，没有支出记录", en="due, and no spending is recorded")
_NOT_DONE: Final = Text(zh="还没有做完，可能再有支出", en="not done yet, and more may be spent")
_WORST: Final = (Verdict.MISSED, Verdict.UNKNOWN, Verdict.UNSETTLED, Verdict.REACHED)


def of_programme(chain: Chain, found: Programme, today: date) -> Iterator[Outcome]:
    """Projects that are done, or should be; the measures that they have brought into force; and their budgets."""
    projects = list(chain.engagement.of(Project))
    dates = {project.id: told for project in projects if (told := _of_date(project, today)) is not None}
    yield from dates.values()
    yield from _of_measures(chain, projects, dates)
    for project in projects:
        told = _of_money(project, found, today)
        if told is not None:
            yield told


def _of_date(project: Project, today: date) -> Outcome | None:
    done = _done(project)
    planned = project.last_day
    if planned is None or (done is None and planned >= today):
        return None
    promised, by = Text(plain=project.end or ""), project.end or ""
    if not project.progress:
        return Outcome(project.id, promised, by, None, Verdict.UNKNOWN, _NO_STATE, aspect=Aspect.DATE)
    is_late = done is None or end_of(done) > planned
    note = project.latest.note if project.latest is not None and is_late else None
    came = Text(plain=done) if done is not None else None
    verdict = Verdict.MISSED if is_late else Verdict.REACHED
    return Outcome(project.id, promised, by, came, verdict, note, aspect=Aspect.DATE)


def _done(project: Project) -> str | None:
    return next((record.date for record in project.progress if record.state is ProjectState.DONE), None)


def _of_measures(chain: Chain, projects: list[Project], dates: Mapping[str, Outcome]) -> Iterator[Outcome]:
    """A measure is in force once all projects that deliver it are done: as late as the latest of them."""
    delivering: dict[str, list[str]] = {}
    for project in projects:
        for key in project.delivers:
            delivering.setdefault(key, []).append(project.id)
    for measure in chain.engagement.of(Measure):
        keys = delivering.get(measure.id, [])
        due = [dates[key] for key in keys if key in dates]
        if not due or len(due) < len(keys):
            continue
        worst = min(due, key=lambda one: _WORST.index(one.verdict))
        last = max(due, key=lambda one: end_of(one.by))
        came = max(
            (one.came for one in due if one.came is not None),
            key=lambda day: end_of(day.for_language("en")),
            default=None,
        )
        is_there = all(one.came is not None for one in due)
        yield Outcome(
            measure.id,
            last.promised,
            last.by,
            came if is_there else None,
            worst.verdict,
            worst.why,
            aspect=Aspect.FORCE,
        )


def _of_money(project: Project, found: Programme, today: date) -> Outcome | None:
    """The budget of a project that is done, or should be, or that has spent more than it."""
    given, spent = found.budget.by_project.get(project.id), found.spending.by_project.get(project.id)
    done, planned = _done(project), project.last_day
    is_over = given is not None and spent is not None and spent > given * (1 + 1e-9)
    has_come = done is not None or (planned is not None and planned < today)
    if given is None or not (has_come or is_over):
        return None
    currency = found.budget.currency
    promised, by = money_said(given, currency), project.end or ""
    if spent is None:
        return Outcome(project.id, promised, by, None, Verdict.UNKNOWN, _NO_SPENDING, aspect=Aspect.MONEY)
    came = money_said(spent, currency)
    verdict = Verdict.MISSED if is_over else Verdict.REACHED if done is not None else Verdict.UNKNOWN
    why = _NOT_DONE if verdict is Verdict.UNKNOWN else None
    return Outcome(project.id, promised, by, came, verdict, why, aspect=Aspect.MONEY)
