from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import ProjectState
from sevenstep.model.dates import end_of
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule

_MOST_DAYS: Final = 60
"""As old as the last record of a project that runs may be."""


@rule(
    "A411",
    "stale-state",
    Severity.HINT,
    title=Text(zh="项目状态是近期的", en="The state of a project is recent"),
    reason=Text(
        zh="台账按周更新；两个月没有新记录的状态，不能当真。",
        en="A ledger is kept from week to week: a state of two months ago tells nothing.",
    ),
)
def stale_state(chain: Chain) -> Iterator[Violation]:
    today = chain.engagement.as_of
    for project in chain.engagement.of(Project):
        begin = project.first_day
        if begin is None or begin > today or project.state in {ProjectState.DONE, ProjectState.STOPPED}:
            continue
        last = project.latest
        known = end_of(last.date) if last is not None else begin
        if today - known > timedelta(days=_MOST_DAYS):
            told = (
                Text(zh=f"停在 {last.date}", en=f"is of {last.date}") if last else Text(zh="尚无", en="is not recorded")
            )
            yield Violation(
                project.id,
                Text(
                    zh=f"项目“{project.id}”的进展记录{told.zh}，已超过 {_MOST_DAYS} 天",
                    en=f"The state of project “{project.id}” {told.en}: more than {_MOST_DAYS} days",
                ),
                Text(zh="在 progress 里加一条", en="Add a record to progress"),
                ("progress",) if last is not None else (),
            )
