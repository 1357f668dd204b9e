from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step5_scenarios import Group, Scenario
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S504",
    "scenario-without-group",
    Severity.WARNING,
    title=Text(zh="场景要归入一个场景类", en="A scenario belongs to a group"),
    reason=Text(
        zh="没有归类的场景在场景图上找不到位置。",
        en="A scenario in no group has no place on the map of scenarios.",
    ),
)
def scenario_without_group(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.count(Group):
        return
    for scenario in chain.engagement.of(Scenario):
        if scenario.group is None:
            yield Violation(
                scenario.id,
                Text(zh=f"场景“{scenario.id}”没有归类", en=f"Scenario “{scenario.id}” belongs to no group"),
                Text(zh="写上 group: 场景类编号", en="Add group: and the id of a group"),
            )
