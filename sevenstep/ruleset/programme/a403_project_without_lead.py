from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A403",
    "project-without-lead",
    Severity.WARNING,
    title=Text(zh="项目有牵头单位", en="A project has a lead"),
    reason=Text(
        zh="没有牵头单位，出了问题没有人召集。",
        en="Without a lead nobody calls the others together.",
    ),
)
def project_without_lead(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        if project.lead is None and not chain.engagement.is_partial(project.id):
            yield Violation(
                project.id,
                Text(zh=f"项目“{project.id}”没有牵头单位", en=f"Project “{project.id}” has no lead"),
                Text(zh="在 lead 里写牵头单位", en="Name the unit in lead"),
            )
