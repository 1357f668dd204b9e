from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S205",
    "indicator-without-target",
    Severity.WARNING,
    title=Text(zh="指标要有目标值", en="An indicator has a target"),
    reason=Text(
        zh="没有目标值的指标只能看，不能用来判断目标是否实现。",
        en="An indicator without a target can be watched, but never says whether the goal is reached.",
    ),
)
def indicator_without_target(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        if not indicator.targets:
            yield Violation(
                indicator.id,
                Text(zh=f"指标“{indicator.id}”没有目标值", en=f"Indicator “{indicator.id}” has no target"),
                Text(zh="写上 targets: {2027: 16}", en="Add targets: {2027: 16}"),
            )
