from collections.abc import Iterator

from sevenstep.analysis.indicator_values import figure_at
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step2_indicators import Indicator
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S243",
    "formula-date-without-figure",
    Severity.WARNING,
    title=Text(zh="公式用到的那个日期有数值", en="There is a figure for the date that a formula asks for"),
    reason=Text(
        zh="那一天没有数值，公式就无法计算。",
        en="Without a figure of that date the formula has no value.",
    ),
)
def formula_date_without_figure(chain: Chain) -> Iterator[Violation]:
    for indicator in chain.engagement.of(Indicator):
        for operand in indicator.formula.operands.values() if indicator.formula is not None else ():
            asked = chain.elements.get(operand.indicator)
            if operand.when and isinstance(asked, Indicator) and figure_at(asked, operand.when) is None:
                days = ", ".join([*_own_dates(asked), *asked.targets][:10])
                yield Violation(
                    indicator.id,
                    Text(
                        zh=f"公式用到 [{asked.id}@{operand.when}]，“{asked.id}”却没有这个数值",
                        en=f"The formula asks for [{asked.id}@{operand.when}], but “{asked.id}” has no such figure",
                    ),
                    Text(zh=f"它有的是：{days}", en=f"It has: {days}")
                    if days
                    else Text(
                        zh=f"给“{asked.id}”写上 baseline、targets 或 measurements",
                        en=f"Give “{asked.id}” a baseline, targets or measurements",
                    ),
                    ("formula",),
                )


def _own_dates(indicator: Indicator) -> list[str]:
    start = [indicator.baseline.date or "baseline"] if indicator.baseline is not None else []
    return [*start, *indicator.measurements]
