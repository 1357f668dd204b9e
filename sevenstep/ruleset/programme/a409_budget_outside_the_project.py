from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A409",
    "budget-outside-the-project",
    Severity.WARNING,
    title=Text(zh="预算的年份在工期之内", en="Money is spent while the project runs"),
    reason=Text(
        zh="工期之外的预算，不是年份写错，就是工期写错。",
        en="Money of a year in which the project does not run is a slip of one of the two.",
    ),
)
def budget_outside_the_project(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        begin, end = project.first_day, project.last_day
        for number, line in enumerate(project.budget):
            days = days_of(line.year)
            if days is None or begin is None or end is None or begin > end:
                continue
            if days[1].year < begin.year or days[0].year > end.year:
                yield Violation(
                    project.id,
                    Text(
                        zh=f"项目“{project.id}”在 {line.year} 年有预算，工期却是 {project.start} 至 {project.end}",
                        en=f"Project “{project.id}” has money for {line.year}, yet runs from {project.start} "
                        f"to {project.end}",
                    ),
                    Text(zh="改正年份或工期", en="Correct the year or the dates"),
                    ("budget", number, "year"),
                )
