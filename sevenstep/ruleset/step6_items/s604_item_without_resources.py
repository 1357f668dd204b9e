from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S604",
    "item-without-resources",
    Severity.WARNING,
    title=Text(zh="事项要写明所需资源", en="An item says what it needs"),
    reason=Text(
        zh="不知道要多少人、钱和系统，就排不出先后。",
        en="Unless people, money and systems are known, items cannot be put in order.",
    ),
)
def item_without_resources(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        if item.resources is None:
            yield Violation(
                item.id,
                Text(zh=f"事项“{item.id}”没有写资源", en=f"Item “{item.id}” names no resources"),
                Text(
                    zh="写上 resources: {people: …, systems: […], money: …}",
                    en="Add resources: {people: …, systems: […], money: …}",
                ),
            )
