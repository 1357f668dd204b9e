from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Mode
from sevenstep.model.step7_flows import Activity
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S716",
    "activity-without-system",
    Severity.WARNING,
    title=Text(zh="半自动、自动的作业写明系统", en="Assisted and automatic activities name their system"),
    reason=Text(
        zh="不写系统，切换系统和重复录入的次数就无从统计，也不知道要改哪个系统。",
        en="Otherwise switches and re-entries cannot be counted, nor is it known which system to change.",
    ),
)
def activity_without_system(chain: Chain) -> Iterator[Violation]:
    for activity in chain.engagement.of(Activity):
        if activity.mode in {Mode.ASSISTED, Mode.AUTOMATIC} and activity.system is None:
            mode = activity.mode.label
            yield Violation(
                activity.id,
                Text(
                    zh=f"作业“{activity.name}”是{mode.for_language('zh')}的，却未写明在哪个系统办理",
                    en=f"Activity “{activity.name}” is {mode.for_language('en')}, but names no system",
                ),
                Text(
                    zh="写上 system: 系统编号；若是人工做的，改成 mode: manual",
                    en="Add system: and the id of the system; if it is done by hand, mode: manual",
                ),
                ("mode",),
            )
