"""How far things may change, and prices with and without inflation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.appraisal.present_value import present_value
from sevenstep.analysis.appraisal.prices import deflated, inflated
from sevenstep.analysis.appraisal.switching import later, may_change, may_slip


def test_by_hand():
    """100 out, 80 a year twice, no discounting: 60 over; income may fall by 37.5 %, the outlay rise by 60 %."""
    assert may_change([0, 80, 80], [-100, 80, 80], 0.0) == pytest.approx(0.375)
    assert may_change([100, 0, 0], [-100, 80, 80], 0.0) == pytest.approx(0.6)
    assert may_change([0, 0], [1, 1], 0.1) is None


def test_a_start_that_slips():
    """One year later 80 are lost: 60 over become 20 short, so it turns after three quarters of a year."""
    assert later([0, 80, 80], 1) == [0, 0, 80]
    assert later([0, 80, 80], 0.5) == [0, 40, 80]
    assert may_slip([0, 80, 80], [-100, 0, 0], 0.0) == pytest.approx(0.75)
    assert may_slip([0, 10, 10], [-100, 0, 0], 0.0) is None
    assert may_slip([0, 10, 10], [0, 0, 0], 0.0) is None


@given(
    st.lists(st.floats(0, 1e6), min_size=2, max_size=20).filter(lambda sums: sum(sums) > 1),
    st.lists(st.floats(0, 1e6), min_size=2, max_size=20).filter(lambda sums: sum(sums) > 1),
    st.floats(0, 0.3),
)
def test_what_may_change_brings_the_whole_to_nought(benefits, costs, rate):
    count = min(len(benefits), len(costs))
    benefits, costs = benefits[:count], costs[:count]
    net = [one - other for one, other in zip(benefits, costs, strict=True)]
    size = present_value(benefits, rate) + present_value(costs, rate)
    fall, rise = may_change(benefits, net, rate), may_change(costs, net, rate)
    if fall is not None and abs(fall) < 1e6:
        less = [(1 - fall) * one - other for one, other in zip(benefits, costs, strict=True)]
        assert abs(present_value(less, rate)) <= 1e-6 * size
    if rise is not None and abs(rise) < 1e6:
        more = [one - (1 + rise) * other for one, other in zip(benefits, costs, strict=True)]
        assert abs(present_value(more, rate)) <= 1e-6 * size


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30), st.floats(0, 0.2), st.floats(0, 0.2))
def test_prices_of_one_kind_or_the_other_give_one_present_value(sums, nominal, inflation):
    current = inflated(sums, inflation)
    assert deflated(current, inflation) == pytest.approx(sums)
    size = sum(map(abs, sums))
    one, other = present_value(current, nominal), present_value(sums, (1 + nominal) / (1 + inflation) - 1)
    assert abs(one - other) <= 1e-9 * size * 2**7
