from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S773",
    "online-rate-twice",
    Severity.WARNING,
    title=Text(zh="上网率指标的数值只有一个来处", en="An online rate has its value from one place"),
    reason=Text(
        zh="指标写了 online_rate，流程也作了测算：以流程的为准，写的上网率没有用处。",
        en="Where a flow estimates an indicator that is an online rate, the flow's figure counts, and the rate is for "
        "nothing.",
    ),
)
def online_rate_twice(chain: Chain) -> Iterator[Violation]:
    estimating: dict[str, str] = {}
    for flow in chain.engagement.of(Flow):
        for key in flow.estimates:
            estimating.setdefault(key, flow.id)
    for indicator in chain.engagement.of(Indicator):
        if indicator.online_rate is not None and (by := estimating.get(indicator.id) or _formula(indicator)):
            yield Violation(
                indicator.id,
                Text(
                    zh=f"指标“{indicator.id}”写了 online_rate，“{by}”也给它数值",
                    en=f"Indicator “{indicator.id}” is an online rate, and “{by}” gives it a value too",
                ),
                Text(zh="只留一个", en="Keep one of them"),
                ("online_rate",),
            )


def _formula(indicator: Indicator) -> str:
    return "formula" if indicator.formula is not None else ""
