from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Direction
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step2_indicators.targets import shown_in_unit

WRONG_BOUNDS: Final = Direction.each(
    {
        Direction.INCREASE: frozenset({"≤", "<"}),
        Direction.DECREASE: frozenset({"≥", ">"}),
        Direction.HOLD: frozenset(),
    }
)


@rule(
    "S218",
    "bound-against-direction",
    Severity.ERROR,
    title=Text(zh="目标的界限与方向一致", en="A bound lies on the side to which the indicator is to go"),
    reason=Text(
        zh="越大越好的指标写“不超过”，或者越小越好的写“不低于”，达到了反而是坏事。",
        en="An upper bound of what is to increase, or a lower one of what is to decrease, is reached by getting worse.",
    ),
)
def bound_against_direction(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        wrong = WRONG_BOUNDS[indicator.direction] if indicator.direction is not None else frozenset()
        for day, target in indicator.whole_targets.items():
            if target.known.bound in wrong:
                up = indicator.direction == Direction.INCREASE
                shown = shown_in_unit(indicator, target.known)
                yield Violation(
                    indicator.id,
                    indicator.title.inserted_into(
                        zh=f"“{{}}”越{'大' if up else '小'}越好，{day} 的目标值却写成 {shown.zh}",
                        en=f"“{{}}” is to {indicator.direction}, but its target of {day} is {shown.en}",
                    ),
                    Text(
                        zh=f"改成{'≥' if up else '≤'}，或改正 direction",
                        en=f"Write {'≥' if up else '≤'}, or correct the direction",
                    ),
                    ("targets", day),
                )
