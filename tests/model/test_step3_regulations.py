"""What regulations say: figures and words as demands, the days on which they apply, what they are compared by."""

from datetime import date

import pytest
from pydantic import ValidationError

from sevenstep.language import Text
from sevenstep.model.quantity import Quantity
from sevenstep.model.step3_regulations import Regulation


def regulation(**said) -> Regulation:
    return Regulation.model_validate({"id": "r", "title": "R", **said})


@pytest.mark.parametrize(
    "written",
    [
        "≤4 h",
        "at most 4 h",
        "不超过4小时",
        "4 h",
        "3..5 d",
        "70%",
        "12",
        "300 CNY/TEU",
        "5 万元",
        "2 个工作日",
        "≥3 箱",
    ],
)
def test_a_demand_that_can_be_a_figure_is_one(written):
    assert isinstance(regulation(demands=written).demands, Quantity)


@pytest.mark.parametrize("written", ["24小时预约通关", "In Qinzhou", "不查验", "one bill", "几个部门联合查验"])
def test_any_other_demand_is_words(written):
    assert regulation(demands=written).demands == Text(plain=written)


def test_words_can_be_one_per_language():
    assert regulation(demands={"zh": "在钦州", "en": "In Qinzhou"}).demands == Text(zh="在钦州", en="In Qinzhou")


@pytest.mark.parametrize("written", ["≤ soon", "1e999 h", "nan", "∞", "5±1 d", "5 8 h", "n/a", [], ["≤4 h"], {}])
def test_what_was_meant_as_a_figure_is_no_words(written):
    with pytest.raises(ValidationError):
        regulation(demands=written)


@pytest.mark.parametrize(
    ("begins", "until", "over", "to_come"),
    [
        (None, None, False, False),
        ("2020", None, False, False),
        ("2024", None, False, False),  # from some day of that year
        ("2024-06-15", None, False, False),
        ("2024-06-16", None, False, True),
        ("2025", None, False, True),
        ("2020", "2023", True, False),
        ("2020", "2024-06-14", True, False),
        ("2020", "2024-06-15", False, False),
        ("2020", "2024", False, False),  # to the end of that year
    ],
)
def test_on_which_days_it_applies(begins, until, over, to_come):
    found = regulation(**{"from": begins} if begins else {}, **{"until": until} if until else {})
    day = date(2024, 6, 15)
    assert (found.is_over(day), found.is_to_come(day)) == (over, to_come)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ({}, {}, True),
        ({"until": "2020"}, {"from": "2021"}, False),
        ({"until": "2020"}, {"from": "2020"}, True),
        ({"from": "2021", "until": "2022"}, {"from": "2015", "until": "2020"}, False),
        ({"from": "2021"}, {"from": "2015"}, True),
    ],
)
def test_whether_two_apply_at_once(one, other, meet):
    first, second = regulation(**one), regulation(**other)
    assert first.meets(second) is meet
    assert second.meets(first) is meet


def test_names_are_compared_in_chinese_without_case_and_blanks():
    both = regulation(jurisdiction_name={"zh": "广西", "en": "Guangxi"})
    assert both.area == regulation(jurisdiction_name="广西").area != regulation(jurisdiction_name="Guangxi").area
    assert regulation(subject="One  Bill").matter == regulation(subject="one bill").matter
    assert regulation().matter == regulation().area == ""
    assert regulation(jurisdiction="customs", jurisdiction_name="Guangxi").area == "customs"
