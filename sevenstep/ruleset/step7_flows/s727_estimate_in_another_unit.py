from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.estimates import COUNTED, Counted, fits
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Metric
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule

_NEEDED: Final[dict[Counted, tuple[Text, Text]]] = {
    "time": (Text(zh="时间", en="a time"), Text(zh="h、d 等时间单位", en="a unit of time, such as h or d")),
    "share": (Text(zh="比例", en="a share"), Text(zh="%", en="the unit %")),
    "number": (
        Text(zh="次数", en="a count"),
        Text(zh='“次”，或写 unit: ""', en='a unit such as times, or unit: ""'),
    ),
    "emissions": (
        Text(zh="排放量", en="emissions"),
        Text(zh="kgCO2e、tCO2e 等排放单位", en="a unit of emissions, such as kgCO2e"),
    ),
    "money": (Text(zh="费用", en="a cost"), Text(zh="CNY 等币种", en="a currency, such as CNY")),
}
"""What a metric is, and the unit that it needs."""


@rule(
    "S727",
    "estimate-in-another-unit",
    Severity.WARNING,
    title=Text(
        zh="测算用的度量与指标的单位相符", en="A flow's metric fits the unit of the indicator that it estimates"
    ),
    reason=Text(
        zh="用小时去估一个以元计的指标，链条看似闭合，得出的数却没有意义。",
        en="Hours put into an indicator in CNY seem to close the chain, but the figure means nothing.",
    ),
)
def estimate_in_another_unit(chain: Chain) -> Iterator[Violation]:
    found: dict[tuple[str, Metric], list[str]] = {}
    for flow in chain.engagement.of(Flow):
        for indicator, estimate in flow.estimates.items():
            found.setdefault((indicator, estimate.metric), []).append(flow.id)
    for (key, metric), flows in found.items():
        estimated = chain.elements.get(key)
        unit = estimated.figures_unit if isinstance(estimated, Indicator) else None
        if unit is None or fits(unit, metric):
            continue
        what, needs = _NEEDED[COUNTED[metric]]
        yield Violation(
            flows[0],
            Text(
                zh=f"流程“{flows[0]}”用 {metric}（{what.for_language('zh')}）测算“{key}”，这个指标"
                + (f"的单位却是 {unit}" if unit else "却没有单位"),
                en=f"Flow “{flows[0]}” estimates “{key}” by {metric}, {what.for_language('en')}, but this indicator "
                + (f"is in {unit}" if unit else "has no unit"),
            ),
            Text(
                zh=f"换一个相符的度量，或把指标的单位改成 {needs.for_language('zh')}",
                en=f"Choose a metric that fits, or give the indicator {needs.for_language('en')}",
            ),
            ("estimates", key),
            also=tuple((other, ("estimates", key)) for other in flows[1:]),
        )
