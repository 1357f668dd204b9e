from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S623",
    "people-without-work",
    Severity.WARNING,
    title=Text(zh="配了人的单位在事项里有事可做", en="A unit that gives people has work in the item"),
    reason=Text(
        zh="没有步骤、也没有作业的单位，人再多也帮不上忙。",
        en="People of a unit that does no step and no activity are no help, however many they are.",
    ),
)
def people_without_work(chain: Chain) -> Iterator[Violation]:
    actors = tree(chain, "actor-parent")
    for item in chain.engagement.of(Item):
        people = item.resources.people if item.resources is not None else ()
        if not any(staff.unit for staff in people):
            continue
        working = {operation.unit for operation in item.operations if operation.unit}
        for flow in chain.holders(item.id, "details"):
            if isinstance(flow, Flow):
                working |= {lane for lane in flow.lanes.values() if lane}
        for place, staff in enumerate(people):
            unit = staff.unit or ""
            if working and unit in chain.elements and not any(actors.related(unit, who) for who in working):
                yield Violation(
                    item.id,
                    Text(
                        zh=f"“{unit}”给事项“{item.id}”派了人，却没有步骤，也没有作业",
                        en=f"“{unit}” gives people to item “{item.id}” and does no step or activity of it",
                    ),
                    Text(zh="换一个单位，或给它写上步骤", en="Name another unit, or give it a step"),
                    ("resources", "people", place, "unit"),
                )
