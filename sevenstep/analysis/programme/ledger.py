"""The ledger of projects 台账: one row a project, as it is kept current from week to week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sevenstep.analysis.programme.compute import programme
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import ProjectState
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.project_parts import Milestone, ProgressRecord


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A project as the ledger shows it. `begin` and `end` are as scheduled; `money` and what is `spent` of it (None:
    nothing is recorded) are in the currency of the whole; `kpis` are its indicators with the dates of their targets."""

    project: str
    phase: str
    needs: tuple[str, ...]
    delivers: tuple[str, ...]
    resources: tuple[str, ...]
    lead: str
    responsible: tuple[str, ...]
    participants: tuple[str, ...]
    begin: date | None
    end: date | None
    slack: int | None
    money: float | None
    spent: float | None
    currency: str
    funds: tuple[str, ...]
    state: ProjectState | None
    record: ProgressRecord | None
    next_milestone: Milestone | None
    kpis: tuple[tuple[str, str], ...]


def ledger(chain: Chain) -> Iterator[LedgerRow]:
    """The rows in the order of the model."""
    found = programme(chain)
    for project in chain.engagement.of(Project):
        scheduled = found.schedule.projects.get(project.id)
        yield LedgerRow(
            project.id,
            project.phase or "",
            project.needs,
            project.delivers,
            tuple(dict.fromkeys(draw.pool for draw in project.draws)),
            project.lead or "",
            project.responsible,
            project.participants,
            scheduled.begin if scheduled is not None else project.first_day,
            scheduled.end if scheduled is not None else project.last_day,
            scheduled.slack if scheduled is not None else None,
            found.budget.by_project.get(project.id),
            found.spending.by_project.get(project.id),
            found.budget.currency,
            tuple(dict.fromkeys(line.fund for line in project.budget if line.fund is not None)),
            project.state,
            project.latest,
            project.next_milestone,
            tuple(project.judged_by.items()),
        )
