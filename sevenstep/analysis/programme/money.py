"""The money of projects: by year, by source, by project."""

from collections.abc import Iterator
from itertools import chain as chain_of

from sevenstep.analysis.costs import cost_factor
from sevenstep.analysis.programme.results import Budget, YearOfMoney
from sevenstep.chain.graph import Chain
from sevenstep.model.dates import days_of
from sevenstep.model.frames.pools import Fund
from sevenstep.model.frames.project import Project
from sevenstep.model.frames.project_parts import BudgetLine
from sevenstep.model.quantity import Quantity, scale_of


def budget(chain: Chain) -> Budget:
    """What all projects spend, as far as it is in one currency; of a range, its middle. What is spent over several
    years is spread over them evenly."""
    projects = list(chain.engagement.of(Project))
    planned = (line.amount for project in projects for line in project.budget)
    paid = (one.amount for project in projects for one in project.spent)
    currency = next((plain_currency(amount) for amount in chain_of(planned, paid)), "")
    years: dict[int, dict[str, float]] = {}
    by_project: dict[str, float] = {}
    by_fund: dict[str, float] = {}
    left_out: dict[str, None] = {}
    for project in projects:
        for line in project.budget:
            amount = in_currency(line.amount, currency)
            if amount is None:
                left_out[project.id] = None
                continue
            by_project[project.id] = by_project.get(project.id, 0.0) + amount
            by_fund[line.fund or ""] = by_fund.get(line.fund or "", 0.0) + amount
            spread = list(years_of(line))
            for year in spread:
                of_year = years.setdefault(year, {})
                of_year[line.fund or ""] = of_year.get(line.fund or "", 0.0) + amount / len(spread)
    limits: dict[str, float] = {}
    of_years: dict[int, dict[str, float]] = {}
    for fund in chain.engagement.of(Fund):
        if fund.amount is not None and (limit := in_currency(fund.amount, currency)) is not None:
            limits[fund.id] = limit
        for day, amount_then in fund.by_year.items():
            days, limit = days_of(day), in_currency(amount_then, currency)
            if days is not None and limit is not None and days[0].year == days[1].year:
                known = of_years.setdefault(days[0].year, {})
                known[fund.id] = known.get(fund.id, 0.0) + limit
    return Budget(
        currency,
        tuple(YearOfMoney(year, years[year], of_years.get(year, {})) for year in sorted(years)),
        by_project,
        by_fund,
        limits,
        tuple(left_out),
        of_years,
    )


def plain_currency(amount: Quantity) -> str:
    """The unit of a sum without the scale before it: 元 of 万元."""
    return scale_of(amount.unit)[1].strip() or amount.unit


def in_currency(amount: Quantity, currency: str) -> float | None:
    """The middle of the sum in another unit of the same currency; None in any other currency."""
    factor = cost_factor(amount.unit, currency)
    return None if factor is None else sum(amount.points) / len(amount.points) * factor


def years_of(line: BudgetLine) -> Iterator[int]:
    """The years in which a line is spent."""
    days = days_of(line.year)
    if days is not None:
        yield from range(days[0].year, days[1].year + 1)
