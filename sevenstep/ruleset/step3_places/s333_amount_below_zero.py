from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_places.rates import amounts


@rule(
    "S333",
    "amount-below-zero",
    Severity.ERROR,
    title=Text(
        zh="能力、负荷、成本、里程和运量不是负数", en="No capacity, load, cost, distance or volume is below zero"
    ),
    reason=Text(
        zh="负数没有意义，能力是零就什么也过不去。",
        en="Below zero they mean nothing, and through a capacity of zero nothing passes.",
    ),
)
def amount_below_zero(chain: Chain) -> Iterator[Violation]:
    for element, key, amount in amounts(chain):
        if amount.low < 0 or (key == "capacity" and amount.high == 0):
            yield Violation(
                element,
                Text(
                    zh=f"“{element}”的 {key} 是 {amount.text}",
                    en=f"{key} of “{element}” is {amount.text}",
                ),
                Text(
                    zh="改成大于零的数；过不去的写 state: closed",
                    en="Write a number above zero; what lets nothing pass has state: closed",
                ),
                (key,),
            )
