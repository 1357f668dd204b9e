"""The independent answer: two libraries of finance (pyxirr, numpy-financial)."""

import numpy_financial
import pytest
import pyxirr
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.appraisal.loans import schedule
from sevenstep.analysis.appraisal.present_value import present_value
from sevenstep.analysis.appraisal.rate_of_return import internal_rates
from sevenstep.model.choices import Repayment

SUMS = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=30)


@given(SUMS, st.floats(0, 0.5))
def test_present_values(sums, rate):
    assert present_value(sums, rate) == pytest.approx(numpy_financial.npv(rate, sums), rel=1e-9, abs=1e-6)
    assert present_value(sums, rate) == pytest.approx(pyxirr.npv(rate, sums), rel=1e-9, abs=1e-6)


@given(st.floats(100, 1e6), st.lists(st.floats(1, 1e6), min_size=1, max_size=30))
def test_the_one_rate_of_an_outlay(outlay, income):
    sums = [-outlay, *income]
    theirs = pyxirr.irr(sums)
    if theirs is not None and -0.9 < theirs < 100:
        assert internal_rates(sums) == pytest.approx([theirs], rel=1e-6, abs=1e-6)


@given(SUMS.filter(lambda sums: min(sums) < -1 and max(sums) > 1))
def test_the_rate_that_they_find_is_among_ours(sums):
    theirs = pyxirr.irr(sums)
    size = sum(map(abs, sums))
    if theirs is not None and -0.5 < theirs < 5 and abs(pyxirr.npv(theirs, sums)) < 1e-9 * size:
        ours = internal_rates(sums)
        assert min((abs(rate - theirs) for rate in ours), default=1.0) < 1e-3


@given(st.floats(1, 1e8), st.floats(0.001, 0.3), st.integers(1, 30))
def test_annuities_year_by_year(amount, rate, term):
    plan = schedule(amount, rate, term, 0, Repayment.ANNUITY)
    for year, due in enumerate(plan, 1):
        assert due.interest == pytest.approx(-float(numpy_financial.ipmt(rate, year, term, amount)), abs=1e-7 * amount)
        assert due.principal == pytest.approx(-float(pyxirr.ppmt(rate, year, term, amount)), abs=1e-7 * amount)
