"""Costs of a flow: several spellings of one currency are one, two currencies are told and never added."""

import pytest

from sevenstep.analysis.costs import costs
from sevenstep.analysis.flow_metrics import metrics
from sevenstep.model.step7_flows import Flow


def flow(*given: str) -> Flow:
    steps = {"s": {"title": "s", "type": "start"}}
    steps |= {f"a{number}": {"title": "a", "time": "1h", "cost": cost} for number, cost in enumerate(given)}
    steps |= {"e": {"title": "e", "type": "end"}}
    return Flow.model_validate({"id": "f", "title": "f", "variant": "as-is", "steps": steps})


@pytest.mark.parametrize(
    ("given", "total", "currency"),
    [
        (("100 CNY", "0.01 万元", "10..20 元"), 215, "CNY"),
        (("0.01 万元", "100 CNY", "10..20 元"), 215, "CNY"),
        (("￥100", "人民币100元", "RMB 15"), 215, "¥"),
        (("0.01 万元", "0.02 万元"), 0.03, "万元"),
        (("1,000 元", "1千元", "一千元"), 3000, "元"),
        (("US$ 5", "$5", "USD 2k", "5 美元"), 2015, "US$"),
        (("3 元/箱", "0.0002 万元/箱"), 5, "元/箱"),
        (("5 CNY",), 5, "CNY"),
    ],
)
def test_spellings_of_one_currency_are_added(given, total, currency):
    found = metrics(flow(*given), 200, 1)
    assert found.values["cost"].mean == pytest.approx(total)
    assert found.values["cost"].method == "exact"
    assert (found.currency, "cost" in found.reasons) == (currency, False)
    assert sum(step.cost for step in found.steps.values()) == pytest.approx(total)


@pytest.mark.parametrize(
    ("given", "units"),
    [
        (("100 CNY", "5 USD"), ("CNY", "USD")),
        (("1 万元", "5 元", "3 EUR"), ("元", "EUR")),
        (("3 元/箱", "3 元/TEU"), ("元/箱", "元/TEU")),
        (("100 CNY", "5"), ("CNY", "no currency")),
    ],
)
def test_two_currencies_are_named(given, units):
    found = metrics(flow(*given), 200, 1)
    assert "cost" not in found.values
    assert all(one in found.reasons["cost"].for_language("en") for one in units)
    assert found.reasons["cost"].for_language("zh")
    assert found.values["work"].mean == len(given)


def test_a_flow_without_costs_has_none_and_no_reason():
    assert costs(Flow.model_validate({"id": "f", "title": "f", "variant": "as-is"})).of == {}
