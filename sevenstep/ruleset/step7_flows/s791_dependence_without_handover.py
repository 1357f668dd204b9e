from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.joined_flows import joined_flows
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S791",
    "dependence-without-handover",
    Severity.HINT,
    title=Text(zh="事项依赖另一事项，就从它那里接到东西", en="An item takes something from the item it depends on"),
    reason=Text(
        zh="写了依赖，两边的流程却没有数据交接：要么依赖不成立，要么流程漏了交接。",
        en="Where one item depends on another and their flows hand nothing over, either the dependence is none, or the "
        "flows leave the hand-over out.",
    ),
)
def dependence_without_handover(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.has_read_all(Flow):
        return
    every = joined_flows(chain).values()
    tied = {(handover.giver, handover.taker) for joined in every for handover in joined.handovers}
    tied |= {(taker, giver) for giver, taker in tied}
    common = [set(joined.flows) for joined in every]
    for item in chain.engagement.of(Item):
        for place, before in enumerate(item.depends_on):
            both = any({item.id, before} <= flows for flows in common)
            if both and before != item.id and (before, item.id) not in tied:
                yield Violation(
                    item.id,
                    Text(
                        zh=f"事项“{item.id}”依赖“{before}”，两边的流程却没有数据交接，范围也不衔接",
                        en=f"Item “{item.id}” depends on “{before}”, but their flows hand no data over, nor does one "
                        "start where the other ends",
                    ),
                    Text(
                        zh="让一边的作业读 (reads) 另一边写 (writes) 的数据，或让 scope 的起点接上终点，"
                        "或改正 depends_on",
                        en="Let an activity of one read what the other writes, let the scope of one start where the "
                        "other ends, or correct depends_on",
                    ),
                    ("depends_on", place),
                )
