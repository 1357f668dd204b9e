"""Internal rates of return: none, one or several."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.appraisal.present_value import present_value
from sevenstep.analysis.appraisal.rate_of_return import internal_rates


def test_the_textbook_case():
    """Brealey, Myers & Allen, chapter 5: −4,000, 2,000, 4,000 returns 28.08 %."""
    assert internal_rates([-4000, 2000, 4000]) == pytest.approx([0.2808], abs=1e-4)


def test_two_changes_of_sign_give_two_rates():
    """−100, 230, −132 by hand: 1.1 and 1.2 solve 100 x² − 230 x + 132 = 0."""
    assert internal_rates([-100, 230, -132]) == pytest.approx([0.10, 0.20])


def test_the_pump_of_the_textbook():
    """Lorie & Savage 1955, the oil pump: −1,600, 10,000, −10,000 returns 25 % and 400 %."""
    assert internal_rates([-1600, 10000, -10000]) == pytest.approx([0.25, 4.0])


def test_three_rates():
    """(y − 1.05)(y − 1.25)(y − 1.6), multiplied out."""
    assert internal_rates([1.0, -3.9, 4.9925, -2.1]) == pytest.approx([0.05, 0.25, 0.6])


def test_there_may_be_none():
    """Brealey, Myers & Allen: 1,000, −3,000, 2,500 has no rate; nor has what never changes its sign."""
    assert internal_rates([1000, -3000, 2500]) == ()
    assert internal_rates([-100, -5]) == internal_rates([100]) == internal_rates([0, 0]) == internal_rates([]) == ()


def test_a_rate_at_which_the_value_only_touches_nought_counts_once():
    """−100 (1 + r)² + 240 (1 + r) − 144: both roots are 20 %."""
    assert internal_rates([-100, 240, -144]) == pytest.approx([0.20], abs=1e-6)


def test_years_without_money_change_no_rate():
    assert internal_rates([0, 0, -100, 0, 121, 0]) == pytest.approx([0.1])


def test_a_loss_has_a_rate_below_nought():
    assert internal_rates([-100, 50]) == pytest.approx([-0.5])


def test_long_courses():
    """An annuity of 50 years: the rate at which 1 − (1 + r)^−50 over r is 12.5."""
    (rate,) = internal_rates([-12.5, *[1.0] * 50])
    assert (1 - (1 + rate) ** -50) / rate == pytest.approx(12.5)


@given(st.floats(1, 1e6), st.lists(st.floats(0, 1e6), min_size=1, max_size=40).filter(lambda sums: sum(sums) > 1))
def test_an_outlay_with_income_after_it_has_one_rate(outlay, income):
    sums = [-outlay, *income]
    rates = internal_rates(sums)
    assert len(rates) <= 1
    if rates:
        discounts = [abs(amount) / (1 + rates[0]) ** year for year, amount in enumerate(sums)]
        assert abs(present_value(sums, rates[0])) <= 1e-6 * max(discounts)


@given(st.lists(st.sampled_from([0.02, 0.08, 0.15, 0.3, 0.55, 0.9, 1.6]), min_size=1, max_size=4, unique=True))
def test_all_rates_that_were_put_in_come_out(rates):
    terms = [1.0]
    for rate in rates:
        terms = [one - (1 + rate) * other for one, other in zip([*terms, 0.0], [0.0, *terms], strict=True)]
    assert internal_rates(terms) == pytest.approx(sorted(rates), abs=1e-5)


CENTS = st.integers(-(10**8), 10**8).map(lambda cents: cents / 100)
"""Money up to a million: sums of so small a part of the largest that they count as none do not occur in it."""


@given(st.lists(CENTS, min_size=2, max_size=25))
def test_every_rate_is_one(sums):
    for rate in internal_rates(sums):
        size = math.fsum(abs(amount) / (1 + rate) ** year for year, amount in enumerate(sums))
        assert abs(present_value(sums, rate)) <= 1e-6 * size
