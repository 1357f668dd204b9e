"""Formulas: the same answers as Python's own arithmetic, and an answer to every attack."""

import math
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sevenstep.analysis.formulas import ByZero, Uncomputable, UnfitUnits, computable
from sevenstep.model.formula import Formula
from sevenstep.model.quantity import InvalidValue


def value(text: str, unit: str | None = None, **inputs: tuple[float, str]) -> float:
    formula = Formula.parse(text)
    of = {name: inputs[one.indicator] for name, one in formula.operands.items() if one.indicator}
    found = computable(formula, {name: unit for name, (_, unit) in of.items()}, unit)
    return found.value({name: number for name, (number, _) in of.items()})


# -- values --------------------------------------------------------------------------


def test_growth_a_year_by_hand():
    expected = (math.exp(math.log(42.07 / 24.4) / 10) - 1) * 100
    inputs = {"now": (42.07, "万亿元"), "then": (24.4, "万亿元")}
    assert value("([now] / [then]) ^ (1/10) - 1", "%", **inputs) == pytest.approx(expected, rel=1e-12)
    assert value("(([now] / [then]) ** 0.1 - 1) * 100%", "%", **inputs) == pytest.approx(5.5986, abs=5e-5)
    assert value("(([now] / [then]) ** 0.1 - 1) * 100", "", **inputs) == pytest.approx(5.5986, abs=5e-5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a] * 30%", 0.6),
        ("[a] × ３０％", 0.6),
        ("[a] * 2 万", 40_000),
        ("[a] * 1.5 亿", 3e8),
        ("-[a] ^ 2", -4),
        ("[a] ^ -1", 0.5),
        ("2 ^ 3 ^ [a]", 512),
        ("min([a], 1) + max([a], 3, 1) + sum([a], 1) + mean([a], 4)", 10),
        ("sqrt([a] * 8) - abs(-[a])", 2),
        ("[a] - - [a]", 4),
        ("-(-(-[a]))", -2),
        ("（[a] ＋ 1）÷ 2", 1.5),
    ],
)
def test_what_can_be_written(text, expected):
    assert value(text, "", a=(2, "")) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "unit", "inputs", "expected"),
    [
        ("[a] / [b]", "CNY/TEU", {"a": (450, "亿元"), "b": (18, "万标箱")}, 250_000),
        ("[a] * [b]", "万元", {"a": (3, "万标箱"), "b": (50, "元/TEU")}, 150),
        ("[a] + [b]", "h", {"a": (1, "d"), "b": (30, "min")}, timedelta(days=1, minutes=30).total_seconds() / 3600),
        ("[a] * (60 CNY / 1 h)", "CNY", {"a": (2, "d")}, 2880),
        ("max([a], 2 h)", "min", {"a": (1, "h")}, 120),
        ("[a] * 2 m2 / 5 m2", "h", {"a": (5, "h")}, 2),
        ("sqrt([a])", "km", {"a": (9, "km^2")}, 3),
        ("[a] / [b]", "%", {"a": (1, "户"), "b": (4, "户")}, 25),
        ("[a] + [b]", "%", {"a": (10, "%"), "b": (5, "个百分点")}, 15),
        ("[a]", None, {"a": (3, "CNY")}, 3),
    ],
)
def test_units_are_carried_through(text, unit, inputs, expected):
    assert value(text, unit, **inputs) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(
    ("text", "unit", "inputs"),
    [
        ("[a] + [b]", None, {"a": (1, "h"), "b": (1, "CNY")}),
        ("[a] + 5", "h", {"a": (1, "h")}),
        ("[a]", "CNY", {"a": (1, "USD")}),
        ("[a] * [b]", "h", {"a": (1, "h"), "b": (1, "h")}),
        ("2 ^ [a]", "", {"a": (1, "h")}),
        ("[a] ^ [b]", "", {"a": (1, "h"), "b": (2, "")}),
        ("max([a], [b])", "h", {"a": (1, "h"), "b": (2, "km")}),
        ("[a] * [b]", None, {"a": (1, "h"), "b": (1, "CNY")}),
    ],
)
def test_units_that_do_not_fit(text, unit, inputs):
    with pytest.raises(UnfitUnits) as raised:
        value(text, unit, **inputs)
    assert raised.value.part in text


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1 / [a]", "[a]"),
        ("5 + 1 / ([b] - 1)", "[b] - 1"),
        ("1 / (1 / [a])", "[a]"),
        ("[a] ^ -1", "[a]"),
        ("[b] / [a] + [b] / [b]", "[a]"),
    ],
)
def test_a_division_by_zero_is_found_where_it_is(text, part):
    with pytest.raises(ByZero) as raised:
        value(text, "", a=(0, ""), b=(1, ""))
    assert raised.value.part == part


