from collections.abc import Iterator

from sevenstep.analysis.programme.wording import begin_said, end_said
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.frames.phase import Phase
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A425",
    "project-outside-its-phase",
    Severity.HINT,
    title=Text(zh="项目在它的阶段之内", en="A project runs within its phase"),
    reason=Text(
        zh="项目早于阶段开始，或晚于阶段结束，阶段的起止就说不清了。",
        en="Where a project begins before its phase or ends after it, the dates of the phase tell nothing.",
    ),
)
def project_outside_its_phase(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        phase = chain.elements.get(project.phase or "")
        if not isinstance(phase, Phase):
            continue
        begins, ends = (days_of(day) if day is not None else None for day in (phase.start, phase.end))
        first, last = project.first_day, project.last_day
        if begins is not None and first is not None and first < begins[0]:
            begin, start = begin_said(first), begin_said(begins[0])
            yield Violation(
                project.id,
                Text(
                    zh=f"项目“{project.id}”{begin.zh}开始，早于所在阶段“{phase.id}”的 {start.zh}",
                    en=f"Project “{project.id}” begins in {begin.en}, before its phase “{phase.id}” does in {start.en}",
                ),
                _REMEDY,
                ("start",),
                also=((phase.id, ("start",)),),
            )
        if ends is not None and last is not None and last > ends[1]:
            end, over = end_said(last), end_said(ends[1])
            yield Violation(
                project.id,
                Text(
                    zh=f"项目“{project.id}”{end.zh}完成，晚于所在阶段“{phase.id}”的 {over.zh}",
                    en=f"Project “{project.id}” ends in {end.en}, after its phase “{phase.id}” does in {over.en}",
                ),
                _REMEDY,
                ("end",),
                also=((phase.id, ("end",)),),
            )


_REMEDY = Text(
    zh="改正项目或阶段的日期，或归入另一个阶段", en="Correct the dates of either, or put it in another phase"
)
