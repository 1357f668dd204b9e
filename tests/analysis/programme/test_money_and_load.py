"""Money by year and the load of pools and units, by hand."""

from datetime import date

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.load import Overbooked, months_between, overbooked, unlike
from tests.engagements import chain_of

TEXT = """
id: sample
title: Sample
actors:
  office: {title: Office, type: government}
  firm: {title: Firm, type: enterprise}
funds:
  bond: {title: Bond, amount: 100 万元, by_year: {2024: 60 万元}}
pools:
  people: {title: People, capacity: 3 people, changes: {2024-06: 5 people}}
projects:
  a:
    title: A
    start: 2024-01
    end: 2024-04
    lead: office
    responsible: firm
    budget: [{year: 2024, amount: 50 万元, fund: bond}, {year: 2025..2026, amount: 200000..400000 CNY}]
    draws: [{pool: people, amount: 2 people}]
  b:
    title: B
    start: 2024-04
    end: 2024-07
    lead: office
    budget: [{year: 2024, amount: 20 万元, fund: bond}, {year: 2024, amount: 5 USD}]
    draws: [{pool: people, amount: 2 people}, {pool: people, amount: 1 people, time: 2024-07}]
"""


def test_money_is_added_up_in_one_currency_and_spread_over_years():
    found = programme(chain_of(TEXT)).budget
    assert found.currency == "元"
    assert {year.year: dict(year.by_fund) for year in found.years} == {
        2024: {"bond": 700000},
        2025: {"": 150000},
        2026: {"": 150000},
    }
    assert found.years[0].limits == {"bond": 600000} and found.limits == {"bond": 1000000}
    assert found.by_project == {"a": 800000, "b": 200000} and found.total == 1000000
    assert found.left_out == ("b",)


def test_pools_are_loaded_month_by_month():
    loads = programme(chain_of(TEXT)).pools["people"]
    assert [(load.month, load.drawn, load.capacity, load.is_over) for load in loads] == [
        (1, 2, 3, False),
        (2, 2, 3, False),
        (3, 2, 3, False),
        (4, 4, 3, True),
        (5, 2, 3, False),
        (6, 2, 5, False),
        (7, 3, 5, False),
    ]
    assert loads[3].projects == ("a", "b")


def test_a_unit_works_for_as_many_as_run_at_once():
    office, firm = programme(chain_of(TEXT)).units
    assert (office.unit, office.most, office.year, office.month, office.projects) == ("office", 2, 2024, 4, ("a", "b"))
    assert (firm.unit, firm.most, firm.projects) == ("firm", 1, ("a",))


def test_months_go_over_the_end_of_a_year():
    assert list(months_between(date(2024, 11, 30), date(2025, 2, 1))) == [(2024, 11), (2024, 12), (2025, 1), (2025, 2)]


UNITS = """
id: sample
title: Sample
actors:
  railway: {title: Railway, type: enterprise, capacity: 120 h, capacity_changes: {2024-03: 3 d}}
  firm: {title: Firm, type: enterprise}
  customs: {title: Customs, type: government, capacity: 4 people}
projects:
  a: {title: A, start: 2024-01, end: 2024-03, efforts: [{unit: railway, amount: 60 h}, {unit: firm, amount: 2 people}]}
  b: {title: B, start: 2024-02, end: 2024-05, efforts: {unit: railway, amount: 3 d, time: 2024-02..2024-03}}
  c: {title: C, start: 2024-02, end: 2024-03, efforts: {unit: customs, amount: 10 h}}
"""


def test_units_are_loaded_month_by_month_in_the_unit_in_which_they_say_what_they_have():
    found = programme(chain_of(UNITS)).efforts
    assert [(load.name, load.drawn, load.capacity, load.over, dict(load.by)) for load in found["railway"]] == [
        ("2024-01", 60, 120, 0, {"a": 60}),
        ("2024-02", 132, 120, 12, {"a": 60, "b": 72}),
        ("2024-03", 132, 72, 60, {"a": 60, "b": 72}),
    ]
    assert [(load.drawn, load.capacity, load.is_over) for load in found["firm"]] == [(2, None, False)] * 3
    (most,) = overbooked(found)
    assert most == ("railway", Overbooked(2, found["railway"][2]))


def test_what_is_taken_in_another_sort_of_unit_is_told_and_not_added_up():
    chain = chain_of(UNITS)
    assert [(one.project, one.holder, one.taken, one.there) for one in unlike(chain)] == [
        ("c", "customs", "h", "people")
    ]
    assert "customs" not in programme(chain).efforts
