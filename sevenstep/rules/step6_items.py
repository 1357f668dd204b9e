"""Rules of step 6."""

import math
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step4_paths import Path
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.rules.rule import Breach, rule

_TOLERANCE: Final = 0.005
"""How far weights may be off 1: what three thirds written as 33.3% lose is less."""


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
                    en=f"Operation {numbers} of item “{item.id}” has no responsible unit",
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
        listed = ", ".join(path.id for path in paths)
        for who, places in strangers.items():
            yield Breach(
                item.id,
                Text(
                    zh=f"责任单位“{who}”没有参与路径 {listed}",
                    en=f"The responsible unit “{who}” takes no part in the path {listed}",
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
    "S605",
    "item-not-scored",
    Severity.QUESTION,
    title=Text(zh="事项要按准则打分", en="An item is scored"),
    reason=Text(
        zh="没有打分的事项排不进名次。",
        en="An item without scores has no rank.",
    ),
    decision=Text(zh="决定这件事排在第几位、先做还是后做。", en="It decides on the rank of the item: now or later."),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: {zh: 在线订舱, en: Booking online}}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: Booking online, scores: {benefit: 5}}
    """,
)
def item_not_scored(chain: Chain) -> Iterator[Breach]:
    if not chain.engagement.count("criterion"):
        return
    for item in chain.engagement.of(Item):
        if not item.scores:
            yield Breach(
                item.id,
                item.title.put(zh="“{}”在各条准则上各得几分？", en="How does “{}” score on each criterion?"),
                Text(zh="写上 scores: {准则编号: 分数}", en="Add scores: {criterion: score}"),
            )


@rule(
    "S606",
    "criterion-not-scored",
    Severity.WARNING,
    title=Text(zh="打了分的事项，每条准则都要有分", en="A scored item is scored on every criterion"),
    reason=Text(
        zh="缺一项分数，总分就不能和别的事项比。",
        en="With a score missing, the sum cannot be compared with that of other items.",
    ),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 40%, direction: decrease}
    items:
      booking: {title: Booking online, scores: {benefit: 5}}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 40%, direction: decrease}
    items:
      booking: {title: Booking online, scores: {benefit: 5, effort: 2}}
    """,
)
def criterion_not_scored(chain: Chain) -> Iterator[Breach]:
    criteria = [criterion.id for criterion in chain.engagement.of(Criterion)]
    for item in chain.engagement.of(Item):
        missing = [key for key in criteria if key not in item.scores]
        if item.scores and missing:
            listed = ", ".join(missing)
            yield Breach(
                item.id,
                Text(zh=f"事项“{item.id}”缺少分数：{listed}", en=f"Item “{item.id}” lacks scores: {listed}"),
                Text(zh=f"在 scores 里补上 {listed}", en=f"Add {listed} under scores"),
                ("scores",),
                on_key=True,
            )


@rule(
    "S607",
    "score-off-scale",
    Severity.ERROR,
    title=Text(zh="分数在评分范围内", en="A score lies on the scale"),
    reason=Text(
        zh="超出范围的分数会盖过其他所有准则。",
        en="A score off the scale outweighs all other criteria.",
    ),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: Booking online, scores: {benefit: 9}}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 100%}
    items:
      booking: {title: Booking online, scores: {benefit: 4.5}}
    """,
)
def score_off_scale(chain: Chain) -> Iterator[Breach]:
    low, high = chain.engagement.header.settings.scale
    scale = f"{plain_number(low)}–{plain_number(high)}"
    for item in chain.engagement.of(Item):
        for key, score in item.scores.items():
            if score.unit or score.low < low or score.high > high:
                yield Breach(
                    item.id,
                    Text(zh=f"分数 {score.text} 不在 {scale} 之内", en=f"The score {score.text} is not within {scale}"),
                    Text(
                        zh=f"写 {scale} 的数，或改 settings: {{scale: [{plain_number(low)}, {plain_number(high)}]}}",
                        en=f"Write a number within {scale}, or change the scale under settings in engagement.yaml",
                    ),
                    ("scores", key),
                )


@rule(
    "S608",
    "weights-off-one",
    Severity.ERROR,
    title=Text(zh="各准则的权重合计 100%", en="The weights of the criteria add up to 100%"),
    reason=Text(
        zh="权重加不到一，总分就没有意义。",
        en="If weights do not add up to one, the weighted sum means nothing.",
    ),
    bad="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 60%}
    """,
    good="""
    criteria:
      benefit: {title: Benefit, weight: 60%}
      effort: {title: Effort, weight: 40%}
    """,
)
def weights_off_one(chain: Chain) -> Iterator[Breach]:
    criteria = list(chain.engagement.of(Criterion))
    total = math.fsum(criterion.weight for criterion in criteria)
    if not criteria or abs(total - 1) <= _TOLERANCE or "criterion" in chain.engagement.broken.values():
        return
    if not chain.engagement.complete:
        return
    *others, last = criteria
    shown = plain_number(round(total * 100, 2))
    yield Breach(
        last.id,
        Text(zh=f"各准则的权重合计 {shown}%", en=f"The weights of the criteria add up to {shown}%"),
        Text(zh="改到合计 100%", en="Make them add up to 100%"),
        ("weight",),
        also=tuple((criterion.id, ("weight",)) for criterion in others),
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
        way = told(around)
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
    item_not_scored,
    criterion_not_scored,
    score_off_scale,
    weights_off_one,
    items_in_circle,
    item_without_owner,
)
"""The rules of this step."""
