"""Money spent against budgets and sources, by hand."""

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.results import Beyond
from tests.engagements import chain_of

TEXT = """
id: sample
title: Sample
funds:
  bond: {title: Bond, amount: 100 万元, by_year: {2024: 40 万元, 2025: 70 万元}}
projects:
  within:
    title: W
    start: 2024
    end: 2025
    budget: [{year: 2024, amount: 30 万元, fund: bond}, {year: 2025, amount: 30 万元, fund: bond}]
    spent: [{date: 2024-06-30, amount: 100000 CNY, fund: bond}, {date: 2025-02, amount: 45 万元, fund: bond}]
  early:
    title: E
    start: 2024
    end: 2025
    budget: [{year: 2024, amount: 10 万元}, {year: 2025, amount: 50 万元}]
    spent: [{date: 2024-12, amount: 40 万元, fund: bond}, {date: 2024-12, amount: 3 USD}]
  over:
    title: O
    start: 2024
    end: 2024
    budget: {year: 2024, amount: 10 万元}
    spent: {date: 2024..2025, amount: 12..16 万元}
  unplanned: {title: U, start: 2025, end: 2025, spent: {date: 2025, amount: 1 万元}}
"""


def test_what_is_spent_is_added_up_by_project_year_and_source():
    found = programme(chain_of(TEXT)).spending
    assert found.currency == "元"
    assert found.by_project == {"within": 550000, "early": 400000, "over": 140000, "unplanned": 10000}
    assert {year: dict(of_year) for year, of_year in found.years.items()} == {
        2024: {"bond": 500000, "": 70000},
        2025: {"bond": 450000, "": 80000},
    }
    assert found.left_out == ("early",) and found.total == 1100000


def test_what_is_left_of_a_year_may_be_spent_later_and_all_else_is_beyond():
    found = programme(chain_of(TEXT)).spending.beyond
    assert found == (
        Beyond("early", 2024, 400000, 100000),
        Beyond("over", None, 140000, 100000),
        Beyond("bond", 2024, 500000, 400000),
    )


def test_spending_without_any_budget_is_told_in_its_own_currency():
    text = "id: s\ntitle: S\nprojects:\n  a: {title: A, start: 2024, end: 2024, spent: {date: 2024, amount: 5 万USD}}\n"
    found = programme(chain_of(text)).spending
    assert (found.by_project, found.beyond) == ({"a": 50000}, ())
