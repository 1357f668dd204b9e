from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Item
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step6_items.item_paths import paths_of


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
)
def item_without_owner(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        if item.owner is None:
            accountable = (raci.accountable for path in paths_of(chain, item) for raci in path.connects.values())
            yield Violation(
                item.id,
                item.title.inserted_into(zh="谁牵头负责“{}”？", en="Who takes the lead on “{}”?"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
                ask=tuple(dict.fromkeys(who for several in accountable for who in several)),
            )
