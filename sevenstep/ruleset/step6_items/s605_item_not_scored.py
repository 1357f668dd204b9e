from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.ruleset.rule import Violation, rule


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
)
def item_not_scored(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.count(Criterion):
        return
    for item in chain.engagement.of(Item):
        if not item.scores:
            yield Violation(
                item.id,
                item.title.inserted_into(zh="“{}”在各条准则上各得几分？", en="How does “{}” score on each criterion?"),
                Text(zh="写上 scores: {准则编号: 分数}", en="Add scores: {criterion: score}"),
            )
