"""Dates as stretches of days, against the calendar of the standard library."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.model.dates import days_of, is_before

DAYS = st.dates(date(1000, 1, 1), date(9999, 12, 31))


@given(DAYS)
def test_a_day_is_itself(day):
    assert days_of(day.isoformat()) == (day, day)


@given(DAYS)
def test_months_quarters_and_years_hold_their_days(day):
    quarter = (day.month + 2) // 3
    month = (day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))
    assert days_of(f"{day.year:04}-{day.month:02}") == month
    for text in (f"{day.year:04}Q{quarter}", f"{day.year:04}"):
        first, last = days_of(text)
        assert first <= month[0] <= day <= month[1] <= last


@given(DAYS, DAYS)
def test_order_of_days(one, other):
    assert is_before(one.isoformat(), other.isoformat()) == (one < other)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-02-30", "2024Q5", "0000", "2024-1-", "２０２４年", "soon"])
def test_what_is_no_date(text):
    assert days_of(text) is None


def test_a_part_is_not_before_its_whole():
    assert not is_before("2024-03", "2024")
    assert not is_before("2024", "2024-03")
    assert is_before("2024Q1", "2024-04")
