from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step6_items import Criterion, Item
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S606",
    "criterion-not-scored",
    Severity.WARNING,
    title=Text(zh="打了分的事项，每条准则都要有分", en="A scored item is scored on every criterion"),
    reason=Text(
        zh="缺一项分数，总分就不能和别的事项比。",
        en="With a score missing, the sum cannot be compared with that of other items.",
    ),
)
def criterion_not_scored(chain: Chain) -> Iterator[Violation]:
    criteria = [criterion.id for criterion in chain.engagement.of(Criterion)]
    for item in chain.engagement.of(Item):
        missing = [key for key in criteria if key not in item.scores]
        if item.scores and missing:
            listed, named = ", ".join(missing), [unquoted(key) for key in missing]
            yield Violation(
                item.id,
                Text(
                    zh=f"事项“{item.id}”缺少分数：{'、'.join(named)}",
                    en=f"Item “{item.id}” lacks scores: {', '.join(named)}",
                ),
                Text(zh=f"在 scores 里补上 {listed}", en=f"Add {listed} under scores"),
                ("scores",),
                on_key=True,
            )
