"""Quantities: what people write, and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.model.quantity import Duration, Quantity, Unfit, parse_date


@pytest.mark.parametrize(
    ("text", "points", "unit"),
    [
        ("36.5 h", (36.5,), "h"),
        ("50 CNY", (50,), "CNY"),
        ("70%", (70,), "%"),
        ("-30%", (-30,), "%"),
        ("－30%", (-30,), "%"),
        ("42.07 万亿元", (42.07,), "万亿元"),
        ("7..9 d", (7, 9), "d"),
        ("7d..9d", (7, 9), "d"),
        ("3..4..8 h", (3, 4, 8), "h"),
        ("12,500 TEU", (12500,), "TEU"),
        ("5", (5,), ""),
        ("1e3 t", (1000,), "t"),
        ("300～500 元", (300, 500), "元"),
    ],
)
def test_quantities(text, points, unit):
    found = Quantity.parse(text)
    assert (found.points, found.unit) == (points, unit)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2d", (48,)),
        ("30min", (0.5,)),
        ("1h30min", (1.5,)),
        ("1d 4h", (28,)),
        ("7d..9d", (168, 216)),
        ("7..9 d", (168, 216)),
        ("30min..2h", (0.5, 2)),
        ("2天", (48,)),
        ("30分钟..1小时", (0.5, 1)),
        ("0min", (0,)),
        ("90 s", (0.025,)),
        ("1h..2h..6h", (1, 2, 6)),
    ],
)
def test_durations_in_hours(text, hours):
    assert Duration.parse(text).hours == pytest.approx(hours)


@pytest.mark.parametrize(
    "text", ["", "..", "h", "about 3", "9..7", "1..2..3..4", "nan", "inf", "1e999", "3 h..4 d", "x" * 500]
)
def test_what_is_no_quantity_is_said(text):
    with pytest.raises(Unfit) as caught:
        Quantity.parse(text)
    assert caught.value.message.zh
    assert caught.value.message.en


@pytest.mark.parametrize("text", ["5", "2 km", "-1h", "1h..30min", "h", "1h x"])
def test_what_is_no_duration_is_said(text):
    with pytest.raises(Unfit):
        Duration.parse(text)


@given(st.text(max_size=40))
def test_parsing_answers_or_says_unfit(text):
    for parse in (Quantity.parse, Duration.parse, parse_date):
        try:
            parse(text)
        except Unfit as error:
            assert error.message.en


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("7d..9d", "7–9 天", "7–9 d"),
        ("30min", "30 分钟", "30 min"),
        ("90min", "1.5 小时", "1.5 h"),
        ("0min", "0 分钟", "0 min"),
        ("8mo", "8 个月", "8 mo"),
    ],
)
def test_durations_are_shown_in_the_readers_language(text, zh, en):
    found = Duration.parse(text)
    assert (found.shown("zh"), found.shown("en")) == (zh, en)


@pytest.mark.parametrize("text", ["2024", "2024-03", "2024-3-5", "2024Q1", "2024-02-29"])
def test_dates(text):
    assert parse_date(text) == text


@pytest.mark.parametrize("text", ["24", "2024-13", "2023-02-29", "2024Q5", "March 2024", "0000"])
def test_what_is_no_date(text):
    with pytest.raises(Unfit):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "shape", "mean", "deviation"),
    [
        ("exponential(2h)", "exponential", 2, 2),
        ("normal(2h, 20min)", "normal", 2, 1 / 3),
        ("正态（2小时，20分钟）", "normal", 2, 1 / 3),
        ("LogNormal( 1d , 1d )", "lognormal", 24, 24),
        ("gamma(3h, 90min)", "gamma", 3, 1.5),
        ("1h..2h..6h", "", 3, 0),
    ],
)
def test_distributions(text, shape, mean, deviation):
    found = Duration.parse(text)
    assert (found.shape, found.mean_hours, found.deviation) == (shape, pytest.approx(mean), pytest.approx(deviation))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("normal(1h, 30min)", "below zero"),
        ("exponential(-1h)", "negative"),
        ("gamma(0h, 1h)", "mean"),
        ("gamma(2h)", "standard deviation"),
        ("exponential(1h..2h)", "mean"),
        ("weibull(2h)", "no distribution"),
    ],
)
def test_what_is_no_distribution_of_times(text, said):
    with pytest.raises(Unfit) as found:
        Duration.parse(text)
    assert said in found.value.message.in_("en")
