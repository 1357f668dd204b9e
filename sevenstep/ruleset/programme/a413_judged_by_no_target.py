from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.frames.project import Project
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A413",
    "judged-by-no-target",
    Severity.WARNING,
    title=Text(zh="考核期限上有目标值", en="There is a target at the date that a project is judged by"),
    reason=Text(
        zh="写了考核期限，指标在那时却没有目标值。",
        en="Without a target of that date there is nothing to judge by.",
    ),
)
def judged_by_no_target(chain: Chain) -> Iterator[Violation]:
    for project in chain.engagement.of(Project):
        for key, day in project.judged_by.items():
            indicator = chain.elements.get(key)
            if not isinstance(indicator, Indicator) or chain.engagement.is_partial(key):
                continue
            if not any(days_of(other) == days_of(day) for other in indicator.targets):
                yield Violation(
                    project.id,
                    Text(
                        zh=f"项目“{project.id}”按“{key}”{day} 的目标考核，这个指标那时没有目标值",
                        en=f"Project “{project.id}” is judged by target {day} of “{key}”, which has none of that date",
                    ),
                    Text(
                        zh="写指标已有的期限，或给指标加上目标值", en="Name a date that has a target, or add the target"
                    ),
                    ("judged_by", key),
                )
