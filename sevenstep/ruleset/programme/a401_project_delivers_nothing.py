from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A401",
    "project-delivers-nothing",
    Severity.WARNING,
    title=Text(zh="项目有交付", en="A project delivers something"),
    reason=Text(
        zh="不交付任何举措、事项或系统的项目，做完了也不改变业务。",
        en="A project that delivers no measure, item or system changes nothing once it is done.",
    ),
)
def project_delivers_nothing(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        if not project.delivers and not project.systems and not chain.engagement.is_partial(project.id):
            yield Violation(
                project.id,
                Text(zh=f"项目“{project.id}”什么也不交付", en=f"Project “{project.id}” delivers nothing"),
                Text(
                    zh="在 delivers 里写它做成的举措、事项或系统", en="Name the measures, items or systems in delivers"
                ),
            )
