from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S847",
    "conclusion-of-no-indicator",
    Severity.ERROR,
    literal=True,
    title=Text(zh="结论的关键指标都是指标", en="The figures of the conclusion are indicators"),
    reason=Text(
        zh="首页把这些指标画成前后对比；写的不是指标，首页上就少了一项，而没有人发现。",
        en="The overview shows these indicators, before and after; what is none is left out there, and nobody sees it.",
    ),
)
def conclusion_of_no_indicator(chain: Chain) -> Iterator[Violation]:
    """Names under `conclusion.figures` that are no indicators."""
    indicators = [indicator.id for indicator in chain.engagement.of(Indicator)]
    for number, name in enumerate(chain.engagement.header.conclusion.figures):
        if name in indicators:
            continue
        shown = brief(name)
        yield Violation(
            "",
            Text(zh=f"“{shown}”不是指标", en=f"“{shown}” is not an indicator"),
            did_you_mean(name, indicators) or Text(zh="写一个指标的编号", en="Write the id of an indicator"),
            ("conclusion", "figures", number),
        )
