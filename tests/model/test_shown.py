"""Quantities as people write them: in both languages, and read again they are the same."""

import math
import random

import pytest

from sevenstep.analysis.units import UnlikeUnits, convert, measure
from sevenstep.analysis.wording import shown_hours, shown_share
from sevenstep.language import LANGUAGES
from sevenstep.model.quantity import (
    Duration,
    Quantity,
    full_unit,
    scale_for,
    unit_name,
    unit_shown,
    written,
    written_range,
)
from sevenstep.model.quantity.digits import half_up
from sevenstep.model.quantity.named_unit import NamedUnit, UnitName
from sevenstep.model.quantity.unit_words import unnamed_parts

UNITS = (
    *("CNY", "元", "万元", "billion CNY", "trillion CNY", "CNY/TEU", "万元/年", "USD", "EUR/d", "JPY", "thousand USD"),
    *("TEU", "万标箱", "TEU/d", "t", "吨", "kg", "km", "公里", "tkm", "m2", "ha", "亩", "m3", "l/km", "kWh", "千瓦"),
    *("h", "d", "天", "min", "mo", "年", "工作日", "%", "‰", "个百分点", "bp", "", "次", "箱", "票", "人", "tCO2e"),
    *("次/票", "h/TEU", "kg CO2e", "50 KZT"[3:], "per year", "consignments"),
)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("45 billion CNY", "450 亿元", "CNY 45 bn"),
        ("24.4 trillion CNY", "24.4 万亿元", "CNY 24.4 tn"),
        ("600000 CNY", "60 万元", "CNY 600,000"),
        ("1200000 元", "120 万元", "CNY 1.2 mn"),
        ("180000 TEU", "18 万标箱", "180,000 TEU"),
        ("7800 CNY/TEU", "7,800 元/标箱", "CNY 7,800/TEU"),
        ("约50元", "约 50 元", "about CNY 50"),
        ("30-50万元", "30–50 万元", "CNY 300,000–500,000"),
        ("1234567 CNY", "1,234,567 元", "CNY 1,234,567"),
        ("0.5 万元", "5,000 元", "CNY 5,000"),
        ("$300", "300 美元", "USD 300"),
        ("€2.5 million", "250 万欧元", "EUR 2.5 mn"),
        ("300000 CNY/y", "30 万元/年", "CNY 300,000/year"),
        ("50000 kWh", "5 万千瓦时", "50,000 kWh"),
        ("1 d", "1 天", "1 day"),
        ("2 工作日", "2 个工作日", "2 working days"),
        ("3 t", "3 吨", "3 t"),
        ("1 个百分点", "1 个百分点", "1 percentage point"),
        ("-5..3 d", "−5 至 3 天", "−5 to 3 days"),
        ("2.6 次", "2.6 次", "2.6 times"),
        ("6800 例", "6,800 例", "6,800 cases"),
        ("0.2 tCO2e", "0.2 吨 CO₂e", "0.2 t CO₂e"),
        ("12 parsecs", "12 parsecs", "12 parsecs"),
    ],
)
def test_a_quantity_is_written_as_people_do(text, zh, en):
    found = Quantity.parse(text)
    assert (found.shown("zh"), found.shown("en")) == (zh, en)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("40h", "40 小时", "40 h"),
        ("1h", "1 小时", "1 h"),
        ("100min", "100 分钟", "100 min"),
        ("25h..50h", "25–50 小时", "25–50 h"),
        ("36.5 h", "36.5 小时", "36.5 h"),
        ("48 h", "2 天", "2 days"),
    ],
)
def test_a_length_of_time_is_read_out_without_long_fractions(text, zh, en):
    found = Duration.parse(text)
    assert (found.shown("zh"), found.shown("en")) == (zh, en)


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_and_read_again_is_the_same_quantity(unit, language):
    """Within half of the last digit that is shown, whatever the number."""
    chance = random.Random(f"{unit} {language}")
    for _ in range(60):
        number = chance.choice((1, -1)) * 10 ** chance.uniform(-3, 9)
        number = round(number, chance.randrange(4)) or 1.0
        _, name = full_unit(unit, language)
        for said in (Quantity("", (number,), unit).shown(language), written(number, unit, language)):
            again = Quantity.parse(said)
            in_unit = _told(again, unit, name)
            slack = max(abs(in_unit) * 0.06, 5e-5)
            assert abs(in_unit - number) <= slack, said
        given = Quantity.parse(Quantity("", (number,), unit).shown(language))
        if 1 <= abs(number) < 1e6:
            assert math.isclose(_told(given, unit, name), number, rel_tol=1e-9), "all that somebody wrote is shown"


