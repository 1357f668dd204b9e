from collections.abc import Iterator

from sevenstep.analysis.estimates import fits
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Metric
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S772",
    "online-rate-in-another-unit",
    Severity.WARNING,
    title=Text(zh="上网率的单位是 %", en="An online rate is a share"),
    reason=Text(
        zh="比例换算不成别的单位，指标就得不到数值。",
        en="A share cannot be converted into another unit: there is no value.",
    ),
)
def online_rate_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        unit = indicator.figures_unit
        if indicator.online_rate is not None and unit is not None and not fits(unit, Metric.ONLINE_RATE):
            yield Violation(
                indicator.id,
                Text(
                    zh=f"指标“{indicator.id}”是上网率，单位却是 {unit}",
                    en=f"Indicator “{indicator.id}” is an online rate, but is in {unit}",
                ),
                Text(zh='写成 unit: "%"', en='Write unit: "%"'),
                ("unit",) if "unit" in indicator.model_fields_set else ("online_rate",),
            )
