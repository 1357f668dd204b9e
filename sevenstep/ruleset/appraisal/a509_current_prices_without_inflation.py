from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Prices
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A509",
    "current-prices-without-inflation",
    Severity.WARNING,
    title=Text(zh="现价测算写明通货膨胀", en="Current prices name the inflation"),
    reason=Text(
        zh="按现价算却没有通货膨胀，就和不变价一样，而折现率含着通货膨胀：结果偏低。",
        en="Current prices without inflation are constant ones, while the discount rate holds inflation: the result "
        "comes out too low.",
    ),
)
def current_prices_without_inflation(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        if appraisal.prices is Prices.CURRENT and appraisal.inflation is None:
            yield Violation(
                appraisal.id,
                Text(
                    zh=f"测算“{appraisal.id}”按现价，未写通货膨胀",
                    en=f"Appraisal “{appraisal.id}” is in current prices and names no inflation",
                ),
                Text(
                    zh="写 inflation: 2%，或改成 prices: constant",
                    en="Write inflation: 2%, or prices: constant",
                ),
                ("prices",),
            )
