from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S225",
    "no-rule-for-the-whole",
    Severity.WARNING,
    title=Text(zh="只按维度写的数，要写如何汇总", en="Figures given by dimension only need a roll-up"),
    reason=Text(
        zh="吞吐量可以相加，时长只能平均，有的指标没有整体：工具不替作者决定。",
        en="Volumes add up, times have a mean, and some indicators have no whole: the tool does not choose.",
    ),
)
def no_rule_for_the_whole(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        alone = [path for path, figure in indicator.told_figures() if figure.value is None and figure.by]
        if alone and indicator.roll_up is None and not chain.engagement.is_partial(indicator.id):
            yield Violation(
                indicator.id,
                Text(
                    zh=f"“{indicator.id}”只按维度写了数，未写整体如何得出",
                    en=f"“{indicator.id}” is given by dimension only; how the total follows is not stated",
                ),
                Text(
                    zh="写上 roll_up: sum（合计）、mean（平均）或 none（没有整体）",
                    en="Add roll_up: sum, mean or none, where there is no whole",
                ),
                alone[0],
                also=tuple((indicator.id, path) for path in alone[1:]),
            )
