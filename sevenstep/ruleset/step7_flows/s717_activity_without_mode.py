from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S717",
    "activity-without-mode",
    Severity.WARNING,
    title=Text(zh="每项作业写明办理方式", en="Every activity says whether it is done by hand"),
    reason=Text(
        zh="人工、半自动还是自动，决定人工比例，也决定哪里值得改造。",
        en="By hand, assisted or automatic: from this follow the share of manual work and where change pays.",
    ),
)
def activity_without_mode(chain: Chain) -> Iterator[Violation]:
    for activity in chain.engagement.of(Activity):
        if activity.mode is None:
            yield Violation(
                activity.id,
                Text(
                    zh=f"作业“{activity.name}”未写明是人工还是自动",
                    en=f"Activity “{activity.name}” does not say whether it is done by hand",
                ),
                Text(
                    zh="写上 mode: manual（人工）、assisted（半自动）或 automatic（自动）",
                    en="Add mode: manual, assisted or automatic",
                ),
            )
