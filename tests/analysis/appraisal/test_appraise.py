"""Appraisals of whole models, with every number computed by hand."""

import pytest

from sevenstep.analysis.analyse import analyse
from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.choices import MoneyKind

FLOWS = """
actors:
  office: {title: Office, type: operator}
  shop: {title: Shop, type: enterprise}
  town: {title: Town, type: government}
items:
  booking: {title: Booking, volume: 1000/y}
  desk: {title: Desk, change: {money: 700 CNY}}
flows:
  today:
    title: Today
    variant: as-is
    details: booking
    steps:
      in: {type: start, title: In, next: ask}
      ask: {title: Ask, actor: office, time: 1 h, cost: 50 CNY, next: out}
      out: {type: end, title: Out}
  then:
    title: Then
    variant: to-be
    details: booking
    steps:
      in: {type: start, title: In, next: ask}
      ask: {title: Ask, actor: office, time: 1 h, cost: 30 CNY, next: out}
      out: {type: end, title: Out}
"""


@pytest.fixture
def state(checked):
    def compute(appraisal: str, more: str = "") -> AppraisalState:
        found = checked(FLOWS + more + f"\nappraisals:\n  a: {{title: A, {appraisal}}}\n")
        assert not [one for one in found.found if one.rule.code.startswith("S00")], found.found
        (one,) = analyse(found.chain).appraisals
        return one

    return compute


def of(found: AppraisalState, kind: MoneyKind) -> list[float]:
    return list(found.of(kind))


def test_savings_come_from_flows_and_volume(state):
    """20 CNY a case, 1,000 cases a year, from the second year on; 50,000 out in the first, nothing discounted away."""
    found = state(
        "from: 2024, horizon: 5, discount_rate: 10%, outlay: {title: Build, amount: 5 万元}, savings: {of: booking}"
    )
    assert found.currency == "CNY"
    assert found.years == (2024, 2025, 2026, 2027, 2028)
    assert of(found, MoneyKind.SAVING) == pytest.approx([0, 20_000, 20_000, 20_000, 20_000])
    assert of(found, MoneyKind.OUTLAY) == [50_000, 0, 0, 0, 0]
    assert found.worth.present_value == pytest.approx(20_000 * 3.169865 - 50_000, abs=1)
    assert found.worth.payback == pytest.approx(2.5)
    assert found.worth.benefit_cost == pytest.approx(20_000 * 3.169865 / 50_000, abs=1e-4)
    (rate,) = found.worth.rates
    assert (1 - (1 + rate) ** -4) / rate == pytest.approx(2.5)
    (saving,) = [one for one in found.streams if one.kind is MoneyKind.SAVING]
    assert saving.elements == ("today", "then")
    assert (saving.bases[0].per_case[1], saving.bases[0].cases, saving.bases[0].told_by) == (20, 1000, "booking")


def test_a_saving_may_be_named_by_a_flow_with_cases_of_its_own_and_grow_into_all(state):
    found = state(
        "from: 2024, horizon: 4, savings: {of: [then], cases: 100/mo, from: 2025, growth: 10%,"
        " reach: {2025: 50%, 2026: 100%}}"
    )
    assert of(found, MoneyKind.SAVING) == pytest.approx([0, 0.5 * 24_000, 1.1 * 24_000, 1.21 * 24_000])
    assert found.rate is None and found.discount == 0


def test_half_a_year_counts_half(state):
    found = state("from: 2025, horizon: 3, running: {title: Run, amount: 365 CNY/y, from: 2025-07, until: 2027-06}")
    assert of(found, MoneyKind.RUNNING) == pytest.approx([184, 365, 181])


def test_sums_by_year_and_once_and_what_is_left(state):
    found = state(
        "from: 2024, horizon: 3, outlay: [{title: A, by_year: {2024: 10 CNY, 2025: 20 CNY}},"
        " {title: B, amount: 5 CNY}], grants: {title: G, amount: 8 CNY}, residual: 4 CNY"
    )
    assert of(found, MoneyKind.OUTLAY) == [15, 20, 0]
    assert of(found, MoneyKind.GRANT) == [8, 0, 0]
    assert of(found, MoneyKind.RESIDUAL) == [0, 0, 4]
    assert list(found.worth.net) == [-7, -20, 4]
    assert found.worth.payback is None


def test_budgets_of_projects_are_outlay_and_their_end_begins_the_savings(state):
    found = state(
        "appraises: [build], from: 2024, horizon: 4, savings: {of: booking}",
        """
funds: {treasury: {title: Treasury, given_by: town}}
projects:
  build: {title: Build, start: 2024-01, end: 2025-06, budget: [
    {year: 2024, amount: 30000 CNY, fund: treasury}, {year: 2025, amount: 1 万元}]}
""",
    )
    assert of(found, MoneyKind.OUTLAY) == [30_000, 10_000, 0, 0]
    assert {(one.paid_by, one.elements) for one in found.streams if one.kind is MoneyKind.OUTLAY} == {
        ("town", ("build",)),
        (None, ("build",)),
    }
    assert of(found, MoneyKind.SAVING) == pytest.approx([0, 20_000 * 184 / 365, 20_000, 20_000])


