"""Rates: what arrives keeps what it is called."""

import pytest

from sevenstep.model.step7_flows.arrivals import Rate


@pytest.mark.parametrize(
    ("said", "number", "counted", "unit"),
    [("40例/d", 40, "例", "d"), ("40/d", 40, "", "d"), ("2万标箱/天", 20_000, "标箱", "d"), ("12 / 小时", 12, "", "h")],
)
def test_a_rate_says_how_many_of_what_in_which_time(said, number, counted, unit):
    rate = Rate.parse(said)
    assert (rate.number, rate.counted, rate.unit) == (number, counted, unit)
