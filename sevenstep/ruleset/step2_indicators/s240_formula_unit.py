from collections.abc import Iterator

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S240",
    "formula-unit",
    Severity.ERROR,
    title=Text(zh="公式的单位要对得上", en="The units of a formula come out right"),
    reason=Text(
        zh="单位对不上的公式，不是写错了，就是量的不是这个指标。",
        en="A formula whose units do not fit is a slip, or measures something else.",
    ),
)
def formula_unit(chain: Chain) -> Iterator[Violation]:
    for key, formed in formulas(chain).formed.items():
        if formed.problem is not None:
            yield Violation(
                key,
                Text(
                    zh=f"指标“{key}”的公式单位不合：{formed.problem.message.zh}",
                    en=f"The units in the formula of “{key}” do not fit: {formed.problem.message.en}",
                ),
                Text(
                    zh="改正公式或指标的 unit；公式里的数也可以带单位，如 50 CNY",
                    en="Correct the formula or the unit of an indicator; numbers can have a unit too, as in 50 CNY",
                ),
                ("formula",),
            )
