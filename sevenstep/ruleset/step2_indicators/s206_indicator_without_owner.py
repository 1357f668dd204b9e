from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S206",
    "indicator-without-owner",
    Severity.QUESTION,
    title=Text(zh="指标要有负责方", en="An indicator has an owner"),
    reason=Text(
        zh="没有负责方的指标，没有人去量它。",
        en="An indicator that nobody owns is measured by nobody.",
    ),
    decision=Text(zh="决定由谁定期报数，并对结果负责。", en="It decides who reports the figure, and answers for it."),
)
def indicator_without_owner(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        if indicator.owner is None:
            yield Violation(
                indicator.id,
                indicator.title.inserted_into(
                    zh="谁负责测量“{}”并对它负责？", en="Who measures “{}”, and answers for it?"
                ),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
            )
