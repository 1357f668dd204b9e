from collections.abc import Iterator

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.wording import end_said
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import end_of
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A407",
    "project-ends-after-its-target",
    Severity.WARNING,
    title=Text(zh="项目在考核目标到期之前完成", en="A project ends before the target that it is judged by"),
    reason=Text(
        zh="目标到期时项目还没完成，按它考核没有意义。",
        en="It cannot be judged by a target that is due before it ends.",
    ),
)
def project_ends_after_its_target(chain: Chain) -> Iterator[Violation]:
    scheduled = programme(chain).schedule.projects
    for project in chain.engagement.of(Project):
        for key, day in project.judged_by.items():
            if project.id in scheduled and end_of(day) < (end := scheduled[project.id].end):
                last = end_said(end)
                yield Violation(
                    project.id,
                    Text(
                        zh=f"项目“{project.id}”{last.zh}才完成，而考核它的“{key}”目标 {day} 就到期",
                        en=f"Project “{project.id}” ends in {last.en}, after target {day} of “{key}”, by which it "
                        "is judged",
                    ),
                    Text(zh="换一个期限的目标，或提前完成", en="Name the target of another date, or end earlier"),
                    ("judged_by", key),
                )