@pytest.mark.parametrize(
    "text", ["[b] ^ 9 ^ 9 ^ 9", "9 ^ 9 ^ 9 ^ [b]", "(-[b]) ^ 0.5", "sqrt(-[b])", "[b] * 1e30" + " * 1e30" * 20]
)
def test_what_has_no_value_is_refused(text):
    with pytest.raises(Uncomputable):
        value(text, "", b=(2, ""))


def test_powers_of_units_are_bounded():
    with pytest.raises(Uncomputable):
        value("[a] ^ 999 ^ 2", None, a=(1, "h"))
    with pytest.raises(Uncomputable):
        value("(([a] ^ 999) ^ 999) / [a]", "", a=(1, "h"))


# -- reading -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("[a] +", 6),
        ("[a] [b]", 5),
        ("2 ([a])", 1),
        ("[a] * foo", 7),
        ("([a]", 5),
        ("[a])", 4),
        ("[a].real", 4),
        ("[a@soon]", 1),
        ("[a], [b]", 1),
        ("[a] // 2", 6),
        ("max() + [a]", 1),
        ("sqrt([a], 2)", 1),
        ("[a] + 'x'", 7),
        ("[a] if 1 else 2", 5),
        ("max(*[a])", 5),
        ("2 ---[a]", 5),
        ("1e999 * [a]", 1),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, position):
    with pytest.raises(InvalidValue) as raised:
        Formula.parse(text)
    assert f"at character {position}:" in raised.value.message.for_language("en")
    assert f"第 {position} 个字符" in raised.value.message.for_language("zh")


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('echo')+[a]",
        "(lambda: [a])()",
        "[a].__class__.__mro__",
        "[x for x in [a]]",
        "f'{[a]}'",
        "[a] := 3",
        "eval([a])",
        "max(key=[a])",
        "[a] and 1",
        "[a] < 2",
        "[a]\x00",
        "(" * 500 + "[a]" + ")" * 490,
        "-" * 900 + "[a]",
        "[a]" + "+1" * 450,
        "[a] * " + "9" * 900,
        "max(" * 100 + "[a]" + ")" * 100,
        None,
        ["a"],
        5,
    ],
)
def test_attacks_are_refused(text):
    with pytest.raises(InvalidValue):
        Formula.parse(text)


@given(st.text(alphabet="[]ab@0123456789.+-*/^()%, 万亿minaxsqrtCNYhe，（）×", max_size=60) | st.text(max_size=60))
@settings(max_examples=500)
def test_no_text_crashes(text):
    try:
        formula = Formula.parse(text)
        units = {name: "" for name, one in formula.operands.items() if one.indicator}
        found = computable(formula, units, None)
        assert math.isfinite(found.value(dict.fromkeys(units, 2.0)))
    except (InvalidValue, Uncomputable):
        pass


NUMBERS = st.sampled_from(["0", "1", "2", "3.5", "0.25", "10", "[a]", "[b]"])


@st.composite
def expressions(draw: st.DrawFn, depth: int = 4) -> str:
    if depth == 0 or draw(st.booleans()):
        return draw(NUMBERS)
    one, other = draw(expressions(depth - 1)), draw(expressions(depth - 1))
    return draw(
        st.sampled_from(
            [
                f"({one} + {other})",
                f"({one} - {other})",
                f"({one}) * ({other})",
                f"({one}) / ({other})",
                f"max({one}, {other})",
                f"min({one}, {other})",
                f"abs({one})",
                f"(-({one}))",
                f"({one}) ** 2",
            ]
        )
    )


@given(expressions(), st.floats(-1e3, 1e3), st.floats(-1e3, 1e3))
def test_the_answer_is_that_of_python(text, a, b):
    assume("[" in text)
    try:
        expected = float(
            eval(text.replace("[a]", "a").replace("[b]", "b"), {}, {"a": a, "b": b, "max": max, "min": min, "abs": abs})
        )
    except ZeroDivisionError:
        with pytest.raises(ByZero):
            value(text, "", a=(a, ""), b=(b, ""))
        return
    except OverflowError:
        return
    assume(math.isfinite(expected))
    assert value(text, "", a=(a, ""), b=(b, "")) == pytest.approx(expected, rel=1e-9, abs=1e-12)
