"""Scenarios move indicators, bear titles of their own, and stand in groups."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.element import same_words
from sevenstep.model.step5_scenarios import Group, Scenario
from sevenstep.rules.rule import Breach, rule


@rule(
    "S501",
    "scenario-moves-nothing",
    Severity.WARNING,
    title=Text(zh="场景要说明改善哪个指标、多少", en="A scenario says which indicator it moves, and how far"),
    reason=Text(
        zh="说不出能改善什么的场景，没有理由先做。",
        en="A scenario that moves nothing gives no reason to do it first.",
    ),
    bad="""
    scenarios:
      multimodal: {title: Multimodal coordination}
    """,
    good="""
    indicators:
      clearance-time: {title: Clearance time, unit: h, direction: decrease}
    scenarios:
      multimodal: {title: Multimodal coordination, moves: {clearance-time: -30%}}
    """,
)
def scenario_moves_nothing(chain: Chain) -> Iterator[Breach]:
    for scenario in chain.engagement.of(Scenario):
        if not scenario.moves:
            yield Breach(
                scenario.id,
                Text(zh=f"场景“{scenario.id}”没有说明改善哪个指标", en=f"Scenario “{scenario.id}” moves no indicator"),
                Text(zh="写上 moves: {指标编号: -30%}", en="Add moves: {indicator: -30%}"),
            )


@rule(
    "S502",
    "scenario-twice",
    Severity.WARNING,
    literal=True,
    title=Text(zh="场景不重名", en="No two scenarios have the same title"),
    reason=Text(
        zh="同名的场景会被当成一个，工作也会做两遍。",
        en="Scenarios of one title are taken for one, and their work is done twice.",
    ),
    bad="""
    scenarios:
      booking: {title: {zh: 在线订舱, en: Booking online}}
      e-booking: {title: {zh: 网上订舱, en: Booking online}}
    """,
    good="""
    scenarios:
      booking: {title: {zh: 在线订舱, en: Booking online}}
      e-booking: {title: {zh: 订舱结算, en: Paying for bookings}}
    """,
)
def scenario_twice(chain: Chain) -> Iterator[Breach]:
    first: dict[str, str] = {}
    for scenario in chain.engagement.of(Scenario):
        twins = {first.setdefault(same_words(said), scenario.id) for said in scenario.title.in_all()} - {scenario.id}
        for twin in sorted(twins):
            yield Breach(
                scenario.id,
                Text(
                    zh=f"场景“{scenario.id}”和“{twin}”同名",
                    en=f"Scenarios “{scenario.id}” and “{twin}” have the same title",
                ),
                Text(zh="合并，或换一个名称", en="Merge the two, or give one of them another title"),
                ("title",),
                also=((twin, ("title",)),),
            )


@rule(
    "S503",
    "group-of-one",
    Severity.WARNING,
    title=Text(zh="场景类至少有两个场景", en="A group holds two scenarios at least"),
    reason=Text(
        zh="只有一个场景的类没有归类的作用。",
        en="A group of one sorts nothing.",
    ),
    bad="""
    groups:
      logistics: {title: Logistics information}
    scenarios:
      booking: {title: Booking online, group: logistics}
    """,
    good="""
    groups:
      logistics: {title: Logistics information}
    scenarios:
      booking: {title: Booking online, group: logistics}
      tracking: {title: Tracking, group: logistics}
    """,
)
def group_of_one(chain: Chain) -> Iterator[Breach]:
    for group, count in _sizes(chain):
        if count == 1:
            yield Breach(
                group,
                Text(zh=f"场景类“{group}”只有一个场景", en=f"Group “{group}” holds a single scenario"),
                Text(
                    zh="并入另一个场景类，或补上其余场景", en="Merge it into another group, or add its other scenarios"
                ),
            )


@rule(
    "S504",
    "scenario-without-group",
    Severity.WARNING,
    title=Text(zh="场景要归入一个场景类", en="A scenario stands in a group"),
    reason=Text(
        zh="没有归类的场景在场景图上找不到位置。",
        en="A scenario in no group has no place on the map of scenarios.",
    ),
    bad="""
    groups:
      logistics: {title: Logistics information}
    scenarios:
      booking: {title: Booking online}
    """,
    good="""
    groups:
      logistics: {title: Logistics information}
    scenarios:
      booking: {title: Booking online, group: logistics}
    """,
)
def scenario_without_group(chain: Chain) -> Iterator[Breach]:
    if not chain.engagement.count("group"):
        return
    for scenario in chain.engagement.of(Scenario):
        if scenario.group is None:
            yield Breach(
                scenario.id,
                Text(zh=f"场景“{scenario.id}”没有归类", en=f"Scenario “{scenario.id}” stands in no group"),
                Text(zh="写上 group: 场景类编号", en="Add group: and the id of a group"),
            )


@rule(
    "S505",
    "empty-group",
    Severity.WARNING,
    title=Text(zh="场景类里要有场景", en="A group holds scenarios"),
    reason=Text(
        zh="空的场景类要么漏了场景，要么不需要。",
        en="Of an empty group either the scenarios are missing, or it is not needed.",
    ),
    bad="""
    groups:
      logistics: {title: Logistics information}
    """,
    good="""
    groups:
      logistics: {title: Logistics information}
    scenarios:
      booking: {title: Booking online, group: logistics}
    """,
)
def empty_group(chain: Chain) -> Iterator[Breach]:
    for group, count in _sizes(chain):
        if count == 0:
            yield Breach(
                group,
                Text(zh=f"场景类“{group}”里没有场景", en=f"Group “{group}” holds no scenario"),
                Text(zh="补上场景，或删掉这个场景类", en="Add its scenarios, or take the group out"),
            )


def _sizes(chain: Chain) -> Iterator[tuple[str, int]]:
    """How many scenarios each group holds; nothing where some could not be read, or name a group that is not there."""
    if not chain.engagement.complete or "scenario" in chain.engagement.broken.values():
        return
    if any(link.relation.name == "group" for link in chain.dangling):
        return
    for group in chain.engagement.of(Group):
        yield group.id, len(chain.holders(group.id, "group"))


RULES: Final = (
    scenario_moves_nothing,
    scenario_twice,
    group_of_one,
    scenario_without_group,
    empty_group,
)
"""These rules."""
