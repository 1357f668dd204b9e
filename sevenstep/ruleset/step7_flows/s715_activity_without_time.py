from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S715",
    "activity-without-time",
    Severity.WARNING,
    title=Text(zh="每项作业有办理时间", en="Every activity has a time"),
    reason=Text(
        zh="少一项时间，全程时间就算少了，现状与目标也没法比。",
        en="Where one time is missing, the lead time comes out too short, and the variants cannot be compared.",
    ),
)
def activity_without_time(chain: Chain) -> Iterator[Violation]:
    for activity in chain.engagement.of(Activity):
        if activity.time is None:
            yield Violation(
                activity.id,
                Text(
                    zh=f"作业“{activity.name}”没有办理时间" + ("，只有等待时间" if activity.wait is not None else ""),
                    en=f"Activity “{activity.name}” has no time"
                    + (", only a wait" if activity.wait is not None else ""),
                ),
                Text(
                    zh="写上 time: 20min..40min；没有测过，先估一个范围",
                    en="Add time: 20min..40min; where nothing was measured, estimate a range",
                ),
            )
