from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S201",
    "formula-cycle",
    Severity.ERROR,
    title=Text(zh="公式不能绕回自己", en="A formula does not lead back to itself"),
    reason=Text(
        zh="互相引用的公式永远算不出值。",
        en="Formulas that need one another can never be computed.",
    ),
)
def formula_cycle(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "computed-from"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"公式绕回了自己：{way}", en=f"The formula leads back to itself: {way}"),
            Text(
                zh="其中一个指标改用 baseline 和 measurements",
                en="Give one of these indicators a baseline and measurements in place of the formula",
            ),
            around[0].path,
        )
