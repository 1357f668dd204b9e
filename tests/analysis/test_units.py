"""Units against figures that anybody can look up, and against texts that nobody should write."""

import math
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sevenstep.analysis.units import Measure, UnlikeUnits, as_written, convert, kind, measure, of_a_case, told


@pytest.mark.parametrize(
    ("value", "unit", "wanted", "expected"),
    [
        (42.07, "万亿元", "trillion CNY", 42.07),
        (42.07, "trillion CNY", "亿元", 420_700),
        (45, "billion CNY", "亿元", 450),
        (7800, "CNY", "万元", 0.78),
        (3, "千元", "RMB", 3000),
        (1.5, "百万美元", "USD", 1_500_000),
        (2, "亿", "", 200_000_000),
        (18, "万标箱", "TEU", 180_000),
        (18, "万标准箱", "thousand TEU", 180),
        (1, "FEU", "标箱", 2),
        (3, "个集装箱", "containers", 3),
        (5, "票", "consignments", 5),
        (36, "h", "d", 1.5),
        (20, "ms", "s", 0.02),
        (20, "毫秒", "ms", 20),
        (2, "周", "天", 14),
        (1, "y", "mo", 12),
        (1, "年", "d", 365.25),
        (90, "minutes", "小时", 1.5),
        (5, "%", "", 0.05),
        (0.7, "", "%", 70),
        (3, "‰", "%", 0.3),
        (2, "个百分点", "pp", 2),
        (25, "bp", "percentage points", 0.25),
        (12, "次", "times", 12),
        (24, "次/天", "per hour", 1),
        (7800, "CNY/TEU", "元/标箱", 7800),
        (1, "元每箱", "万元/container", 0.0001),
        (60, "CNY per h", "元/分钟", 1),
        (1, "万吨", "kg", 10_000_000),
        (1, "公里", "m", None),  # a bare m is a minute: length and time
        (1, "公里", "米", 1000),
        (15, "亩", "公顷", 1),
        (1, "吨公里", "kg·km", 1000),
        (2, "户", "万户", 0.0002),
        (3, "platforms", "platform", 3),
        (1, "CNY", "USD", None),
        (1, "TEU", "箱", None),
        (1, "工作日", "d", None),
        (1, "工作日", "working days", 1),
        (1, "h", "", None),
        (1, "户", "家", None),
        (1, "户", "", None),
        (1, "CNY/TEU", "CNY", None),
        (1, "km^2", "平方公里", 1),
    ],
)
def test_conversions(value, unit, wanted, expected):
    if expected is None:
        with pytest.raises(UnlikeUnits) as raised:
            convert(value, unit, wanted)
        assert raised.value.message.zh
        assert raised.value.message.en
    else:
        assert convert(value, unit, wanted) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("unit", "counted", "of_what"),
    [
        ("h/TEU", "h", "time"),
        ("天/箱", "天", "time"),
        ("次/票", "次", "number"),
        ("元每箱", "元", "money"),
        ("CNY per container", "CNY", "money"),
        ("万元/天", "万元/天", "money"),
        ("个工作日", "个工作日", "working time"),
        ("per cent", "per cent", "share"),
        ("platforms", "platforms", "thing"),
        ("", "", "number"),
    ],
)
def test_what_a_case_has_of_it(unit, counted, of_what):
    assert of_a_case(unit) == counted
    assert kind(counted) == of_what


def test_a_quotient_of_one_unit_is_a_number_whatever_the_unit():
    for unit in ("户", "CNY", "h", "anything at all"):
        assert (measure(unit) / measure(unit)).is_pure
        assert (as_written(unit) / as_written(unit)).is_pure


def test_a_root_of_a_square_is_the_unit_again():
    assert (measure("km") ** 2) ** 0.5 == measure("km")


def test_dimensions_are_told_as_people_write_them():
    assert told(measure("万元/箱")).en == "CNY/container"
    assert told(Measure()).zh == "纯数"


@given(st.text(max_size=300))
def test_any_text_is_a_unit(text):
    found = measure(text)
    assert math.isfinite(found.factor)
    assert found.factor > 0
    assert convert(1.0, text, text) == 1.0
    of_a_case(text)
    kind(text)
    as_written(text)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('x')",
        "9**9**9**9",
        "m" * 10_000,
        "/" * 10_000,
        "万" * 10_000,
        "m^9" * 100,
        "()()",
        "[time]",
    ],
)
def test_an_attack_is_a_unit_like_any_other(text):
    assert math.isfinite(measure(text).factor)


def test_the_library_stays_away_while_units_differ_in_spelling_only():
    code = (
        "import sys; from sevenstep.analysis.units import convert;"
        "convert(1, 'H', '小时'); convert(1, 'h', 'd'); convert(1, '%', '');"
        "print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "False"