def _told(again, unit: str, name: str) -> float:
    """The quantity in its first unit; of words such as “times” that only count, the number."""
    try:
        return convert(again.middle, again.unit, unit)
    except UnlikeUnits:
        assert name, (again, unit)
        return again.middle * measure(again.unit).factor / measure(unit).factor


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_range_has_one_scale_and_is_read_again(language):
    chance = random.Random(language)
    for unit in ("CNY", "TEU", "h", "%", "CNY/TEU", "km"):
        for _ in range(40):
            low = 10 ** chance.uniform(0, 8)
            high = low * chance.uniform(1.2, 8)
            again = Quantity.parse(written_range((low, high), unit, language))
            factor = measure(again.unit).factor / measure(unit).factor
            assert math.isclose(again.low * factor, low, rel_tol=0.06)
            assert math.isclose(again.high * factor, high, rel_tol=0.06)


def test_digits_follow_the_size_of_the_number():
    assert [shown_hours(hours, "zh") for hours in (177.12, 34.23, 4.04 * 24, 424.857, 0.3)] == [
        *("7.4 天", "34 小时", "4 天", "17.7 天", "18 分钟"),
    ]
    assert written(6337.2, "CNY/TEU", "zh") == "6,337 元/标箱"
    assert [shown_share(share) for share in (0.977, 0.4837, 0.00273, 0.99984, 1.0)] == [
        *("97.7%", "48%", "0.27%", "99.98%", "100%"),
    ]


def test_numbers_that_are_compared_have_one_unit_and_like_digits():
    pair = (4.04 * 24, 4.67 * 24)
    assert [shown_hours(hours, "zh", pair) for hours in pair] == ["4.0 天", "4.7 天"]
    assert shown_hours(1.0, "en", [100.0]) == "0.04 days"
    assert written(600_000, "CNY", "zh", [1_500_000]) == "60 万元"


def test_no_digit_is_shown_that_an_error_hides():
    assert written(7.382, "d", "en", half=2.0) == "7 days"
    assert written(34.23, "h", "en", half=0.01) == "34 h"


def test_halves_are_rounded_up():
    assert [half_up(number, places) for number, places in ((12.5, 0), (0.285, 2), (-2.5, 0))] == [13, 0.29, -3]


@pytest.mark.parametrize(
    ("largest", "unit", "language", "factor", "name"),
    [
        (75, "billion CNY", "zh", 10, "亿元"),
        (75, "billion CNY", "en", 1, "CNY bn"),
        (8000, "CNY/TEU", "zh", 1, "元/标箱"),
        (200_000, "TEU", "zh", 1e-4, "万标箱"),
        (48, "h", "en", 1, "h"),
    ],
)
def test_an_axis_has_one_sensible_unit(largest, unit, language, factor, name):
    assert scale_for(largest, unit, language) == (pytest.approx(factor), name)


def test_names_that_the_engagement_gives_its_units():
    unit = NamedUnit("例/月", (("例", UnitName("例", "patients", "patient")),))
    assert Quantity("", (30.0,), unit).shown("en") == "30 patients/month"
    assert Quantity("", (30.0,), unit).shown("zh") == "30 例/月"
    assert unit_shown(unit, "en") == " patients/month"
    assert written(30.0, NamedUnit("例/月", ()), "en") == "30 cases/month", "names of one engagement are no other's"


@pytest.mark.parametrize(
    ("unit", "zh", "en"),
    [
        *(("h", "小时", "hours"), ("min", "分钟", "minutes"), ("mo", "月", "months")),
        *(("个工作日", "工作日", "working days"), ("次", "次", "times"), ("%", "%", "%"), ("", "", "")),
        *(("CNY/TEU", "元/标箱", "CNY/TEU"), ("个", "个", "")),
    ],
)
def test_a_unit_that_stands_alone(unit, zh, en):
    assert (unit_name(unit, "zh"), unit_name(unit, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("unit", "zh", "en"),
    [
        *(("例/月", (), ()), ("人份/d", (), ("人份",)), ("shuttles", ("shuttles",), ()), ("Gbps", (), ())),
        *(("TEU/d", (), ()), ("cases", (), ()), ("万人份", (), ("人份",)), ("KZT", (), ()), ("拖轮·h", (), ("拖轮",))),
    ],
)
def test_what_readers_find_in_the_other_language(unit, zh, en):
    assert (unnamed_parts(unit, "zh"), unnamed_parts(unit, "en")) == (zh, en)
