from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S202",
    "indicator-without-unit",
    Severity.WARNING,
    title=Text(zh="指标要有单位", en="An indicator has a unit"),
    reason=Text(
        zh="没有单位的数字没法比较：36 是小时还是天？",
        en="Figures without a unit cannot be compared: 36 hours, or 36 days?",
    ),
)
def indicator_without_unit(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        bare = [figure for _, figure in indicator.all_figures() if not figure.known.unit]
        missing = bare or (not any(indicator.all_figures()) and indicator.formula is None)
        if "unit" not in indicator.model_fields_set and missing:
            yield Violation(
                indicator.id,
                Text(zh=f"指标“{indicator.id}”没有单位", en=f"Indicator “{indicator.id}” has no unit"),
                Text(
                    zh='写上 unit: h、%、万元、次……；是纯数就写 unit: ""',
                    en='Add unit: h, %, CNY, times, …, or unit: "" for a pure number',
                ),
            )
