"""Roll-ups and spreads by hand, against numpy, and what holds of all of them."""

from fractions import Fraction

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.roll_up import Part, mean, spread, total

NUMBERS = st.floats(-1e9, 1e9, allow_nan=False).map(lambda number: round(number, 3))
WEIGHTS = st.floats(0.001, 1e6, allow_nan=False).map(lambda number: round(number, 3))
PAIRS = st.lists(st.tuples(NUMBERS, WEIGHTS), min_size=1, max_size=30)


def part(value: float, half: float = 0.0, weight: float = 1.0, weight_half: float = 0.0) -> Part:
    return Part(value, value, value, half, weight, weight_half)


def parts(pairs: list[tuple[float, float]]) -> list[Part]:
    return [part(value, 0.5, weight) for value, weight in pairs]


def test_a_sum_is_that_of_the_decimals_that_were_written():
    assert total([part(0.1), part(0.2)]).value == 0.3
    assert total([part(1e15), part(0.1), part(-1e15)]).value == 0.1


def test_the_largest_and_the_smallest_numbers_add_up_exactly():
    assert total([part(1e308), part(5e-324), part(-1e308)]).value == 5e-324
    assert mean([part(1e300, weight=1e300), part(-1e300, weight=1e300), part(3e-300, weight=1e300)]).value == 1e-300


@given(PAIRS)
def test_sums_and_means_are_those_of_fractions(pairs):
    exact = [(Fraction(str(value)), Fraction(str(weight))) for value, weight in pairs]
    assert total(parts(pairs)).value == float(sum(value for value, _ in exact))
    assert mean(parts(pairs)).value == float(sum(v * w for v, w in exact) / sum(w for _, w in exact))


def test_the_ends_and_the_last_digits_add_up():
    found = total([Part(10, 9, 12, 0.5), Part(1.5, 1.5, 1.5, 0.05)])
    assert (found.value, found.low, found.high) == (11.5, 10.5, 13.5)
    assert found.half == pytest.approx(0.55)


def test_a_weighted_mean_by_hand():
    """(30 h · 5,000 + 24 h · 7,000) / 12,000 = 26.5 h."""
    found = mean([part(30, 0.5, 5000), part(24, 0.5, 7000)])
    assert found.value == 26.5
    assert found.half == pytest.approx(0.5)


def test_digits_of_weights_leave_the_mean_open_too():
    """A weight of 2 ± 0.5 beside 2: (20·2.5 + 10·2) / 4.5 = 15.56; to first order 15 + 5 · 0.5 / 4."""
    found = mean([part(20, weight=2, weight_half=0.5), part(10, weight=2)])
    assert found.half == pytest.approx(0.625)


def test_a_member_of_no_weight_counts_nothing():
    assert mean([part(30, weight=0), part(24, weight=3)]).value == 24


@given(PAIRS)
def test_means_are_those_of_numpy(pairs):
    values, weights = zip(*pairs, strict=True)
    assert mean(parts(pairs)).value == pytest.approx(numpy.average(values, weights=weights), rel=1e-9, abs=1e-6)


@given(PAIRS, st.randoms())
def test_the_order_of_members_changes_nothing(pairs, chance):
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert total(parts(pairs)) == total(parts(shuffled))
    assert mean(parts(pairs)).value == mean(parts(shuffled)).value


@given(NUMBERS, WEIGHTS)
def test_of_one_member_the_whole_is_that_member(number, weight):
    one = [part(number, 0.5, weight)]
    assert total(one).value == mean(one).value == number
    assert total(one).half == mean(one).half == 0.5


@given(PAIRS)
def test_a_mean_lies_between_the_lowest_and_the_highest(pairs):
    values = [value for value, _ in pairs]
    assert min(values) <= mean(parts(pairs)).value <= max(values)


@given(PAIRS, NUMBERS)
def test_what_is_added_to_every_member_is_added_to_the_mean(pairs, shift):
    moved = [(round(value + shift, 3), weight) for value, weight in pairs]
    assert mean(parts(moved)).value == pytest.approx(mean(parts(pairs)).value + shift, rel=1e-9, abs=1e-3)


def test_a_spread_by_hand():
    """30, 24, 42: mean 32, deviations 4, 64, 100: variance 56."""
    found = spread([30, 24, 42])
    assert found is not None
    assert (found.lowest, found.highest, found.difference, found.ratio) == (1, 2, 18, 1.75)
    assert found.variation == pytest.approx(56**0.5 / 32)


def test_a_ratio_means_something_only_of_what_is_above_zero():
    found = spread([-2, 4])
    assert found is not None
    assert (found.difference, found.ratio, found.variation) == (6, None, None)
    zero = spread([0, 4])
    assert zero is not None
    assert (zero.ratio, zero.variation) == (None, 1.0)


def test_one_member_has_no_spread():
    assert spread([3]) is None
    assert spread([]) is None


@given(st.lists(st.floats(0.01, 1e6), min_size=2, max_size=30))
def test_the_variation_is_that_of_numpy(values):
    found = spread(values)
    assert found is not None and found.variation is not None
    assert found.variation == pytest.approx(numpy.std(values) / numpy.mean(values), rel=1e-6, abs=1e-9)
