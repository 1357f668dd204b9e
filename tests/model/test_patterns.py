"""What the grammar of a form reads fits the pattern of the form, and what has not even its form does not."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.model.dates import parse_date
from sevenstep.model.form import Form
from sevenstep.model.patterns import loose, pattern_of
from sevenstep.model.quantity import Duration, InvalidValue, Portion, Quantity
from sevenstep.model.quantity.yearly import WorkingHours, money
from sevenstep.model.step6_items.volume import volume_of
from sevenstep.model.values import id_problem

READERS = {
    Form.QUANTITY: Quantity.parse,
    Form.BOUNDED: lambda text: Quantity.parse(text, bounds=True),
    Form.TIME: lambda text: Duration.parse(text, elapsed=True),
    Form.SHARE: Portion.parse,
    Form.RATE: volume_of,
    Form.DATE: parse_date,
    Form.YEARLY: money,
    Form.EACH: WorkingHours.of,
}
PIECES = (
    *("about ", "约", "≥", "at least ", "不超过", "-", "−", "+", "between ", "从", "CNY ", "¥", "$", "人民币", "US$"),
    *(
        "3",
        "0.5",
        "1,200",
        "1 200",
        "½",
        "1/3",
        "十五",
        "三",
        "半",
        "two",
        "half a",
        "a",
        "1e3",
        "3×10^4",
        "２０",
        "百分之",
        "九成",
    ),
    *(" ", "", "..", " to ", "至", "–", "~", "…", " and ", "-"),
    *(
        "d",
        " h",
        "min",
        "小时",
        "个工作日",
        "天",
        "年",
        " working days",
        "%",
        "％",
        " CNY",
        "万元",
        "亿",
        " million USD",
        "k",
        "TEU",
    ),
    *(
        "/d",
        "/年",
        "每天",
        "每年",
        "每周",
        "小时/周",
        " p.a.",
        "/a",
        " per year",
        " a day",
        "以上",
        "左右",
        " or more",
        "+",
        "内",
        "个月",
        "2024",
        "-03",
        "年",
        "3月",
        "Q1",
    ),
)


def reads(form: Form, text: str) -> bool:
    try:
        READERS[form](text)
    except InvalidValue:
        return False
    return True


def fits(form: Form, text: str) -> bool:
    return re.search(pattern_of(form), text) is not None


@pytest.mark.parametrize("form", READERS)
@settings(max_examples=400, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=6))
def test_no_pattern_is_narrower_than_what_is_read(form, pieces):
    text = "".join(pieces)
    assert fits(form, text) or not reads(form, text)


REFUSED = {
    Form.QUANTITY: (
        "many",
        "tbd",
        "待定",
        "a lot",
        "",
        "30 CNY (2023)",
        "30?",
        "2024-03",
        "≥95%",
        "3 d or more",
        "3±1",
        "8:30",
    ),
    Form.BOUNDED: ("many", "≥", "30 CNY (2023)", "2024年3月"),
    Form.TIME: ("5", "5 apples", "soon", "uniform(1h, 2h)", "30 CNY"),
    Form.SHARE: ("3 h", "many", "5 CNY"),
    Form.EACH: ("0", "1600 h", "40"),
    Form.RATE: ("40", "40 d", "often"),
    Form.DATE: ("2024-13", "2024-02-32", "24", "soon", "March", "2024Q5", "FY24"),
    Form.WHOLE: ("7 d", "many", "3 CNY"),
    Form.YES_NO: ("maybe", "1"),
    Form.ID: ("a/b", "-x", "x.", ".x", "a b", "a:b", "", "甲、乙", "x\u200b", "（甲）"),
}


@pytest.mark.parametrize(("form", "text"), [(form, text) for form, texts in REFUSED.items() for text in texts])
def test_what_has_not_the_form_does_not_fit(form, text):
    assert not fits(form, text)


@pytest.mark.parametrize("name", ["G1", "一个", "a-b_c.d", "x", "Ü1", "10³", "G1.1", "订舱-现状"])
def test_ids_fit(name):
    assert id_problem(name) is None
    assert fits(Form.ID, name)


@given(st.text(min_size=1, max_size=8))
def test_every_id_fits(name):
    assert id_problem(name) is not None or fits(Form.ID, name)


def test_letters_stand_in_both_cases_and_widths():
    made = re.compile(f"^(?:{loose('q[1-4] ?h')})$")
    assert all(made.match(text) for text in ("q1h", "Q4 H", "ｑ２ｈ", "Ｑ３　Ｈ"))
    assert not any(made.match(text) for text in ("q5h", "q1", "qqh"))


def test_no_text_keeps_a_pattern_busy():
    """A text of the longest length that is read, made of what begins many ways of reading."""
    for form in READERS:
        for piece in ("about ", "- ", "1 ", "1.", "一", "a ", "between from ", "CNY "):
            fits(form, (piece * 100)[:100] + "!")
