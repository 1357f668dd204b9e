"""What the digits of a figure leave open."""

import pytest

from sevenstep.model.quantity import Quantity


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("5.52%", 0.005),
        ("90", 0.5),
        ("100", 5),
        ("7800 CNY", 50),
        ("180,000 TEU", 5000),
        ("42.07 万亿元", 0.005),
        ("5", 0.5),
        ("0", 0.5),
        ("-.5", 0.05),
        ("1e6", 500_000),
        ("2.50e3", 5),
        ("600..610.5 h", 0.05),
        ("1e-900", 0),
    ],
)
def test_half_of_the_last_digit(text, half):
    assert Quantity.parse(text).half == pytest.approx(half, abs=1e-290)
