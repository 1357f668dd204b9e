from collections.abc import Iterator

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.indicator_values import indicator_values
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S241",
    "formula-without-value",
    Severity.ERROR,
    title=Text(zh="公式用现有的数值能算出结果", en="A formula has a value with the figures at hand"),
    reason=Text(
        zh="除以 0、对负数开方的公式没有结果，依靠它的目标也就无从判断。",
        en="A formula that divides by zero, or takes the root of a negative number, gives no value to judge the "
        "goals by.",
    ),
)
def formula_without_value(chain: Chain) -> Iterator[Violation]:
    if formulas(chain).formed:
        for key, failure in indicator_values(chain).failures.items():
            yield Violation(
                key,
                Text(
                    zh=f"指标“{key}”无法计算：{failure.message.zh}",
                    en=f"“{key}” has no value: {failure.message.en}",
                ),
                Text(zh="改正公式，或改正其中指标的数值", en="Correct the formula, or the figures of its indicators"),
                ("formula",),
            )
