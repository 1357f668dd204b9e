"""TOPSIS against another library, and against a published example."""

import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pymcdm.methods import TOPSIS
from pymcdm.normalizations import vector_normalization

from sevenstep.analysis.item_ranking.topsis import closeness


@st.composite
def decisions(draw):
    """A matrix of scores, weights that add up to 1, and which criteria are benefits."""
    items, criteria = draw(st.integers(2, 12)), draw(st.integers(1, 6))
    score = st.integers(1, 50).map(lambda tenths: tenths / 10)
    matrix = [[draw(score) for _ in range(criteria)] for _ in range(items)]
    weights = [draw(st.integers(1, 100)) for _ in range(criteria)]
    return matrix, [one / sum(weights) for one in weights], [draw(st.booleans()) for _ in range(criteria)]


@given(decisions())
def test_another_library_finds_the_same(decision):
    matrix, weights, benefits = decision
    assume(any(row != matrix[0] for row in matrix))  # there the library divides zero by zero
    types = numpy.array([1 if good else -1 for good in benefits])
    expected = TOPSIS(vector_normalization)(numpy.array(matrix), numpy.array(weights), types, validation=False)
    assert closeness(matrix, weights, benefits) == pytest.approx(expected, abs=1e-9)


def test_the_example_of_yoon_and_hwang():
    """Three applicants, two criteria weighted 0.714 and 0.286: K. P. Yoon and C.-L. Hwang, Multiple Attribute Decision
    Making: An Introduction (1995). The weighted normalised matrix is the published one; the closeness follows by hand.
    """
    matrix = [(17, 12), (10, 9), (8, 6)]
    weighted = [(0.5703, 0.2124), (0.3355, 0.1593), (0.2684, 0.1062)]
    to_ideal = ((weighted[0][0] - weighted[1][0]) ** 2 + (weighted[0][1] - weighted[1][1]) ** 2) ** 0.5
    to_worst = ((weighted[1][0] - weighted[2][0]) ** 2 + (weighted[1][1] - weighted[2][1]) ** 2) ** 0.5
    found = closeness(matrix, (0.714, 0.286), (True, True))
    assert found == pytest.approx((1, to_worst / (to_worst + to_ideal), 0), abs=1e-4)


@pytest.mark.parametrize("row", [(3, 3), (0, 0), (-2, 5)])
def test_where_nothing_differs_all_are_halfway(row):
    assert closeness([row, row, row], (0.4, 0.6), (True, False)) == (0.5, 0.5, 0.5)


def test_what_weighs_nothing_does_not_count():
    assert closeness([(1, 5), (1, 1)], (1.0, 0.0), (True, True)) == (0.5, 0.5)


def test_nothing_to_rank():
    assert closeness([], (1.0,), (True,)) == ()
