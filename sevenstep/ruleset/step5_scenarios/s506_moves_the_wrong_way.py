from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S506",
    "moves-the-wrong-way",
    Severity.ERROR,
    title=Text(zh="场景把指标朝好的方向推", en="A scenario moves an indicator the way that is better"),
    reason=Text(
        zh="推向坏的方向，不是正负号写错，就是指标的方向写错。",
        en="A move for the worse is a slip in the sign, or in the direction of the indicator.",
    ),
)
def moves_the_wrong_way(chain: Chain) -> Iterator[Violation]:
    for scenario in chain.engagement.of(Scenario):
        for key, change in scenario.changes.items():
            indicator = chain.elements.get(key)
            if not isinstance(indicator, Indicator):
                continue
            up, down = indicator.direction == Direction.INCREASE, indicator.direction == Direction.DECREASE
            if (up and change.high < 0) or (down and change.low > 0):
                yield Violation(
                    scenario.id,
                    indicator.title.inserted_into(
                        zh=f"“{{}}”越{'大' if up else '小'}越好，这里却要变化 {change.text}",
                        en=f"“{{}}” is to {indicator.direction}, but here it is to change by {change.text}",
                    ),
                    Text(zh="改正负号，或改指标的 direction", en="Correct the sign, or the direction of the indicator"),
                    ("moves", key),
                )
