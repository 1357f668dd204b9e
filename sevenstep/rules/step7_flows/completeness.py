"""Rules of step 7: what a flow and its activities must say to be measured."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import MODES, Activity, Flow
from sevenstep.rules.rule import Breach, rule


@rule(
    "S713",
    "flow-without-scope",
    Severity.WARNING,
    title=Text(zh="流程写明范围", en="A flow says what it covers"),
    reason=Text(
        zh="从哪里算起、到哪里为止没有说清，两个版本的时长就没法比。",
        en="Unless it is said where a flow begins and ends, the times of two variants cannot be compared.",
    ),
    bad="""
    flows:
      booking-asis:
        title: Booking, as is
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          done: {title: Booked, type: end}
    """,
    good="""
    flows:
      booking-asis:
        title: Booking, as is
        variant: as-is
        scope: {starts: The shipper needs transport, ends: Space and container are confirmed}
        steps:
          asked: {title: Space is needed, type: start}
          done: {title: Booked, type: end}
    """,
)
def flow_without_scope(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        if flow.scope is None:
            yield Breach(
                flow.id,
                Text(zh=f"流程“{flow.id}”没有写范围", en=f"Flow “{flow.id}” has no scope"),
                Text(
                    zh="写上 scope: {starts: 由什么触发, ends: 到什么为止}",
                    en="Add scope: {starts: what sets it going, ends: when it is over}",
                ),
            )


@rule(
    "S714",
    "activity-without-actor",
    Severity.WARNING,
    title=Text(zh="每项作业有执行主体", en="Every activity has an actor"),
    reason=Text(
        zh="没有主体就没有泳道：数不出移交次数，也不知道该找谁改进。",
        en="Without actors there are no lanes: hand-offs cannot be counted, and nobody can be asked to do better.",
    ),
    bad="""
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form}
          confirm: {title: Confirm space}
          done: {title: Booked, type: end}
    """,
    good="""
    actors:
      agent: {title: 货代, type: enterprise}
      railway: {title: 铁路, type: operator}
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form, actor: agent}
          confirm: {title: Confirm space, actor: railway}
          done: {title: Booked, type: end}
    """,
)
def activity_without_actor(chain: Chain) -> Iterator[Breach]:
    for flow in chain.engagement.of(Flow):
        without = [
            node.id
            for name, node in flow.steps.items()
            if isinstance(node, Activity) and flow.lanes[name] is None and node.id in chain.elements
        ]
        if without:
            yield Breach(
                without[0],
                Text(
                    zh=f"流程“{flow.id}”里没有一步写明由谁做，共 {len(without)} 项作业",
                    en=f"No step of flow “{flow.id}” says who does it ({len(without)} "
                    f"{'activity' if len(without) == 1 else 'activities'})",
                ),
                Text(
                    zh="给第一步写上 actor: 主体编号；换人做的那一步再写一次",
                    en="Give the first step actor: and an id; write it again wherever another takes over",
                ),
                also=tuple((other, ()) for other in without[1:]),
            )


@rule(
    "S715",
    "activity-without-time",
    Severity.WARNING,
    title=Text(zh="每项作业有办理时间", en="Every activity has a time"),
    reason=Text(
        zh="少一项时间，全程时间就算少了，现状与目标也没法比。",
        en="Where one time is missing, the lead time comes out too short, and the variants cannot be compared.",
    ),
    bad="""
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form, wait: 1d}
          done: {title: Booked, type: end}
    """,
    good="""
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form, time: 20min..40min, wait: 1d}
          done: {title: Booked, type: end}
    """,
)
def activity_without_time(chain: Chain) -> Iterator[Breach]:
    for activity in chain.engagement.of(Activity):
        if activity.time is None:
            yield Breach(
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


@rule(
    "S716",
    "activity-without-system",
    Severity.WARNING,
    title=Text(zh="半自动、自动的作业写明系统", en="Assisted and automatic activities name their system"),
    reason=Text(
        zh="不写系统，系统切换和重复录入就数不出来，也不知道要改哪个系统。",
        en="Otherwise switches and re-entries cannot be counted, nor is it known which system to change.",
    ),
    bad="""
    flows:
      clearance:
        title: Clearance
        variant: to-be
        steps:
          declared: {title: Declared, type: start}
          check: {title: Check papers by rule, mode: automatic}
          done: {title: Cleared, type: end}
    """,
    good="""
    systems:
      single-window: {title: 单一窗口}
    flows:
      clearance:
        title: Clearance
        variant: to-be
        steps:
          declared: {title: Declared, type: start}
          check: {title: Check papers by rule, mode: automatic, system: single-window}
          done: {title: Cleared, type: end}
    """,
)
def activity_without_system(chain: Chain) -> Iterator[Breach]:
    for activity in chain.engagement.of(Activity):
        if activity.mode in {"assisted", "automatic"} and activity.system is None:
            mode = MODES[activity.mode]
            yield Breach(
                activity.id,
                Text(
                    zh=f"作业“{activity.name}”是{mode.in_('zh')}的，却没有写在哪个系统里做",
                    en=f"Activity “{activity.name}” is {mode.in_('en')}, but names no system",
                ),
                Text(
                    zh="写上 system: 系统编号；若是人工做的，改成 mode: manual",
                    en="Add system: and the id of the system; if it is done by hand, mode: manual",
                ),
                ("mode",),
            )


@rule(
    "S717",
    "activity-without-mode",
    Severity.WARNING,
    title=Text(zh="每项作业写明办理方式", en="Every activity says whether it is done by hand"),
    reason=Text(
        zh="人工、半自动还是自动，决定人工比例，也决定哪里值得改造。",
        en="By hand, assisted or automatic: from this follow the share of manual work and where change pays.",
    ),
    bad="""
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form, time: 20min}
          done: {title: Booked, type: end}
    """,
    good="""
    flows:
      booking:
        title: Booking
        variant: as-is
        steps:
          asked: {title: Space is needed, type: start}
          fill-in: {title: Fill in the form, time: 20min, mode: manual}
          done: {title: Booked, type: end}
    """,
)
def activity_without_mode(chain: Chain) -> Iterator[Breach]:
    for activity in chain.engagement.of(Activity):
        if activity.mode is None:
            yield Breach(
                activity.id,
                Text(
                    zh=f"作业“{activity.name}”没有写是人工还是自动",
                    en=f"Activity “{activity.name}” does not say whether it is done by hand",
                ),
                Text(
                    zh="写上 mode: manual（人工）、assisted（半自动）或 automatic（自动）",
                    en="Add mode: manual, assisted or automatic",
                ),
            )


RULES: Final = (
    flow_without_scope,
    activity_without_actor,
    activity_without_time,
    activity_without_system,
    activity_without_mode,
)
"""What flows must say, in the order of the codes."""
