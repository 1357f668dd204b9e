from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import is_per_cent
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_places.rates import is_per_time, rates


@rule(
    "S319",
    "no-unit-of-time",
    Severity.WARNING,
    title=Text(zh="能力、负荷和运量是单位时间的量", en="Capacity, load and volume are for a unit of time"),
    reason=Text(
        zh="没有时间的能力，说不出一天还是一年能过这么多。",
        en="Without a time nobody knows whether a capacity is per day or per year.",
    ),
)
def no_unit_of_time(chain: Chain) -> Iterator[Violation]:
    for element, key, amount in rates(chain):
        if not (key == "load" and is_per_cent(amount.unit)) and not is_per_time(amount):
            yield Violation(
                element,
                Text(
                    zh=f"“{element}”的 {amount.text} 没有说是多长时间里的",
                    en=f"{amount.text} of “{element}” is not per unit of time",
                ),
                Text(
                    zh="写成单位时间的量，如 400 TEU/d、15万 TEU/y",
                    en="Write an amount in a unit of time, such as 400 TEU/d or 150000 TEU/y",
                ),
                (key,),
            )
