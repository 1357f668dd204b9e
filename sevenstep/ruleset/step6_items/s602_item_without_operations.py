from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S602",
    "item-without-operations",
    Severity.WARNING,
    title=Text(zh="事项要写出操作步骤", en="An item lists its operations"),
    reason=Text(
        zh="没有步骤的事项评估不了，也画不成流程。",
        en="An item without operations can neither be evaluated nor be drawn as a flow.",
    ),
)
def item_without_operations(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        if not item.operations:
            yield Violation(
                item.id,
                Text(zh=f"事项“{item.id}”没有操作步骤", en=f"Item “{item.id}” has no operations"),
                Text(zh="写上 operations: [{does: …, unit: …}]", en="Add operations: [{does: …, unit: …}]"),
            )
