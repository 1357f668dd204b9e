from collections.abc import Iterator

from sevenstep.analysis.appraisal.currencies import code_of, currencies_of, sums_of
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A501",
    "currency-without-rate",
    Severity.ERROR,
    title=Text(zh="两种货币之间有汇率", en="Two currencies have a rate between them"),
    reason=Text(
        zh="没有汇率的钱不能相加：这一项会被漏算。",
        en="Money without a rate cannot be added up: the sum is left out of the result.",
    ),
)
def currency_without_rate(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        currencies = currencies_of(appraisal)
        for path, amount in sums_of(appraisal):
            if amount.unit and currencies.main and currencies.factor(amount.unit) is None:
                code, main = code_of(amount.unit), currencies.main
                yield Violation(
                    appraisal.id,
                    Text(
                        zh=f"{amount.text} 不是 {main}，测算未写 {code} 的汇率",
                        en=f"{amount.text} is not in {main}, and the appraisal has no rate for {code}",
                    ),
                    Text(
                        zh=f"写上汇率，如 exchange: {{{code}: 7 {main}}}，或把这笔钱换成 {main}",
                        en=f"Give the rate, as in exchange: {{{code}: 7 {main}}}, or state the sum in {main}",
                    ),
                    path,
                )
