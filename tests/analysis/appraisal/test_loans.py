"""Loans against annuity tables, and what must hold of any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.appraisal.coverage import coverage, lowest, mean
from sevenstep.analysis.appraisal.loans import annuity, schedule
from sevenstep.analysis.appraisal.present_value import present_value
from sevenstep.model.choices import Repayment


def test_annuities_of_the_table():
    """Present value of 1 a year: 3.7908 over 5 years at 10 %, 9.8181 over 20 years at 8 %."""
    assert annuity(3.7908, 0.10, 5) == pytest.approx(1.0, abs=1e-4)
    assert annuity(9.8181, 0.08, 20) == pytest.approx(1.0, abs=1e-4)
    assert annuity(100, 0.0, 4) == 25


def test_equal_principal_by_hand():
    """1,000 at 5 % over five years, one of them of grace: interest 50, 50, 37.5, 25, 12.5."""
    plan = schedule(1000, 0.05, 5, 1, Repayment.EQUAL_PRINCIPAL)
    assert [year.interest for year in plan] == pytest.approx([50, 50, 37.5, 25, 12.5])
    assert [year.principal for year in plan] == pytest.approx([0, 250, 250, 250, 250])
    assert [year.owed for year in plan] == pytest.approx([1000, 750, 500, 250, 0])
    assert [year.due for year in plan] == pytest.approx([50, 300, 287.5, 275, 262.5])


def test_annuity_by_hand():
    """1,000 at 10 % over three years: 402.11 a year, of which 100, 69.79 and 36.56 are interest."""
    plan = schedule(1000, 0.10, 3, 0, Repayment.ANNUITY)
    assert [year.due for year in plan] == pytest.approx([402.1148] * 3, abs=1e-4)
    assert [year.interest for year in plan] == pytest.approx([100, 69.7885, 36.5559], abs=1e-4)


def test_at_the_end_by_hand():
    plan = schedule(1000, 0.04, 3, 0, Repayment.AT_END)
    assert [year.interest for year in plan] == [40, 40, 40]
    assert [year.principal for year in plan] == [0, 0, 1000]


def test_interest_while_building_is_added_to_what_is_owed():
    """1,000 at 10 % over five years, two of them building: 1,210 are owed, and paid back in thirds of 403.33."""
    plan = schedule(1000, 0.10, 5, 2, Repayment.EQUAL_PRINCIPAL, capitalised=2)
    assert [year.interest for year in plan] == pytest.approx([100, 110, 121, 80.6667, 40.3333], abs=1e-4)
    assert [year.added for year in plan] == pytest.approx([100, 110, 0, 0, 0])
    assert [year.due for year in plan] == pytest.approx([0, 0, 524.3333, 484, 443.6667], abs=1e-4)
    assert [year.owed for year in plan] == pytest.approx([1100, 1210, 806.6667, 403.3333, 0], abs=1e-4)
    level = schedule(1000, 0.10, 5, 2, Repayment.ANNUITY, capitalised=2)
    assert [year.due for year in level[2:]] == pytest.approx([1210 * 0.402115] * 3, abs=1e-2)


@given(st.floats(1, 1e9), st.floats(0, 0.3), st.integers(2, 40), st.data(), st.sampled_from(list(Repayment)))
def test_payments_are_worth_the_loan_whatever_is_capitalised(amount, rate, term, data, repayment):
    grace = data.draw(st.integers(0, term - 1))
    plan = schedule(amount, rate, term, grace, repayment, data.draw(st.integers(0, grace)))
    assert present_value([0, *(year.due for year in plan)], rate) == pytest.approx(amount)


def test_grace_as_long_as_the_term_never_pays_back():
    plan = schedule(1000, 0.04, 2, 2, Repayment.ANNUITY)
    assert [(year.interest, year.owed) for year in plan] == [(40, 1000), (40, 1000)]


@given(
    st.floats(1, 1e9),
    st.floats(0, 0.3),
    st.integers(1, 40),
    st.integers(0, 39),
    st.sampled_from(list(Repayment)),
)
def test_principal_sums_to_the_loan_and_payments_are_worth_it(amount, rate, term, grace, repayment):
    plan = schedule(amount, rate, term, min(grace, term - 1), repayment)
    assert len(plan) == term
    assert sum(year.principal for year in plan) == pytest.approx(amount)
    assert plan[-1].owed == pytest.approx(0, abs=1e-6 * amount)
    assert all(year.principal >= -1e-9 * amount and year.interest >= -1e-9 * amount for year in plan)
    assert present_value([0, *(year.due for year in plan)], rate) == pytest.approx(amount)


def test_coverage_by_hand():
    ratios = coverage([120, 300, 0, 50], [100, 200, 0, 50])
    assert ratios == [1.2, 1.5, None, 1.0]
    assert lowest(ratios) == 1.0
    assert mean(ratios) == pytest.approx(3.7 / 3)
    assert lowest([None]) is None and mean([]) is None
