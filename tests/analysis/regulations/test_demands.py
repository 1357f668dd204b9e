"""Demands as intervals: which share no value, and which allow the same, by definition and by hand."""

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.regulations.demands import Interval, allowed, differ
from sevenstep.language import Text
from sevenstep.model.quantity import Quantity

ENDS = st.sampled_from([-math.inf, 0.0, 1.0, 2.0, 3.0, math.inf])


@st.composite
def intervals(draw) -> Interval:
    """Intervals that hold some number, so that they could be written."""
    low, high = sorted((draw(ENDS), draw(ENDS)))
    if low == high:
        if math.isinf(low):
            return Interval(-math.inf, math.inf)
        return Interval(low, high)
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    return Interval(low, high, low_open or math.isinf(low), high_open or math.isinf(high))


def holds(interval: Interval, value: float) -> bool:
    above = value > interval.low if interval.low_open else value >= interval.low
    return above and (value < interval.high if interval.high_open else value <= interval.high)


GRID = [step / 4 for step in range(-8, 24)]
"""Values between all ends that are drawn and on each of them: two intervals that meet at all meet on one of these."""


@given(intervals(), intervals())
def test_disjoint_is_that_no_value_lies_in_both(one, other):
    meet = any(holds(one, value) and holds(other, value) for value in GRID)
    assert one.is_disjoint_from(other) is (not meet)


@given(intervals(), intervals())
def test_it_does_not_matter_which_comes_first(one, other):
    assert one.is_disjoint_from(other) == other.is_disjoint_from(one)
    assert one.is_same_as(other) == other.is_same_as(one)


@given(intervals())
def test_an_interval_is_the_same_as_itself_and_meets_itself(one):
    assert one.is_same_as(one)
    assert not one.is_disjoint_from(one)


@pytest.mark.parametrize(
    ("one", "other", "disjoint"),
    [
        ("≤4 h", "≥6 h", True),
        ("≤4 h", "≥4 h", False),
        ("<4 h", "≥4 h", True),
        ("≤4 h", ">4 h", True),
        ("<4 h", ">4 h", True),
        ("≤4 h", "≤2 h", False),
        ("4 h", "5 h", True),
        ("4 h", "3..5 h", False),
        ("3..5 d", "6..8 d", True),
        ("3..5 d", "5..8 d", False),
        ("1 d", "24 h", False),
        ("1 d", ">24 h", True),
        ("≤2 d", "≥47 h", False),
        ("≤2 d", "≥49 h", True),
        ("70%", "0.7", False),
        ("1万元", "9999 元", True),
    ],
)
def test_written_demands(one, other, disjoint):
    first, second = Quantity.parse(one, bounds=True), Quantity.parse(other, bounds=True)
    for a, b in product((first, second), repeat=2):
        known = allowed(a, first.unit), allowed(b, first.unit)
        assert None not in known
        assert known[0].is_disjoint_from(known[1]) is (a is not b and disjoint)


def test_what_is_said_roughly_or_in_another_unit_is_not_compared():
    assert allowed(Quantity.parse("约4 h"), "h") is None
    assert allowed(Quantity.parse("4 CNY"), "h") is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("≤4 h", "≤240 min", False),
        ("≤4 h", "<4 h", True),
        ("≤4 h", "≤4 CNY", None),
        (Text(plain="In Qinzhou"), Text(plain="in  QINZHOU"), False),
        (Text(zh="钦州", en="Qinzhou"), Text(plain="钦州"), False),
        (Text(plain="yes"), Text(plain="no"), True),
        (Text(plain="yes"), "≤4 h", None),
    ],
)
def test_whether_two_demands_differ(one, other, expected):
    first, second = (said if isinstance(said, Text) else Quantity.parse(said, bounds=True) for said in (one, other))
    assert differ(first, second) is expected
    assert differ(second, first) is expected