def test_a_project_rolled_out_in_parts_saves_in_parts(state):
    found = state(
        "appraises: build, from: 2024, horizon: 3, savings: {of: booking}",
        "projects: {build: {title: B, rollout: [{date: 2024-12, share: 25%}, {date: 2025-12, share: 1}]}}",
    )
    assert of(found, MoneyKind.SAVING) == pytest.approx([0, 5_000, 20_000])


def test_what_an_item_costs_to_bring_about_is_outlay_where_no_project_is(state):
    found = state("appraises: [desk], from: 2024, horizon: 2")
    assert of(found, MoneyKind.OUTLAY) == [700, 0]


def test_currencies_need_a_rate(state):
    two = "from: 2024, horizon: 2, outlay: [{title: A, amount: 100 CNY}, {title: B, amount: 10 USD}]"
    assert of(state(two + ", exchange: {USD: 7 CNY}"), MoneyKind.OUTLAY) == [170, 0]
    found = state(two)
    assert of(found, MoneyKind.OUTLAY) == [100, 0]
    assert [text.en for text in found.left_out] == ["“B” is in USD, for which there is no rate, and left out"]


def test_a_sum_without_a_currency_is_left_out_and_told(state):
    found = state("from: 2024, horizon: 2, outlay: {title: A, amount: 100 CNY}, residual: 5")
    assert of(found, MoneyKind.OUTLAY) == [100, 0]
    assert [text.en for text in found.left_out] == ["“Residual value” names no currency, and is left out"]


def test_best_and_worst_take_all_ranges_at_their_ends(state):
    found = state(
        "from: 2024, horizon: 2, discount_rate: 0..10%, outlay: {title: A, amount: 90..110 CNY},"
        " income: {title: I, amount: 110..220 CNY/y}"
    )
    assert found.worth.present_value == pytest.approx(165 / 1.05 - 100)
    assert found.worst.present_value == pytest.approx(110 / 1.1 - 110)
    assert found.best.present_value == pytest.approx(220 - 90)
    assert [(one.title.en or one.title.plain, one.tested) for one in found.swings] == [
        ("I", False),
        ("A", False),
        ("Discount rate", False),
    ]
    assert (found.swings[1].low, found.swings[1].high) == pytest.approx((165 / 1.05 - 90, 165 / 1.05 - 110))


def test_without_ranges_a_tenth_is_tried(state):
    found = state("from: 2024, horizon: 2, outlay: {title: A, amount: 100 CNY}, income: {title: I, amount: 150 CNY/y}")
    assert found.worst is None and found.best is None
    assert [(round(one.low), round(one.high), one.tested) for one in found.swings] == [(35, 65, True), (60, 40, True)]
    assert found.turning.benefits_fall == pytest.approx(1 / 3)
    assert found.turning.outlay_rise == pytest.approx(0.5)
    assert found.turning.slip == pytest.approx(1 / 3)


LOAN = "loans: {title: L, amount: 1000 CNY, rate: 5%, term: 5, grace: 1, borrower: office, coverage: 1.2}"


def test_coverage_by_hand(state):
    """Due: 50, 300, 287.5, 275, 262.5; income 400 less 100 to run it leaves 300."""
    found = state(
        "from: 2024, horizon: 6, outlay: {title: A, amount: 1000 CNY}, income: {title: I, amount: 400 CNY/y},"
        f" running: {{title: R, amount: 100 CNY/y}}, savings: {{of: booking, goes_to: shop}}, {LOAN}"
    )
    coverage = found.coverage
    assert coverage.due == pytest.approx((0, 50, 300, 287.5, 275, 262.5))
    assert coverage.available == (0, 300, 300, 300, 300, 300)
    assert coverage.ratios[0] is None
    assert coverage.ratios[1:] == pytest.approx((6, 1, 300 / 287.5, 300 / 275, 300 / 262.5))
    assert (coverage.lowest, found.years[coverage.worst_year]) == (1, 2026)
    assert coverage.is_short and coverage.fall == pytest.approx((300 - 360) / 400)
    assert list(found.own.net[:2]) == pytest.approx([-1000 + 1000, 20_300 - 50])


