"""The money that projects have spent, against their budgets: by project, by year and by source."""

from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.analysis.programme.money import in_currency, years_of
from sevenstep.analysis.programme.results import Beyond, Budget, Spending
from sevenstep.chain.graph import Chain
from sevenstep.model.dates import days_of
from sevenstep.model.frames.project import Project

_ROUNDING: Final = 1 + 1e-9


def spending(chain: Chain, budget: Budget) -> Spending:
    """Everything that is recorded as spent; of a range its middle, of a stretch over years evenly."""
    projects = [project for project in chain.engagement.of(Project) if project.spent]
    if not projects:
        return Spending(budget.currency)
    currency = budget.currency
    by_project: dict[str, float] = {}
    by_fund: dict[str, float] = {}
    years: dict[int, dict[str, float]] = {}
    of_project: dict[str, dict[int, float]] = {}
    left_out: dict[str, None] = {}
    for project in projects:
        for one in project.spent:
            amount, days = in_currency(one.amount, currency), days_of(one.date)
            if amount is None or days is None:
                left_out[project.id] = None
                continue
            fund = one.fund or ""
            by_project[project.id] = by_project.get(project.id, 0.0) + amount
            by_fund[fund] = by_fund.get(fund, 0.0) + amount
            spread = range(days[0].year, days[1].year + 1)
            for year in spread:
                part = amount / len(spread)
                of_year, own = years.setdefault(year, {}), of_project.setdefault(project.id, {})
                of_year[fund] = of_year.get(fund, 0.0) + part
                own[year] = own.get(year, 0.0) + part
    beyond = (*_projects_beyond(chain, budget, currency, of_project), *_funds_beyond(budget, by_fund, years))
    ordered = {year: years[year] for year in sorted(years)}
    return Spending(currency, by_project, by_fund, ordered, beyond, tuple(left_out))


def _projects_beyond(
    chain: Chain, budget: Budget, currency: str, spent: Mapping[str, Mapping[int, float]]
) -> Iterator[Beyond]:
    """Of a project the first year by the end of which it has spent more than it had been given until then; what is left
    over of a year may be spent later. Without a budget there is nothing to hold it against."""
    for project in chain.engagement.of(Project):
        if project.id not in spent or project.id not in budget.by_project:
            continue
        whole, given = sum(spent[project.id].values()), budget.by_project[project.id]
        if whole > given * _ROUNDING:
            yield Beyond(project.id, None, whole, given)
            continue
        by_year: dict[int, float] = {}
        for line in project.budget:
            amount, years = in_currency(line.amount, currency), list(years_of(line))
            for year in years:
                by_year[year] = by_year.get(year, 0.0) + (amount or 0.0) / len(years)
        for year in sorted(spent[project.id]):
            until = sum(amount for other, amount in spent[project.id].items() if other <= year)
            had = sum(amount for other, amount in by_year.items() if other <= year)
            if until > had * _ROUNDING:
                yield Beyond(project.id, year, until, had)
                break


def _funds_beyond(
    budget: Budget, by_fund: Mapping[str, float], years: Mapping[int, Mapping[str, float]]
) -> Iterator[Beyond]:
    for fund, amount in by_fund.items():
        if fund in budget.limits and amount > budget.limits[fund] * _ROUNDING:
            yield Beyond(fund, None, amount, budget.limits[fund])
    for year, of_year in sorted(years.items()):
        limits = budget.limits_of.get(year, {})
        for fund, amount in of_year.items():
            if fund in limits and amount > limits[fund] * _ROUNDING:
                yield Beyond(fund, year, amount, limits[fund])
