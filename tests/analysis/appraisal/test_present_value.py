"""Present values, ratios and paybacks against textbooks, and what must hold of any sums."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.appraisal.payback import discounted_payback, payback
from sevenstep.analysis.appraisal.present_value import (
    benefit_cost_ratio,
    discounted,
    present_value,
    profitability,
    running_sum,
)

SUMS = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30)


def test_the_office_block_of_the_textbook():
    """Brealey, Myers & Allen, chapter 2: 370,000 out, 420,000 in a year, at 5 %: 30,000."""
    assert present_value([-370_000, 420_000], 0.05) == pytest.approx(30_000)


def test_present_values_by_hand():
    """−1000, then 500, 400, 300, 100 at 10 %: 78.82 (454.55 + 330.58 + 225.39 + 68.30)."""
    sums = [-1000, 500, 400, 300, 100]
    assert discounted(sums, 0.1) == pytest.approx([-1000, 454.5455, 330.5785, 225.3944, 68.3013])
    assert present_value(sums, 0.1) == pytest.approx(78.8197, abs=1e-4)
    assert present_value(sums, 0.0) == 300
    assert running_sum(sums) == [-1000, -500, -100, 200, 300]


def test_when_it_has_come_back():
    """The same sums: 900 of 1000 after two years, a third of the third year's 300; discounted, 910.52 after three and
    the rest late in the fourth: 10.52 less nought … (1000 − 785.12 − 225.39) is met within the third year."""
    sums = [-1000, 500, 400, 300, 100]
    assert payback(sums) == pytest.approx(2 + 100 / 300)
    assert discounted_payback(sums, 0.1) == pytest.approx(2 + (1000 - 454.5455 - 330.5785) / 225.3944, abs=1e-5)
    assert payback([-100, 40, 40]) is None
    assert payback([5, 5]) == 0.0


def test_what_goes_below_nought_again_has_not_come_back():
    assert payback([-100, 120, -40, 10, 30]) == pytest.approx(3 + 10 / 30)


def test_ratios_by_hand():
    """110 of benefits next year are worth 100 today at 10 %, against 80."""
    assert benefit_cost_ratio([0, 110], [80, 0], 0.1) == pytest.approx(1.25)
    assert profitability([-80, 110], [80, 0], 0.1) == pytest.approx(0.25)
    assert benefit_cost_ratio([1, 1], [0, 0], 0.1) is None
    assert profitability([1, 1], [0, 0], 0.1) is None


@given(st.floats(1, 1e6), st.lists(st.floats(0, 1e6), min_size=1, max_size=30), st.floats(0, 0.5), st.floats(0.001, 1))
def test_the_present_value_falls_with_the_rate_where_outlay_comes_first(outlay, income, rate, more):
    sums = [-outlay, *income]
    low, high = present_value(sums, rate + more), present_value(sums, rate)
    assert low <= high + 1e-9 * abs(high)


@given(SUMS, st.floats(0, 1))
def test_a_ratio_above_one_and_a_present_value_above_nought_say_the_same(sums, rate):
    benefits, costs = [max(0.0, sum_) for sum_ in sums], [max(0.0, -sum_) for sum_ in sums]
    ratio = benefit_cost_ratio(benefits, costs, rate)
    worth = present_value(sums, rate)
    if ratio is not None and abs(ratio - 1) > 1e-6:
        assert (ratio > 1) == (worth > 0)


@given(SUMS)
def test_from_the_payback_on_nothing_is_owed(sums):
    years = payback(sums)
    totals = running_sum(sums)
    if years is not None:
        assert 0 <= years <= len(sums) - 1
        assert all(total >= -1e-6 for year, total in enumerate(totals) if year >= years)
        assert years == 0 or totals[-int(-years // 1) - 1 - (years % 1 == 0)] < 1e-6
