from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import end_of
from sevenstep.model.frames.project import Project
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A418",
    "rollout-goes-back",
    Severity.WARNING,
    title=Text(zh="推广只进不退", en="A rollout goes forwards"),
    reason=Text(
        zh="后一批的比例比前一批小，或推广晚于项目完成，生效的比例就说不清。",
        en="Where a later share is smaller, or a rollout comes after the end, nobody can tell what is in force.",
    ),
)
def rollout_goes_back(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        reached = 0.0
        for number, wave in sorted(enumerate(project.rollout), key=lambda entry: end_of(entry[1].date)):
            share = float(wave.share) if wave.share is not None else reached
            end = project.last_day
            if share < reached or (end is not None and end_of(wave.date) > end):
                yield Violation(
                    project.id,
                    Text(
                        zh=f"项目“{project.id}”{wave.date} 的推广"
                        + ("比例比前一批小" if share < reached else f"晚于完成（{project.end}）"),
                        en=f"The rollout of project “{project.id}” of {wave.date} "
                        + (
                            "covers less than the one before"
                            if share < reached
                            else f"comes after its end, {project.end}"
                        ),
                    ),
                    Text(zh="写累计的比例，日期不晚于完成", en="Write shares that add up, with dates up to the end"),
                    ("rollout", number),
                )
            reached = max(reached, share)
