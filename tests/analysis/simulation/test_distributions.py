"""Samples against the moments that the textbooks give for each distribution."""

import math

import numpy
import pytest

from sevenstep.analysis.simulation.distributions import is_fixed, sampler
from sevenstep.model.quantity import Duration

COUNT = 200_000


@pytest.mark.parametrize(
    ("text", "mean", "deviation"),
    [
        ("2h", 2, 0),
        ("1h..4h", 2.5, 3 / math.sqrt(12)),
        ("1h..2h..6h", 3, math.sqrt((1 + 4 + 36 - 2 - 6 - 12) / 18)),
        ("exponential(2h)", 2, 2),
        ("normal(3h, 1h)", 3, 0.9866),  # cut at three deviations
        ("lognormal(2h, 1h)", 2, 1),
        ("gamma(2h, 3h)", 2, 3),
        ("gamma(2h, 0h)", 2, 0),
    ],
)
def test_moments(text, mean, deviation):
    drawn = sampler(Duration.parse(text))(numpy.random.default_rng(3), COUNT)
    assert drawn.min() >= 0
    assert drawn.mean() == pytest.approx(mean, abs=5 * max(deviation, 1e-12) / math.sqrt(COUNT))
    assert drawn.std() == pytest.approx(deviation, rel=0.03, abs=1e-12)


@pytest.mark.parametrize(
    ("text", "fixed"), [("2h", True), ("2h..2h", True), ("1h..2h", False), ("exponential(2h)", False)]
)
def test_what_is_fixed(text, fixed):
    assert is_fixed(Duration.parse(text)) is fixed
    assert is_fixed(None)
