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
    title=Text(zh="事项要写明运行资源", en="An item says what it has to run on"),
    reason=Text(
        zh="不知道运行它有多少人、钱和系统，就说不出够不够。",
        en="Unless people, money and systems are known, nobody can say whether they are enough to run it.",
    ),
)
def item_without_resources(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        if item.resources is None:
            yield Violation(
                item.id,
                Text(zh=f"事项“{item.id}”未写运行资源", en=f"Item “{item.id}” names no resources to run it"),
                Text(
                    zh="写上 resources: {people: [{unit: …, number: …, hours: …}], systems: […], money: …/y}",
                    en="Add resources: {people: [{unit: …, number: …, hours: …}], systems: […], money: …/y}",
                ),
            )
