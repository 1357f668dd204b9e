"""An item says what is done, by whom and with what, and what comes before it."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step4_paths import Path
from sevenstep.model.step6_items import Item
from sevenstep.rules.rule import Breach, rule
from sevenstep.rules.titles import unquoted


@rule(
    "S601",
    "operation-without-unit",
    Severity.WARNING,
    title=Text(zh="每个操作步骤都有责任单位", en="Every operation has a unit that is responsible"),
    reason=Text(
        zh="没有责任单位的步骤没有人去做。",
        en="An operation for which no unit is responsible is done by nobody.",
    ),
    bad="""
    items:
      booking: {title: Booking, operations: [{does: Ask for space}, {does: Confirm space, unit: railway}]}
    """,
    good="""
    items:
      booking: {title: Booking, operations: [{does: Ask for space, unit: forwarder, role: clerk}]}
    """,
)
def operation_without_unit(chain: Chain) -> Iterator[Breach]:
    for item in chain.engagement.of(Item):
        missing = [index for index, one in enumerate(item.operations) if one.unit is None]
        if missing:
            numbers = ", ".join(str(index + 1) for index in missing)
            yield Breach(
                item.id,
                Text(
                    zh=f"事项“{item.id}”的第 {numbers} 步没有责任单位",
                    en=f"Operation{'' if len(missing) == 1 else 's'} {numbers} of item “{item.id}” "
                    f"{'has' if len(missing) == 1 else 'have'} no responsible unit",
                ),
                Text(zh="写上 unit: 主体编号，role: 岗位", en="Add unit: and the id of an actor, and role:"),
                ("operations", missing[0]),
                also=tuple((item.id, ("operations", index)) for index in missing[1:]),
            )


@rule(
    "S602",
    "item-without-operations",
    Severity.WARNING,
    title=Text(zh="事项要写出操作步骤", en="An item lists its operations"),
    reason=Text(
        zh="没有步骤的事项评估不了，也画不成流程。",
        en="An item without operations can neither be evaluated nor be drawn as a flow.",
    ),
    bad="""
    items:
      booking: {title: Booking}
    """,
    good="""
    items:
      booking: {title: Booking, operations: [{does: Ask for space, unit: forwarder}]}
    """,
)
def item_without_operations(chain: Chain) -> Iterator[Breach]:
    for item in chain.engagement.of(Item):
        if not item.operations:
            yield Breach(
                item.id,
                Text(zh=f"事项“{item.id}”没有操作步骤", en=f"Item “{item.id}” has no operations"),
                Text(zh="写上 operations: [{does: …, unit: …}]", en="Add operations: [{does: …, unit: …}]"),
            )


@rule(
    "S603",
    "unit-not-on-path",
    Severity.WARNING,
    title=Text(zh="责任单位在事项的协同路径上", en="Who is responsible takes part in the paths of the item"),
    reason=Text(
        zh="路径上没有的单位，别人不知道要和它协同。",
        en="Nobody on the path knows that they work together with a unit that is not on it.",
    ),
    bad="""
    actors:
      forwarder: {title: Forwarder, type: enterprise}
      insurer: {title: Insurer, type: enterprise}
    paths:
      rail-sea: {title: Rail–sea transport, connects: {space: {R: forwarder, A: forwarder}}}
    scenarios:
      multimodal: {title: Multimodal coordination, realizes: rail-sea}
    items:
      booking: {title: Booking, scenario: multimodal, operations: [{does: Insure the cargo, unit: insurer}]}
    """,
    good="""
    actors:
      forwarder: {title: Forwarder, type: enterprise}
    paths:
      rail-sea: {title: Rail–sea transport, connects: {space: {R: forwarder, A: forwarder}}}
    scenarios:
      multimodal: {title: Multimodal coordination, realizes: rail-sea}
    items:
      booking: {title: Booking, scenario: multimodal, operations: [{does: Ask for space, unit: forwarder}]}
    """,
)
def unit_not_on_path(chain: Chain) -> Iterator[Breach]:
    actors = tree(chain, "actor-parent")
    for item in chain.engagement.of(Item):
        paths = _paths(chain, item)
        taking_part = {who for path in paths for who in path.participants}
        if not taking_part:
            continue
        strangers: dict[str, list[int]] = {}
        for index, one in enumerate(item.operations):
            unit = one.unit or ""
            if unit in chain.elements and not any(actors.related(unit, who) for who in taking_part):
                strangers.setdefault(unit, []).append(index)
        listed = [unquoted(path.id) for path in paths]
        for who, places in strangers.items():
            yield Breach(
                item.id,
                Text(
                    zh=f"责任单位“{who}”没有参与路径{'、'.join(listed)}",
                    en=f"The responsible unit “{who}” takes no part in the path {', '.join(listed)}",
                ),
                Text(
                    zh="在路径的 connects 里给它职责，或换一个单位",
                    en="Give it a part on the path, or name another unit",
                ),
                ("operations", places[0], "unit"),
                also=tuple((item.id, ("operations", index, "unit")) for index in places[1:]),
            )


@rule(
    "S604",
    "item-without-resources",
    Severity.WARNING,
    title=Text(zh="事项要写明所需资源", en="An item says what it needs"),
    reason=Text(
        zh="不知道要多少人、钱和系统，就排不出先后。",
        en="Unless people, money and systems are known, items cannot be put in order.",
    ),
    bad="""
    items:
      booking: {title: Booking}
    """,
    good="""
    items:
      booking: {title: Booking, resources: {people: two clerks, money: 300000 CNY}}
    """,
)
def item_without_resources(chain: Chain) -> Iterator[Breach]:
    for item in chain.engagement.of(Item):
        if item.resources is None:
            yield Breach(
                item.id,
                Text(zh=f"事项“{item.id}”没有写资源", en=f"Item “{item.id}” names no resources"),
                Text(
                    zh="写上 resources: {people: …, systems: […], money: …}",
                    en="Add resources: {people: …, systems: […], money: …}",
                ),
            )


@rule(
    "S609",
    "items-in-circle",
    Severity.ERROR,
    title=Text(zh="事项的依赖不绕圈", en="Items do not depend on one another in a circle"),
    reason=Text(
        zh="互相等待的事项，哪一件也开始不了。",
        en="Of items that wait for one another none can begin.",
    ),
    bad="""
    items:
      booking: {title: Booking, depends_on: status}
      status: {title: Shared status, depends_on: booking}
    """,
    good="""
    items:
      booking: {title: Booking, depends_on: status}
      status: {title: Shared status}
    """,
)
def items_in_circle(chain: Chain) -> Iterator[Breach]:
    for around in cycles(chain, "depends-on"):
        way = told(around, unquoted)
        yield Breach(
            around[0].source,
            Text(zh=f"事项互相依赖：{way}", en=f"Items depend on one another: {way}"),
            Text(zh="去掉其中一个 depends_on", en="Take one of these out of depends_on"),
            around[0].path,
        )


@rule(
    "S610",
    "item-without-owner",
    Severity.QUESTION,
    title=Text(zh="事项要有负责方", en="An item has an owner"),
    reason=Text(
        zh="跨单位的事项没有牵头方就推不动。",
        en="A matter between several parties moves only if one of them takes the lead.",
    ),
    decision=Text(zh="决定由谁牵头、谁出钱。", en="It decides who takes the lead, and who pays."),
    bad="""
    items:
      booking: {title: {zh: 在线订舱, en: Booking online}}
    """,
    good="""
    actors:
      railway: {title: Railway, type: operator}
    items:
      booking: {title: Booking online, owner: railway}
    """,
)
def item_without_owner(chain: Chain) -> Iterator[Breach]:
    for item in chain.engagement.of(Item):
        if item.owner is None:
            accountable = (raci.accountable for path in _paths(chain, item) for raci in path.connects.values())
            yield Breach(
                item.id,
                item.title.put(zh="谁牵头负责“{}”？", en="Who takes the lead on “{}”?"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
                ask=tuple(dict.fromkeys(who for several in accountable for who in several)),
            )


def _paths(chain: Chain, item: Item) -> list[Path]:
    """The paths that the item's scenario realizes."""
    scenarios = chain.targets(item.id, "belongs-to")
    found = (path for scenario in scenarios for path in chain.targets(scenario.id, "realizes"))
    return [path for path in found if isinstance(path, Path)]


RULES: Final = (
    operation_without_unit,
    item_without_operations,
    unit_not_on_path,
    item_without_resources,
    items_in_circle,
    item_without_owner,
)
"""These rules."""
