from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.joined_flows import joined_flows
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, joined
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S792",
    "taken-from-later",
    Severity.HINT,
    title=Text(zh="事项不用后面事项才产生的数据", en="An item does not read what a later item writes first"),
    reason=Text(
        zh="后一事项依赖前一事项，前一事项却要读后一事项才写出的数据：次序、依赖或读写写反了。",
        en="The later item waits for the earlier one, which reads what only the later one writes: the order, the "
        "dependence, or who reads and writes is the wrong way round.",
    ),
)
def taken_from_later(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.has_read_all(Flow):
        return
    for found in joined_flows(chain).values():
        for handover in found.handovers:
            if not handover.is_back or not handover.data or not _depends(chain, handover.giver, handover.taker):
                continue
            data = joined(chain.elements[key].title for key in handover.data)
            yield Violation(
                found.flows[handover.taker][0],
                Text(
                    zh=f"“{handover.taker}”要读“{data.for_language('zh')}”，写它的却是依赖于它的“{handover.giver}”",
                    en=f"“{handover.taker}” reads “{data.for_language('en')}”, which only “{handover.giver}” writes, "
                    "an item that depends on it",
                ),
                Text(
                    zh="写明这份数据最早由谁写出 (writes)，或改正 depends_on",
                    en="Say which earlier step writes it first (writes), or correct depends_on",
                ),
            )


def _depends(chain: Chain, item: str, other: str) -> bool:
    """Whether the item depends on the other, over any number of items.

    Each call may walk over all items; it is asked only of what goes back, of which a sound model has little.
    """
    seen = {item}
    waiting = [item]
    while waiting:
        for before in chain.targets(waiting.pop(), "depends-on"):
            if before.id == other:
                return True
            if before.id not in seen:
                seen.add(before.id)
                waiting.append(before.id)
    return False
