from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.wording import money_said
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule

_ROUNDING: Final = 1 + 1e-9


@rule(
    "A408",
    "budget-beyond-its-source",
    Severity.WARNING,
    title=Text(zh="预算不超过资金来源", en="Budgets stay within their sources"),
    reason=Text(
        zh="预算超过资金来源，项目做到一半就没有钱了。",
        en="Beyond its source the money ends before the project does.",
    ),
)
def budget_beyond_its_source(chain: Chain) -> Iterator[Violation]:
    found = programme(chain).budget
    beyond = [
        (fund, "", spent, found.limits[fund])
        for fund, spent in found.by_fund.items()
        if fund in found.limits and spent > found.limits[fund] * _ROUNDING
    ]
    beyond += [
        (fund, str(year.year), spent, year.limits[fund])
        for year in found.years
        for fund, spent in year.by_fund.items()
        if fund in year.limits and spent > year.limits[fund] * _ROUNDING
    ]
    for fund, year, spent, limit in beyond:
        asked, there = money_said(spent, found.currency), money_said(limit, found.currency)
        yield Violation(
            fund,
            Text(
                zh=f"项目{f' {year} 年' if year else ''}要用资金来源“{fund}”{asked.zh}，只有 {there.zh}",
                en=f"Projects take {asked.en} of “{fund}”{f' in {year}' if year else ''}; there is {there.en}",
            ),
            Text(
                zh="减少预算、挪到别的年份，或另找来源",
                en="Take less, spend it in another year, or find another source",
            ),
            ("by_year",) if year else ("amount",),
        )
