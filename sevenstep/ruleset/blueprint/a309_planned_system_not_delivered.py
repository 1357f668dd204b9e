from collections.abc import Iterator

from sevenstep.analysis.blueprint.system_trees import lines
from sevenstep.analysis.choices import Fate
from sevenstep.analysis.platforms import platforms
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.project import Project
from sevenstep.model.step7_flows import Flow, System
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A309",
    "planned-system-not-delivered",
    Severity.WARNING,
    title=Text(zh="新系统有项目来建", en="A project delivers every new system"),
    reason=Text(
        zh="目标流程要用、今天还没有的系统，没有项目建它，就没有钱、没有人、没有日子。",
        en="A system that only the design uses gets neither money nor people nor a date without a project.",
    ),
)
def planned_system_not_delivered(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.count(Project) or not engagement.has_read_all(Project, System, Flow):
        return
    told = {key for project in engagement.of(Project) for key in (*project.delivers, *project.systems)}
    for system, line in lines(chain).items():
        if platforms(chain)[system].fate is Fate.NEW and not told.intersection(line):
            yield Violation(
                system,
                Text(
                    zh=f"目标流程要用新系统“{system}”，没有项目建它",
                    en=f"The design runs on the new system “{system}”, and no project delivers it",
                ),
                Text(
                    zh=f"在建它的项目的 delivers 里写上 {system}",
                    en=f"Name {system} under delivers of the project that builds it",
                ),
            )