def test_interest_while_building_is_not_held_against_income(state):
    """Drawn 2024, earning from 2027: interest of 2025 and 2026 (50 each) is the borrower's own money, or is added, so
    that 1,102.5 are owed; then a third of that with interest each year."""
    lines = "from: 2024, horizon: 6, income: {title: I, amount: 500 CNY/y, from: 2027}"
    loan = "title: L, amount: 1000 CNY, rate: 5%, term: 5, building: 2, coverage: 1.2"
    own = state(f"{lines}, loans: {{{loan}}}")
    assert own.coverage.due == pytest.approx((0, 0, 0, 1000 / 3 + 50, 1000 / 3 + 100 / 3, 1000 / 3 + 50 / 3))
    assert own.coverage.ratios[:3] == (None, None, None)
    assert own.coverage.lowest == pytest.approx(500 / (1000 / 3 + 50))
    assert list(own.own.net[:3]) == pytest.approx([1000, -50, -50])
    assert (own.loans[0].out_of_own_money, own.loans[0].capitalised) == (pytest.approx(100), 0)
    added = state(f"{lines}, loans: {{{loan}, building_interest: capitalised}}")
    third = 1102.5 / 3
    assert added.coverage.due == pytest.approx((0, 0, 0, third + 55.125, third + 36.75, third + 18.375))
    assert list(added.own.net[:3]) == pytest.approx([1000, 0, 0])
    assert (added.loans[0].out_of_own_money, added.loans[0].capitalised) == (0, pytest.approx(102.5))


def test_building_as_long_as_the_term_never_pays_back(state):
    found = state("from: 2024, horizon: 3, loans: {title: L, amount: 100 CNY, rate: 10%, term: 2, building: 2}")
    assert not found.loans[0].is_repaid


def test_savings_of_the_borrower_pay_back_others_do_not(state):
    ours = state(f"from: 2024, horizon: 6, savings: {{of: booking, goes_to: office}}, {LOAN}")
    assert ours.coverage.available == pytest.approx((0, *[20_000] * 5))
    assert not ours.coverage.is_short


def test_what_is_owed_at_the_end_is_paid_then(state):
    found = state(f"from: 2024, horizon: 3, {LOAN}")
    assert list(found.own.net) == pytest.approx([1000, -50, -300 - 750])


def test_a_loan_without_term_is_never_repaid(state):
    found = state("from: 2024, horizon: 3, loans: {title: L, amount: 100 CNY, rate: 10%}")
    assert not found.loans[0].is_repaid
    assert found.coverage.due == pytest.approx((0, 10, 10))


def test_constant_prices_take_inflation_out_of_loans_current_ones_put_it_into_sums(state):
    loan = "loans: {title: L, amount: 100 CNY, rate: 10%, term: 1}, income: {title: I, amount: 55 CNY/y}"
    constant = state(f"from: 2024, horizon: 3, inflation: 10%, {loan}")
    assert constant.coverage.due == pytest.approx((0, 100, 0))
    current = state(f"from: 2024, horizon: 3, prices: current, inflation: 10%, {loan}")
    assert of(current, MoneyKind.INCOME) == pytest.approx([0, 60.5, 66.55])
    assert current.coverage.due == pytest.approx((0, 110, 0))


def test_who_gains_and_who_pays(state):
    found = state(
        "from: 2024, horizon: 2, outlay: {title: A, amount: 100 CNY, paid_by: town},"
        " income: {title: I, amount: 70 CNY/y, paid_by: shop, goes_to: office}, savings: {of: booking, goes_to: shop}"
    )
    assert [(party.actor, party.gains, party.pays) for party in found.parties] == [
        ("shop", pytest.approx(20_000), 70),
        ("office", 70, 0),
        ("town", 0, 100),
    ]


def test_what_cannot_be_computed_is_told_and_the_rest_is_there(state):
    found = state("savings: [{of: desk}, {of: booking}]")
    assert found.years[0] == 1 and not found.is_dated
    assert of(found, MoneyKind.SAVING)[1] == pytest.approx(20_000)
    assert [text.en for text in found.left_out] == [
        "“Desk” has no flows both as is and to be; what it saves is left out"
    ]


def test_years_at_the_end_of_the_calendar(state):
    found = state("from: 9800, horizon: 100, income: {title: I, amount: 1 CNY/y, from: 0001}")
    assert len(found.years) == 100
    assert sum(of(found, MoneyKind.INCOME)) == pytest.approx(100)


def test_parts_of_a_budget_that_several_pay_are_told_apart_by_who_pays(state):
    more = """
funds:
  a-fund: {title: F, given_by: town}
  b-fund: {title: G, given_by: office}
projects:
  p: {title: P, budget: [{year: 2024, amount: 5 CNY, fund: a-fund}, {year: 2024, amount: 7 CNY, fund: b-fund}]}
  q: {title: Q, budget: [{year: 2024, amount: 9 CNY, fund: a-fund}]}
"""
    found = state("appraises: [p, q], from: 2024, horizon: 2", more)
    assert [stream.title.for_language("en") for stream in found.streams] == ["P (Town)", "P (Office)", "Q"]
