"""What weights do to the whole, for any tree of factors."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sevenstep.analysis.assessment.factor_tree import shares
from sevenstep.analysis.assessment.results import Standing
from sevenstep.analysis.assessment.whole import mean

WEIGHTS = st.lists(st.one_of(st.none(), st.floats(0, 1)), min_size=1, max_size=8)


@given(WEIGHTS)
def test_weights_add_up_to_one(weights):
    assert sum(shares(weights)) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in shares(weights))


def test_those_that_nobody_states_share_what_is_left():
    assert shares([0.4, None, None]) == pytest.approx((0.4, 0.3, 0.3))
    assert shares([None, None]) == (0.5, 0.5)
    assert shares([0.0, 0.0]) == (0.5, 0.5)
    assert shares([0.6, 0.6, None]) == pytest.approx((0.5, 0.5, 0))


@st.composite
def rows(draw):
    """Weights and standings, some of them missing."""
    size = draw(st.integers(1, 7))
    weights = shares([draw(st.integers(0, 20)) for _ in range(size)])
    known = [draw(st.booleans()) for _ in range(size)]
    goods = [draw(st.floats(0, 1)) for _ in range(size)]
    return weights, [
        Standing(good, good, good, 1.0) if there else Standing(None, 0.0, 1.0, 0.0)
        for good, there in zip(goods, known, strict=True)
    ]


@given(rows())
def test_the_whole_lies_between_worst_and_best(found):
    weights, parts = found
    total = mean(list(zip(weights, parts, strict=True)))
    assert total.low <= total.high + 1e-12
    if total.good is not None:
        assert total.low - 1e-9 <= total.good * total.known + (1 - total.known) and total.good <= 1
        assert total.good * total.known <= total.high + 1e-9
        goods = [one.good for one in parts if one.good is not None]
        assert min(goods) - 1e-9 <= total.good <= max(goods) + 1e-9


@given(rows(), st.floats(0.01, 0.9))
def test_more_weight_on_the_best_never_lowers_the_whole(found, more):
    weights, parts = found
    total = mean(list(zip(weights, parts, strict=True)))
    assume(total.good is not None)
    best = max((at for at, one in enumerate(parts) if one.good is not None), key=lambda at: parts[at].good)
    raised = shares([weight + (more if at == best else 0) for at, weight in enumerate(weights)])
    assert mean(list(zip(raised, parts, strict=True))).good >= total.good - 1e-9
