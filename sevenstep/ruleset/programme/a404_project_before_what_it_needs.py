from collections.abc import Iterator

from sevenstep.analysis.programme.wording import begin_said, end_said
from sevenstep.chain.cycles import knots
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A404",
    "project-before-what-it-needs",
    Severity.WARNING,
    title=Text(zh="项目在所需的项目完成后才开始", en="A project begins once those are done that it begins after"),
    reason=Text(
        zh="先后次序和日期对不上，排期只能把它往后推。",
        en="Its dates contradict the order, so that the schedule puts it off.",
    ),
)
def project_before_what_it_needs(chain: Chain) -> Iterator[Violation]:
    inside = {key: number for number, circle in enumerate(knots(chain, "begins-after")) for key in circle}
    for project in chain.engagement.of(Project):
        for key in project.after:
            other = chain.elements.get(key)
            if not isinstance(other, Project) or other is project:
                continue
            if project.id in inside and inside.get(key) == inside[project.id]:
                continue  # A405 tells them: of projects in a circle no dates can be right
            begin, end = project.first_day, other.last_day
            if begin is not None and end is not None and begin <= end:
                first, last = begin_said(begin), end_said(end)
                yield Violation(
                    project.id,
                    Text(
                        zh=f"项目“{project.id}”{first.zh}开始，而它须等“{key}”{last.zh}完成",
                        en=f"Project “{project.id}” begins in {first.en}, yet has to wait for “{key}” until {last.en}",
                    ),
                    Text(zh="改正日期，或去掉 after", en="Correct the dates, or take it out of after"),
                    ("start",),
                    also=((key, ("end",)),),
                )
