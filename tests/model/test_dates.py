"""Dates as stretches of days, against the calendar of the standard library."""

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.model.dates import as_typed, days_of, is_before, parse_date
from sevenstep.model.quantity import InvalidValue

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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-13",
        "2024-02-30",
        "2024Q5",
        "0000",
        "2024-1-",
        "2024年初",
        "0000Q1",
        "2024-2025",
        "2025..2024",
        "202403",
        "soon",
        "x" * 500,
    ],
)
def test_what_is_no_date(text):
    assert days_of(text) is None


def test_a_part_is_not_before_its_whole():
    assert not is_before("2024-03", "2024")
    assert not is_before("2024", "2024-03")
    assert is_before("2024Q1", "2024-04")


@pytest.mark.parametrize(
    ("canonical", "written"),
    [
        ("2024", ["2024年", "２０２４", "2024年度", " 2024 ", "二〇二四年"]),
        (
            "2024-03",
            ["2024年3月", "2024年03月", "2024-3", "2024.3", "2024/3", "Mar 2024", "March 2024", "２０２４－０３"],
        ),
        ("2024-03", ["二〇二四年三月", "2024年3月份", "2024 March", "mar. 2024"]),
        (
            "2024-03-05",
            ["2024年3月5日", "2024-3-5", "2024/3/5", "2024.3.5", "20240305", "5 March 2024", "March 5, 2024"],
        ),
        ("2024-12-25", ["25/12/2024", "12/25/2024", "二〇二四年十二月二十五日"]),
        (
            "2024Q1",
            ["2024年一季度", "2024年第1季度", "2024年第一季度", "2024 Q1", "Q1 2024", "2024-Q1", "2024q1", "1Q2024"],
        ),
        ("2024H1", ["2024年上半年", "2024 H1", "H1 2024", "1H2024", "2024-H1", "2024h1"]),
        ("2027H2", ["2027年下半年", "2027Ｈ２"]),
        ("2027-12-31", ["2027年底", "2027年末", "end of 2027", "2027年12月底"]),
        ("2023-04..2024-03", ["2023年4月至2024年3月", "2023-04 to 2024-03", "2023-04～2024-03", "2023-04 - 2024-03"]),
    ],
)
def test_a_date_is_kept_in_one_form(canonical, written):
    for text in (canonical, *written):
        day = parse_date(text)
        assert day == canonical
        assert as_typed(day) == text
        assert days_of(text) == days_of(canonical)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024年下半年", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024年一季度", date(2024, 1, 1), date(2024, 3, 31)),
        ("2023-04..2024-03", date(2023, 4, 1), date(2024, 3, 31)),
        ("2024年2月底", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_stretches(text, first, last):
    assert days_of(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("03/04/2024", "2024-03-04 or 2024-04-03"),
        ("3.4.2024", "2024-03-04 or 2024-04-03"),
        *((text, "fiscal year") for text in ("FY2024", "fy24", "FY2023/24", "2024财年", "2023/24", "2024会计年度")),
        *((text, "two digits") for text in ("24年3月", "24Q1", "'24H1")),
        *((text, "tells no date") for text in ("待定", "tbd", "n/a", "?")),
    ],
)
def test_what_may_be_several_dates_is_refused(text, said):
    with pytest.raises(InvalidValue) as caught:
        parse_date(text)
    assert said in caught.value.message.for_language("en")
    assert caught.value.remedy
    assert days_of(text) is None


def test_a_fiscal_year_can_be_said_by_its_months():
    with pytest.raises(InvalidValue) as caught:
        parse_date("FY2023/24")
    assert "2023-04..2024-03" in caught.value.remedy.for_language("zh")


@given(st.text(alphabet="0123456789-/.年月日QH季度上下半 年底..MarFY一二", max_size=30))
def test_a_date_that_is_read_says_the_same_again(text):
    try:
        day = parse_date(text)
    except InvalidValue as invalid:
        assert invalid.message.for_language("zh")
        assert days_of(text) is None
    else:
        assert parse_date(str(day)) == day
        assert days_of(text) == days_of(str(day))


def test_one_date_in_two_ways_of_writing_is_refused(checked):
    found = checked("""
indicators:
  a: {title: A, unit: h, targets: {2024-03: 5, 2024年3月: 6}}
""").found
    assert any("are one date" in one.message.for_language("en") for one in found)


def test_the_place_of_a_date_is_where_it_was_typed(checked):
    found = checked("""
indicators:
  a:
    title: A
    unit: h
    direction: decrease
    baseline: {value: 5, date: 2026年}
    targets: {2025年3月: 4}
""").found
    paths = {one.place.path for one in found if "2025-03" in one.message.for_language("en")}
    assert paths
    assert {path[-1] for path in paths} == {"2025年3月"}
