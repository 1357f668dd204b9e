"""Quantities: what people write, and what it means."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.model.dates import parse_date
from sevenstep.model.quantity import Duration, InvalidValue, Portion, Quantity, is_per_cent, is_points

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}

READ = [
    ("36.5 h", (36.5,), "h"),
    ("50 CNY", (50,), "CNY"),
    ("70%", (70,), "%"),
    ("-30%", (-30,), "%"),
    ("－30%", (-30,), "%"),
    ("－３", (-3,), ""),
    ("＋5", (5,), ""),
    ("−5 d", (-5,), "d"),
    ("–5 d", (-5,), "d"),
    ("５％", (5,), "%"),
    ("１，２００", (1200,), ""),
    ("42.07 万亿元", (42.07,), "万亿元"),
    ("7..9 d", (7, 9), "d"),
    ("7d..9d", (7, 9), "d"),
    ("3..4..8 h", (3, 4, 8), "h"),
    ("12,500 TEU", (12500,), "TEU"),
    ("5", (5,), ""),
    (".5", (0.5,), ""),
    ("1e3 t", (1000,), "t"),
    ("1e-3 t", (0.001,), "t"),
    ("300～500 元", (300, 500), "元"),
    # ranges, with whatever stands between their ends
    ("5-8 d", (5, 8), "d"),
    ("5 - 8 d", (5, 8), "d"),
    ("5l/100km", (5,), "l/100km"),
    ("5orders", (5,), "orders"),
    ("3 多式联运单", (3,), "多式联运单"),
    ("一半", (50,), "%"),
    ("十成", (100,), "%"),
    ("5k-8k", (5000, 8000), ""),
    ("3-4", (3, 4), ""),
    ("1200-1500 trucks", (1200, 1500), "trucks"),
    ("300000-500000 CNY", (300_000, 500_000), "CNY"),
    ("20-25%", (20, 25), "%"),
    ("60%-70%", (60, 70), "%"),
    ("2–3天", (2, 3), "天"),
    ("2—3天", (2, 3), "天"),
    ("7～9天", (7, 9), "天"),
    ("7〜9天", (7, 9), "天"),
    ("5至8天", (5, 8), "天"),
    ("5到8天", (5, 8), "天"),
    ("5天至8天", (5, 8), "天"),
    ("5 to 8 d", (5, 8), "d"),
    ("between 5 and 8 d", (5, 8), "d"),
    ("介于5和8天之间", (5, 8), "天"),
    ("三至五天", (3, 5), "天"),
    ("five to eight days", (5, 8), "days"),
    ("-30..-20%", (-30, -20), "%"),
    ("-30–-20%", (-30, -20), "%"),
    ("-30~50%", (-30, 50), "%"),
    ("1.5-2.5 万元", (1.5, 2.5), "万元"),
    ("30-50万元", (30, 50), "万元"),
    ("30万-50万元", (30, 50), "万元"),
    ("0.5万-8000元", (5000, 8000), "元"),
    ("1e-3..2e-3 t", (0.001, 0.002), "t"),
    # numbers
    ("1,200", (1200,), ""),
    ("1,500 d", (1500,), "d"),
    ("1,200,000.50", (1_200_000.5,), ""),
    ("1 200 TEU", (1200,), "TEU"),
    ("1\u2009200\u00a0000 TEU", (1_200_000,), "TEU"),
    ("1'200 CHF", (1200,), "CHF"),
    ("3×10^4", (30_000,), ""),
    ("3 x 10^4 t", (30_000,), "t"),
    ("1/3", (1 / 3,), ""),
    ("3/4", (0.75,), ""),
    ("½ d", (0.5,), "d"),
    ("1½ d", (1.5,), "d"),
    ("1 1/2 d", (1.5,), "d"),
    ("十五 人", (15,), "人"),
    ("二十三家", (23,), "家"),
    ("一百零五家", (105,), "家"),
    ("一万二千元", (12_000,), "元"),
    ("三万元", (3,), "万元"),
    ("十五万元", (15,), "万元"),
    ("三点五天", (3.5,), "天"),
    ("两天", (2,), "天"),
    ("五成", (50,), "%"),
    ("九成五", (95,), "%"),
    ("百分之九十", (90,), "%"),
    ("千分之三", (3,), "‰"),
    ("三分之一", (100 / 3,), "%"),
    ("5k", (5000,), ""),
    # money
    ("￥300", (300,), "¥"),
    ("¥ 300", (300,), "¥"),
    ("¥300万", (300,), "万元"),
    ("人民币300元", (300,), "元"),
    ("$5", (5,), "$"),
    ("-$5", (-5,), "$"),
    ("US$ 5m", (5e6,), "US$"),
    ("USD 2.5m", (2.5e6,), "USD"),
    ("2.5m EUR", (2.5e6,), "EUR"),
    ("€2.50", (2.5,), "€"),
    ("CNY 300", (300,), "CNY"),
    ("RMB 3,000", (3000,), "RMB"),
    ("CNY 300-500", (300, 500), "CNY"),
    ("$5-$10", (5, 10), "$"),
    ("300元/箱", (300,), "元/箱"),
    ("CNY 300/箱", (300,), "CNY/箱"),
    ("5k EUR", (5000,), "EUR"),
    # units that hold digits, hyphens and blanks
    ("3 m3", (3,), "m3"),
    ("3 m³", (3,), "m³"),
    ("4 km2", (4,), "km2"),
    ("5 t CO2e/TEU", (5,), "t CO2e/TEU"),
    ("3 20ft", (3,), "20ft"),
    ("3 20英尺标准箱", (3,), "20英尺标准箱"),
    ("3 man-days", (3,), "man-days"),
    ("3 人·天", (3,), "人·天"),
    ("12 元/100公斤", (12,), "元/100公斤"),
    ("7 per hour", (7,), "per hour"),
    ("3 % of GDP", (3,), "% of GDP"),
    ("3x", (3,), "x"),
    ("3倍", (3,), "倍"),
    ("2个工作日", (2,), "个工作日"),
    ("3 working days", (3,), "working days"),
    ("85分", (85,), "分"),
    ("5个百分点", (5,), "个百分点"),
    # lengths of time of several parts
    ("1h30min", (1.5,), "h"),
    ("1小时30分", (1.5,), "小时"),
    ("1天半", (1.5,), "天"),
    ("1个半小时", (1.5,), "小时"),
]


@pytest.mark.parametrize(("text", "points", "unit"), READ)
def test_quantities(text, points, unit):
    found = Quantity.parse(text)
    assert found.points == pytest.approx(points)
    assert (found.unit, found.bound, found.approximate) == (unit, "", False)


@pytest.mark.parametrize("text", [text for text, _, _ in READ])
def test_the_canonical_way_says_the_same(text):
    found = Quantity.parse(text)
    again = Quantity.parse(found.canonical)
    assert (again.points, again.unit) == (found.points, found.unit)


@pytest.mark.parametrize("text", [text for text, _, _ in READ])
def test_full_width_is_the_same(text):
    found, wide = Quantity.parse(text), Quantity.parse(text.translate(FULL_WIDTH))
    assert (wide.points, wide.unit, wide.bound, wide.approximate) == (found.points, found.unit, "", False)


GARBAGE = [
    "(x)",
    "; 3",
    " 7",
    ", ok",
    "!",
    " @5",
    "=",
    " 3 h",
    "…",
    "??",
    ")",
    "%%(",
    " 5%",
    "[1]",
    "\\",
    '"',
    "#1 x(",
    "}",
]


@pytest.mark.parametrize("text", [text for text, _, _ in READ])
def test_what_follows_is_never_left_out(text):
    before = Quantity.parse(text)
    for rest in GARBAGE:
        try:
            found = Quantity.parse(text + rest)
        except InvalidValue:
            continue
        assert (found.points, found.unit) != (before.points, before.unit), text + rest


@given(st.sampled_from(READ), st.text(min_size=1, max_size=12))
def test_nothing_behind_a_quantity_is_ignored(known, rest):
    before = Quantity.parse(known[0])
    if not rest.strip("0０ \u3000\u2009") or not rest.strip():
        return  # zeros behind a point and blanks say nothing
    try:
        found = Quantity.parse(known[0] + rest, bounds=True)
    except InvalidValue:
        return
    assert (found.points, found.unit, found.bound, found.approximate) != (before.points, before.unit, "", False)


@given(
    st.lists(st.floats(-1e29, 1e29), min_size=1, max_size=3).map(sorted),
    st.sampled_from(["", "%", "d", "万元", "CNY/TEU", "t CO2e"]),
    st.booleans(),
)
def test_whatever_is_read_is_printed_and_read_again(points, unit, about):
    numbers = "..".join(repr(one) for one in points)
    found = Quantity.parse(f"{'约' if about else ''}{numbers} {unit}")
    assert (found.points, found.unit, found.approximate) == (tuple(points), unit, about)
    assert Quantity.parse(found.canonical).points == found.points


@pytest.mark.parametrize(
    ("text", "bound", "value", "unit"),
    [
        ("≥95%", "≥", 95, "%"),
        (">= 16 h", "≥", 16, "h"),
        ("＞＝16 h", "≥", 16, "h"),
        ("至少95%", "≥", 95, "%"),
        ("不低于 95%", "≥", 95, "%"),
        ("不少于3次", "≥", 3, "次"),
        ("at least 95 %", "≥", 95, "%"),
        ("95%以上", "≥", 95, "%"),
        ("95%及以上", "≥", 95, "%"),
        ("95% or more", "≥", 95, "%"),
        ("95%+", "≥", 95, "%"),
        ("≤3d", "≤", 3, "d"),
        ("不超过 3 天", "≤", 3, "天"),
        ("at most 3 d", "≤", 3, "d"),
        ("no more than 3 d", "≤", 3, "d"),
        ("up to 3 d", "≤", 3, "d"),
        ("3天以内", "≤", 3, "天"),
        ("within 3 d", "≤", 3, "d"),
        ("< 2h", "<", 2, "h"),
        ("under 3 d", "<", 3, "d"),
        ("低于 5%", "<", 5, "%"),
        (">5", ">", 5, ""),
        ("超过 5 天", ">", 5, "天"),
        ("more than 5 d", ">", 5, "d"),
    ],
)
def test_bounds(text, bound, value, unit):
    found = Quantity.parse(text, bounds=True)
    assert (found.bound, found.points, found.unit) == (bound, (value,), unit)
    again = Quantity.parse(found.canonical, bounds=True)
    assert (again.bound, again.points, again.unit) == (bound, (value,), unit)
    assert found.shown("en").startswith(bound)
    for parse in (Quantity.parse, Duration.parse, Portion.parse):
        with pytest.raises(InvalidValue) as refused:
            parse(text)
        assert refused.value.remedy


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("约30天", 30), ("大约30天", 30), ("近30天", 30), ("30天左右", 30), ("约 30 天左右", 30), ("～30 天", 30)),
        *(("~30 d", 30), ("ca. 30 d", 30), ("ca 30 d", 30), ("about 30 days", 30), ("approx. 30 d", 30), ("≈30 d", 30)),
        ("some 30 d", 30),
    ],
)
def test_what_is_approximate_says_so(text, value):
    found = Quantity.parse(text)
    assert (found.points, found.approximate) == ((value,), True)
    assert found.shown("zh").startswith("约 30")
    assert found.shown("en").startswith("about 30")
    assert Quantity.parse(found.canonical).approximate
    assert Duration.parse(text).hours == (value * 24,)
    assert Duration.parse(text).approximate


def test_points_are_no_per_cent():
    assert all(is_points(one) for one in ("百分点", "个百分点", "pp", "PP", "points", "percentage points", "pct pts"))
    assert not any(is_points(one) for one in ("%", "per cent", "分", "", "h"))
    assert is_per_cent("%")
    assert is_per_cent("pct")
    assert not is_per_cent("pp")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *((text, "1.5 or 15") for text in ("1,5h", "1，5", "1,5", "１，５h")),
        ("2,5 EUR", "2.5 or 25"),
        ("0，5", "0.5 or 5"),
        ("0,500", "0.500 or 500"),
        ("0,5d..1,5d", "0.5 or 5"),
        ("1.200,50", "1200.50 or 1.20050"),
        ("12,34,567", "cannot be read for certain"),
        ("1,2345", "1.2345 or 12345"),
        ("1.2.3", "cannot be read"),
        ("-30-50%", "-50..-30% or -30..50%"),
        ("-30–50%", "-50..-30% or -30..50%"),
        ("-30%~-50%", "do not rise"),
        ("9..7", "do not rise"),
        ("8-5 d", "do not rise"),
        ("1-2-3", "too many numbers"),
        ("1..2..3..4", "too many numbers"),
        ("3 h..4 d", "different units"),
        ("5±1 d", "several ways"),
        ("10:30", "time of day"),
        ("2024-03", "date"),
        ("2024年3月", "date"),
        ("2024年", "date"),
        *(
            (text, "tells no quantity")
            for text in ("n/a", "N/A", "unknown", "tbd", "?", "待定", "无", "—", "未知", "-")
        ),
        *((text, "definite amount") for text in ("几天", "数十天", "several days", "a few days", "double", "若干")),
        # letters for digits, half an exponent, more or less, and digits that are none: nothing is read in part
        *((text, "has letters among its digits: is 10 meant") for text in ("1O", "1o", "1O%", "1O h", "1Oh")),
        ("1O.5 CNY", "is 10.5 meant"),
        ("5l h", "is 51 meant"),
        *((text, "no power of ten") for text in ("1e3s", "1e5d", "3e5e5", "1.5e", "2E t")),
        *((text, "definite amount") for text in ("20多万元", "100余家", "十来个", "10几家", "3万余元", "5个多月")),
        *((text, "is not a unit") for text in ("10³", "5①", "5Ⅴ", "5½½", "50%*", "5 x 40ft", "5 per", "两半")),
        ("5-8k", "5..8000 or 5000..8000"),
        ("2024-2027年", "date"),
        ("三五天", "cannot be read for certain"),
        ("三百五元", "cannot be read for certain"),
        ("4/3 d", "not a part of one"),
        ("1/0", "not a part of one"),
        ("5M", "millions"),
        ("1e999", "too large"),
        ("≥3..5", "a bound and a range"),
        ("≥3 d 以内", "two bounds"),
        ("¥300 USD", "at once"),
        ("2^3", "is not a unit"),
        ("5 d late", "is not a unit"),
        ("30天后", "is not a unit"),
        ("90%齐全", "is not a unit"),
        ("5 h (net)", "is not a unit"),
        ("3万5千元", "is not a unit"),
        ("3万二千元", "is not a unit"),
        ("5 -d", "is not a unit"),
        *(
            (text, "is not a quantity")
            for text in ("$5$", "$5$/h", "", "..", "h", "inf", "nan", "$", "x" * 500, "五五五五五五" * 20)
        ),
    ],
)
def test_what_is_no_quantity_is_said(text, said):
    with pytest.raises(InvalidValue) as caught:
        Quantity.parse(text, bounds=True)
    assert said in caught.value.message.en
    assert caught.value.message.zh
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("2d", (48,)),
        ("30min", (0.5,)),
        ("1h30min", (1.5,)),
        ("1h 30 min", (1.5,)),
        ("1h30", (1.5,)),
        ("1d 4h", (28,)),
        ("1d2h", (26,)),
        ("1d2h30min", (26.5,)),
        ("2hrs", (2,)),
        ("90m", (1.5,)),
        ("7d..9d", (168, 216)),
        ("7..9 d", (168, 216)),
        ("5-8 d", (120, 192)),
        ("30min..2h", (0.5, 2)),
        ("1h30min-2h", (1.5, 2)),
        ("2天", (48,)),
        ("30分钟..1小时", (0.5, 1)),
        ("30分", (0.5,)),
        ("0min", (0,)),
        ("90 s", (0.025,)),
        ("1h..2h..6h", (1, 2, 6)),
        ("半天", (12,)),
        ("半小时", (0.5,)),
        ("半个小时", (0.5,)),
        ("半年", (4383,)),
        ("半个月", (365.25,)),
        ("一天半", (36,)),
        ("1天半", (36,)),
        ("1.5天", (36,)),
        ("两天", (48,)),
        ("三至五天", (72, 120)),
        ("十五分钟", (0.25,)),
        ("1个半小时", (1.5,)),
        ("两个半小时", (2.5,)),
        ("一个半月", (1.5 * 730.5,)),
        ("1小时30分", (1.5,)),
        ("1时30分", (1.5,)),
        ("half an hour", (0.5,)),
        ("a day", (24,)),
        ("one and a half days", (36,)),
        ("three days", (72,)),
        ("1，200 h", (1200,)),
        ("２ｄ", (48,)),
        ("1.5万小时", (15000,)),
        ("一万小时", (10000,)),
        ("18月", (18 * 730.5,)),
    ],
)
def test_durations_in_hours(text, hours):
    found = Duration.parse(text)
    assert found.hours == pytest.approx(hours)
    assert Duration.parse(found.canonical).hours == pytest.approx(hours)


@pytest.mark.parametrize(
    "text",
    [
        "5",
        "2 km",
        "-1h",
        "1h..30min",
        "h",
        "1h x",
        "1d12",
        "1h2d",
        "1h1h",
        "50%",
        "3 CNY",
        "10:30",
        "1,5h",
        "3点",
        "3点30分",
        "3月",
        "3-5月",
    ],
)
def test_what_is_no_duration_is_said(text):
    with pytest.raises(InvalidValue) as caught:
        Duration.parse(text)
    assert caught.value.message.zh
    assert caught.value.remedy


def test_working_days_are_elapsed_time_only():
    """Five of them go by in a week of 168 hours."""
    found = Duration.parse("2个工作日", elapsed=True)
    assert found.hours == pytest.approx((2 * 168 / 5,))
    assert found.shown("zh") == "2 个工作日"
    with pytest.raises(InvalidValue) as caught:
        Duration.parse("2 working days")
    assert "16h" in caught.value.remedy.en
    assert "2.8d" in caught.value.remedy.en


@pytest.mark.parametrize(
    ("text", "share"),
    [
        *(
            ("70%", 0.7),
            ("0.7", 0.7),
            ("７０％", 0.7),
            ("70 %", 0.7),
            ("七成", 0.7),
            ("百分之七十", 0.7),
            ("1/4", 0.25),
        ),
        *(("5‰", 0.005), ("1", 1), ("0", 0), ("100%", 1), (".5", 0.5)),
    ],
)
def test_shares(text, share):
    assert Portion.parse(text) == pytest.approx(share)


@pytest.mark.parametrize("text", ["70", "101%", "-1%", "7 h", "60-70%", "5 pp", ">5%", "1,5%", "n/a"])
def test_what_is_no_share(text):
    with pytest.raises(InvalidValue):
        Portion.parse(text)


def test_an_approximate_share_says_so():
    assert Portion.parse("约90%").approximate
    assert not Portion.parse("90%").approximate


@given(st.text(max_size=40))
def test_parsing_answers_or_says_unfit(text):
    for parse in (Quantity.parse, Duration.parse, Portion.parse, parse_date):
        try:
            found = parse(text)
        except InvalidValue as error:
            assert error.message.en
            assert error.message.zh
        else:
            assert not isinstance(found, Quantity) or all(math.isfinite(one) for one in found.points)


@given(st.text(alphabet="0123456789.,-–~%hdmin 元万约≥至一二三十半个 aCO/", max_size=60))
def test_parsing_what_looks_like_a_quantity(text):
    wide = text.translate(FULL_WIDTH)
    answers = []
    for one in (text, wide):
        try:
            found = Quantity.parse(one, bounds=True)
            answers.append((found.points, found.unit, found.bound, found.approximate))
        except InvalidValue:
            answers.append(None)
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    "text",
    [
        "1" * 20_000,
        "a" * 20_000,
        "1 " + "a" * 98,
        "1 " + "aA1" * 32,
        "1-" * 50,
        "1h" * 50,
        "1 a" + "·" * 90,
        "一" * 100,
    ],
)
def test_no_text_is_slow(text):
    for parse in (Quantity.parse, Duration.parse, Portion.parse):
        with pytest.raises(InvalidValue):
            parse(text)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("7d..9d", "7–9 天", "7–9 days"),
        ("30min", "30 分钟", "30 min"),
        ("90min", "1.5 小时", "1.5 h"),
        ("0min", "0 分钟", "0 min"),
        ("8mo", "8 个月", "8 months"),
    ],
)
def test_durations_are_shown_in_the_readers_language(text, zh, en):
    found = Duration.parse(text)
    assert (found.shown("zh"), found.shown("en")) == (zh, en)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("$5", "5 美元", "USD 5"),
        ("-$5", "−5 美元", "−USD 5"),
        ("-30..-20%", "−30 至 −20%", "−30 to −20%"),
        ("¥300万", "300 万元", "CNY 3 mn"),
        ("¥300-500", "300–500 元", "CNY 300–500"),
    ],
)
def test_quantities_are_shown_as_people_write_them(text, zh, en):
    found = Quantity.parse(text)
    assert (found.shown("zh"), found.shown("en")) == (zh, en)


@pytest.mark.parametrize("text", ["2024", "2024-03", "2024Q1", "2024-02-29"])
def test_dates(text):
    assert parse_date(text) == text


@pytest.mark.parametrize("text", ["24", "2024-13", "2023-02-29", "2024Q5", "0000"])
def test_what_is_no_date(text):
    with pytest.raises(InvalidValue):
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
        ("exponential(1,5h)", "1.5 or 15"),
        ("exponential()", "not a quantity"),
    ],
)
def test_what_is_no_distribution_of_times(text, said):
    with pytest.raises(InvalidValue) as found:
        Duration.parse(text)
    assert said in found.value.message.for_language("en")
