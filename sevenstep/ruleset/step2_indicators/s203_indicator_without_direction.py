from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S203",
    "indicator-without-direction",
    Severity.WARNING,
    title=Text(zh="指标要说明朝哪个方向算好", en="An indicator says which way is better"),
    reason=Text(
        zh="不知道越大越好还是越小越好，就判断不了是否达标。",
        en="Unless it is said whether more is better or less, nobody can tell whether a target is met.",
    ),
)
def indicator_without_direction(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        if indicator.direction is None:
            yield Violation(
                indicator.id,
                Text(zh=f"指标“{indicator.id}”没有方向", en=f"Indicator “{indicator.id}” has no direction"),
                Text(
                    zh="写上 direction: increase（越大越好）、decrease（越小越好）或 hold（保持在范围内）",
                    en="Add direction: increase, decrease, or hold (stay within a range)",
                ),
            )
