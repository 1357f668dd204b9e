"""One grammar for every field that takes a quantity: found from the declarations, and tried on each."""

from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

from sevenstep.model.header import Header
from sevenstep.model.kinds import KINDS
from sevenstep.model.part import Part
from sevenstep.model.quantity import Duration, Portion, Quantity
from sevenstep.model.quantity.yearly import HeadCount, WorkingHours
from sevenstep.model.step7_flows.arrivals import Rate

READ_BY_THE_GRAMMAR = (Quantity, Duration, Portion, Rate, HeadCount, WorkingHours)
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def parts() -> list[type[Part]]:
    """Every class of the model: those of the elements and the header, and all that stand in them."""
    waiting: list[Any] = [*KINDS.values(), Header]
    found: list[type[Part]] = []
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel):
            if one not in found:
                found.append(one)
                waiting += [field.annotation for field in one.model_fields.values()]
        else:
            waiting += get_args(one)
    return found


def values_in(annotation: Any) -> list[type]:
    if annotation in READ_BY_THE_GRAMMAR:
        return [annotation]
    return [found for one in get_args(annotation) for found in values_in(one)]


FIELDS = sorted(
    {
        (f"{part.__name__}.{name}", kind.__name__)
        for part in parts()
        for name, field in part.model_fields.items()
        for kind in values_in(field.annotation)
    }
)
SAMPLES = {
    "Quantity": "{} %",
    "Duration": "{} h",
    "Portion": "{}%",
    "Rate": "{}/d",
    "HeadCount": "{}",
    "WorkingHours": "{} h/w",
}
PARTS = {part.__name__: part for part in parts()}
REFUSED = ("1,5", "5 8", "5-", "n/a", "∞", "1.2.3", "5±1", "几", "(5)")


def errors_at(name: str, value: Any) -> set[str]:
    """The fields of a part in which a value is refused where it stands alone."""
    part, field = name.split(".")
    data = {field: value}
    try:
        PARTS[part].model_validate(data)
    except ValidationError as error:
        return {str(one["loc"][0]) for one in error.errors() if one["loc"] and one["type"] != "missing"}
    return set()


def as_field(name: str, text: str) -> Any:
    part, field = name.split(".")
    value: Any = text
    annotation: Any = PARTS[part].model_fields[field].annotation
    while getattr(annotation, "__origin__", None) is dict:
        value, annotation = {"2024": value}, get_args(annotation)[1]
    return value


def test_fields_are_found():
    names = {name for name, _ in FIELDS}
    assert {"Figure.value", "Target.value", "Evidence.figure", "Activity.time", "Activity.wait"} <= names
    assert {"Branch.chance", "Change.chances", "Criterion.weight", "Item.scores", "ExpectedMove.value"} <= names
    assert {
        "Arrivals.rate",
        "Arrivals.every",
        "Threshold.value",
        "Resources.money",
        "ChangeCost.money",
        "Activity.cost",
    } <= names
    assert {"Item.volume", "Staff.number", "Staff.hours"} <= names


@pytest.mark.parametrize(("name", "kind"), FIELDS)
@pytest.mark.parametrize("number", REFUSED)
def test_what_cannot_be_read_whole_is_refused_in_every_field(name, kind, number):
    text = SAMPLES[kind].format(number)
    assert name.split(".")[1] in errors_at(name, as_field(name, text))


OF_ITS_OWN = {
    "Item.scores": "{}",
    "ChangeCost.money": "{} CNY",
    "Resources.money": "{} CNY",
    "BudgetLine.amount": "{} CNY",
    "Spending.amount": "{} CNY",
    "Fund.amount": "{} CNY",
    "Fund.by_year": "{} CNY",
    "MoneyLine.by_year": "{} CNY",
    "MoneyLine.amount": "{} CNY/y",
    "Appraisal.exchange": "{} CNY",
    "Loan.amount": "{} CNY",
    "Appraisal.residual": "{} CNY",
    "Maturity.now": "{}",
    "Maturity.target": "{}",
    "Scale.highest": "{}",
}
"""How a number is written in fields that take no other unit."""


@pytest.mark.parametrize(("name", "kind"), FIELDS)
@pytest.mark.parametrize("number", ["5", "5.5", "１", "+5", "五", "1e1"])
def test_what_is_clear_is_read_in_every_field(name, kind, number):
    sample = OF_ITS_OWN.get(name, SAMPLES[kind])
    text = sample.format(number)
    for one in (text, text.translate(FULL_WIDTH), f" {text} "):
        assert errors_at(name, as_field(name, one)) == set(), one


@pytest.mark.parametrize("text", ["4 %", "4 h", "4 分钟", "4 CNY"])
def test_a_score_has_no_other_unit(text):
    assert errors_at("Item.scores", {"x": text}) == {"scores"}


@pytest.mark.parametrize("text", ["4", "4 分", "4分", "4 points", "3-4", "3..4 分"])
def test_points_of_a_score_are_no_minutes(text):
    assert errors_at("Item.scores", {"x": text}) == set()
