from collections.abc import Iterator

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.money import in_currency
from sevenstep.analysis.verdict_wording import both
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.pools import Fund
from sevenstep.model.frames.project import Project
from sevenstep.model.quantity import Quantity, unit_name
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A421",
    "money-in-two-currencies",
    Severity.WARNING,
    title=Text(zh="预算和资金来源用一种币种", en="Budgets and their sources are in one currency"),
    reason=Text(
        zh="没有汇率，两种币种不能相加，另一种的钱就没有算进来。",
        en="Two currencies cannot be added up without a rate, so that the money in the other is left out.",
    ),
)
def money_in_two_currencies(chain: Chain) -> Iterator[Violation]:
    currency = programme(chain).budget.currency
    if not currency:
        return
    name = both(lambda language: unit_name(currency, language))
    sums: list[tuple[str, Quantity, tuple[str | int, ...]]] = [
        (project.id, line.amount, ("budget", number, "amount"))
        for project in chain.engagement.of(Project)
        for number, line in enumerate(project.budget)
    ]
    sums += [
        (project.id, one.amount, ("spent", number, "amount"))
        for project in chain.engagement.of(Project)
        for number, one in enumerate(project.spent)
    ]
    sums += [(fund.id, fund.amount, ("amount",)) for fund in chain.engagement.of(Fund) if fund.amount is not None]
    for key, amount, path in sums:
        if in_currency(amount, currency) is None:
            yield Violation(
                key,
                Text(
                    zh=f"“{key}”有一笔钱是 {amount.shown('zh')}，其余以{name.zh}计，没有算进来",
                    en=f"“{key}” has {amount.shown('en')}, while the others are in {name.en}: it is left out",
                ),
                Text(zh=f"换算成{name.zh}", en=f"Write it in {name.en}"),
                path,
            )
