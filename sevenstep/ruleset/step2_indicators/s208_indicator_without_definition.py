from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S208",
    "indicator-without-definition",
    Severity.WARNING,
    title=Text(zh="指标要有定义", en="An indicator is defined"),
    reason=Text(
        zh="没有定义，两个人会量出两个数。",
        en="Without a definition two people measure two different things.",
    ),
)
def indicator_without_definition(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        if indicator.definition is None and indicator.description is None and indicator.formula is None:
            yield Violation(
                indicator.id,
                Text(zh=f"指标“{indicator.id}”没有定义", en=f"Indicator “{indicator.id}” has no definition"),
                Text(zh="写上 definition: 量什么、怎么量", en="Add definition: what is counted, and how"),
            )
