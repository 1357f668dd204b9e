"""Quality, emissions and online rate: by hand, against cases played one by one, and what must always hold."""

import importlib.util
import math
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.analysis.flow_metrics import metrics
from sevenstep.analysis.results import FlowMetrics
from sevenstep.model.step7_flows import Flow

_spec = importlib.util.spec_from_file_location("flows", Path(__file__).with_name("flows.py"))
flows = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(flows)

QUALITY = ("accuracy", "damage_rate", "discrepancy_rate", "first_pass_yield")


def analysed(flow: Flow, cases: int = 2_000) -> FlowMetrics:
    found = metrics(flow, cases, 1)
    assert isinstance(found, FlowMetrics), found
    return found


def mean(metric: str, estimates: dict | None = None, **steps: dict) -> float:
    value = analysed(flows.flow(estimates, **steps)).values[metric]
    assert value.method == "exact"
    return value.mean


# -- by hand ---------------------------------------------------------------------------


def test_steps_in_a_row_multiply():
    steps = {"a": {"error": "10%", "damage": "2%"}, "b": {"error": "20%"}, "c": {"discrepancy": "5%"}}
    assert mean("accuracy", **steps) == pytest.approx(0.9 * 0.8)
    assert mean("damage_rate", **steps) == pytest.approx(0.02)
    assert mean("discrepancy_rate", **steps) == pytest.approx(0.05)
    assert mean("first_pass_yield", **steps) == pytest.approx(0.9 * 0.98 * 0.8 * 0.95)


def loop(again: str, **step: str) -> dict:
    """A step that is done again with the chance `again`."""
    return {"a": step, "g": {"type": "exclusive", "next": {"end": {}, "a": {"chance": again}}}}


def test_a_loop_is_a_geometric_sum():
    """Each round stays free with 0.9: the sum over n of 0.9 (0.9 x 0.3)^n x 0.7."""
    steps = loop("30%", error="10%", emissions="7 kgCO2e")
    assert mean("accuracy", **steps) == pytest.approx(0.9 * 0.7 / (1 - 0.9 * 0.3))
    assert mean("first_pass_yield", **steps) == pytest.approx(0.9 * 0.7)
    assert mean("emissions", **steps) == pytest.approx(7 / 0.7)


def test_branches_that_are_all_taken_multiply_and_of_others_one_counts():
    apart = {
        "x": {"error": "10%", "next": "j"},
        "y": {"error": "40%", "next": "j"},
        "j": {"type": "parallel"},
    }
    both = {"g": {"type": "parallel", "next": ["x", "y"]}, **apart}
    assert mean("accuracy", **both) == pytest.approx(0.9 * 0.6)
    one = {"g": {"type": "exclusive", "next": {"x": {"chance": "25%"}, "y": {}}}, **apart, "j": {"title": "j"}}
    assert mean("accuracy", **one) == pytest.approx(0.25 * 0.9 + 0.75 * 0.6)


def test_branches_that_may_be_taken_count_as_far_as_they_are():
    """Of four outcomes of two branches of one half each, that in which none is taken does not happen."""
    steps = {
        "g": {"type": "inclusive", "next": {"x": {"chance": "50%"}, "y": {"chance": "50%"}}},
        "x": {"error": "10%", "next": "j"},
        "y": {"error": "40%", "next": "j"},
        "j": {"type": "inclusive"},
    }
    assert mean("accuracy", **steps) == pytest.approx((0.9 + 0.6 + 0.9 * 0.6) / 3)


def test_the_three_sorts_of_events_at_a_step_happen_apart():
    steps = {"a": {"error": "10%", "damage": "20%", "discrepancy": "50%"}}
    assert mean("first_pass_yield", **steps) == pytest.approx(0.9 * 0.8 * 0.5)


@pytest.mark.parametrize(("chance", "expected"), [("0%", 1.0), ("100%", 0.0)])
def test_never_and_always(chance, expected):
    assert mean("accuracy", **loop("30%", error=chance)) == expected


def test_what_nobody_states_is_not_known():
    found = analysed(flows.flow({"i": "accuracy"}, a={"damage": "1%"}, b={}))
    assert "accuracy" not in found.values
    assert "error" in found.reasons["accuracy"].for_language("en")
    assert "discrepancy_rate" not in found.reasons, "nobody asks for it"
    assert "discrepancy_rate" in found.unstated
    assert "1 of 2" in found.notes["damage_rate"].for_language("en")


def test_emissions_in_several_masses_add_up_and_ranges_have_percentiles():
    found = analysed(flows.flow(a={"emissions": "500 gCO2e"}, b={"emissions": "0.001..0.003 tCO2e"}), 20_000)
    value = found.values["emissions"]
    assert value.mean == pytest.approx(2.5)
    assert value.p90 == pytest.approx(0.5 + 1 + 0.9 * 2, rel=0.02)
    assert {name: round(step.emissions, 9) for name, step in found.steps.items()} == {
        "start": 0,
        "a": 0.5,
        "b": 2,
        "end": 0,
    }


def test_emissions_in_a_mass_of_goods_are_none():
    found = analysed(flows.flow({"i": "emissions"}, a={"emissions": "5 kg"}, b={"emissions": "1 kgCO2e"}))
    assert "emissions" not in found.values
    assert "“a”" in found.reasons["emissions"].for_language("en")


def test_some_steps_alone():
    asked = {
        "i": {"metric": "accuracy", "of": ["a"]},
        "j": {"metric": "damage_rate", "of": ["a", "b"]},
        "k": {"metric": "online_rate", "of": "b"},
    }
    steps = {"a": {"error": "10%", "damage": "1%", "mode": "manual"}, "b": {"error": "50%", "system": "s"}}
    parts = analysed(flows.flow(asked, **steps)).parts
    assert parts["accuracy", ("a",)].mean == pytest.approx(0.9)
    assert parts["damage_rate", ("a", "b")].mean == pytest.approx(0.01)
    assert parts["online_rate", ("b",)].mean == 1


def test_the_online_rate_counts_each_step_as_often_as_it_is_passed():
    """The step by hand is passed 1 / 0.7 times, that in a system once; what says nothing is left out."""
    steps = {**loop("30%", mode="manual"), "b": {"system": "s", "mode": "manual"}, "c": {}}
    steps["g"]["next"] = {"b": {}, "a": {"chance": "30%"}}
    found = analysed(flows.flow(**steps))
    assert found.values["online_rate"].mean == pytest.approx(1 / (1 + 1 / 0.7))
    assert "“c”" in found.notes["online_rate"].for_language("en")
    assert "online_rate" not in analysed(flows.flow(a={}, b={})).values


# -- against cases played one by one ---------------------------------------------------


def played(flow: Flow, cases: int, seed: int) -> dict[str, float]:
    """Each case walks from node to node, in each of its branches in turn; events are drawn as they come."""
    dice = random.Random(seed)
    order = list(flow.steps)
    seen = dict.fromkeys(QUALITY, 0)

    def walk(name: str, happened: set[str]) -> str:
        """To the end, or to the join of a parallel block; where it stopped."""
        while True:
            node = flow.steps[name]
            for event in ("error", "damage", "discrepancy"):
                chance = getattr(node, event, None)
                if chance is not None and dice.random() < chance:
                    happened.add(event)
            if node.type == "end":
                return name
            targets = [arrow for arrow in flow.sequence_flows if arrow.source == name]
            if node.type == "parallel" and len(targets) > 1:
                joins = {walk(arrow.target, happened) for arrow in targets}
                assert len(joins) == 1
                join = joins.pop()
                name = next(arrow.target for arrow in flow.sequence_flows if arrow.source == join)
                continue
            if node.type == "parallel":
                return name
            left, chosen = dice.random(), targets[-1]
            for arrow in targets:
                left -= arrow.branch.chance if arrow.branch.chance is not None else 1.0
                if left < 0:
                    chosen = arrow
                    break
            if order.index(chosen.target) <= order.index(name):
                happened.add("again")
            name = chosen.target

    for _ in range(cases):
        happened: set[str] = set()
        walk("start", happened)
        seen["accuracy"] += "error" not in happened
        seen["damage_rate"] += "damage" in happened
        seen["discrepancy_rate"] += "discrepancy" in happened
        seen["first_pass_yield"] += not happened
    return {metric: count / cases for metric, count in seen.items()}


def tangled() -> dict[str, dict]:
    """Two loops, one in the other, a parallel block in the outer one with a loop in a branch, and a way past."""
    return {
        "a": {"error": "8%", "damage": "1%"},
        "g": {"type": "exclusive", "next": {"s": {"chance": "60%"}, "a": {"chance": "25%"}, "z": {"chance": "15%"}}},
        "s": {"type": "parallel", "next": ["x", "y"]},
        "x": {"error": "12%", "discrepancy": "4%"},
        "h": {"type": "exclusive", "next": {"j": {"chance": "70%"}, "x": {"chance": "30%"}}},
        "y": {"damage": "20%", "next": "j"},
        "j": {"type": "parallel"},
        "k": {"type": "exclusive", "next": {"z": {"chance": "80%"}, "a": {"chance": "20%"}}},
        "z": {"error": "3%", "discrepancy": "10%"},
    }


def test_as_many_cases_played_one_by_one_say():
    flow, count = flows.flow(**tangled()), 40_000
    found, said = analysed(flow), played(flow, count, 7)
    for metric in QUALITY:
        value = found.values[metric]
        assert value.method == "exact"
        error = math.sqrt(value.mean * (1 - value.mean) / count)
        assert said[metric] == pytest.approx(value.mean, abs=4 * error), metric


def test_where_blocks_do_not_nest_simulated_cases_tell_the_same():
    """Two parallel branches that hand over to each other: all three steps are always done, in some order."""
    steps = {
        "m": {"type": "exclusive"},
        "s": {"type": "parallel", "next": ["x", "y"]},
        "x": {"error": "10%"},
        "p": {"type": "parallel", "next": ["q", "j"]},
        "y": {"error": "20%", "next": "q"},
        "q": {"type": "parallel"},
        "z": {"error": "50%", "damage": "30%", "next": "j"},
        "j": {"type": "parallel"},
        "g": {"type": "exclusive", "next": {"end": {"chance": "75%"}, "m": {"chance": "25%"}}},
    }
    found = analysed(flows.flow(**steps), 20_000)
    free = 0.9 * 0.8 * 0.5
    for metric, exact in (
        ("accuracy", free * 0.75 / (1 - free * 0.25)),
        ("damage_rate", 1 - 0.7 * 0.75 / (1 - 0.7 * 0.25)),
        ("first_pass_yield", free * 0.7 * 0.75),
    ):
        value = found.values[metric]
        assert value.method == "simulated"
        assert 0 <= value.low <= value.mean <= value.high <= 1
        assert value.mean == pytest.approx(exact, abs=2.2 * (value.high - value.low))


def test_chances_change_nothing_else():
    plain = {
        name: {key: said for key, said in step.items() if key in {"type", "next"}} for name, step in tangled().items()
    }
    timed = {"time": "1h..5h", "cost": "3..9 CNY"}
    with_chances = {name: {**step, **({} if "type" in step else timed)} for name, step in tangled().items()}
    without = {name: {**step, **({} if "type" in step else timed)} for name, step in plain.items()}
    before, after = analysed(flows.flow(**without)).values, analysed(flows.flow(**with_chances)).values
    assert {metric: value for metric, value in after.items() if metric in before} == before


# -- what must always hold -------------------------------------------------------------

chances = st.integers(0, 100).map(lambda per_cent: f"{per_cent}%")


@settings(max_examples=40, deadline=None)
@given(st.lists(chances, min_size=6, max_size=6), st.integers(0, 5), st.integers(0, 99))
def test_shares_stay_shares_and_more_chances_never_raise_the_yield(drawn, place, again):
    steps = tangled()
    fields = [("a", "error"), ("x", "error"), ("y", "damage"), ("z", "discrepancy"), ("x", "damage"), ("z", "error")]
    for (step, field), chance in zip(fields, drawn, strict=True):
        steps[step][field] = chance
    steps["k"]["next"] = {"z": {}, "a": {"chance": f"{again}%"}}
    before = analysed(flows.flow(**steps), 100).values
    assert all(0 <= before[metric].mean <= 1 for metric in QUALITY)
    assert before["first_pass_yield"].mean <= before["accuracy"].mean + 1e-12
    step, field = fields[place]
    steps[step][field] = f"{min(100, int(drawn[place][:-1]) + 20)}%"
    after = analysed(flows.flow(**steps), 100).values
    for metric in ("first_pass_yield", "accuracy"):
        assert after[metric].mean <= before[metric].mean + 1e-12
    for metric in ("damage_rate", "discrepancy_rate"):
        assert after[metric].mean >= before[metric].mean - 1e-12


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 95), st.integers(0, 95))
def test_with_no_chance_of_anything_the_yield_is_that_of_no_rework(inner, outer):
    steps = {name: ({**step, "error": "0%"} if "type" not in step else step) for name, step in tangled().items()}
    for step in steps.values():
        step.pop("damage", None)
        step.pop("discrepancy", None)
    steps["h"]["next"] = {"j": {}, "x": {"chance": f"{inner}%"}}
    steps["k"]["next"] = {"z": {}, "a": {"chance": f"{outer}%"}}
    values = analysed(flows.flow(**steps), 100).values
    assert values["first_pass_yield"].mean == pytest.approx(1 - values["rework_probability"].mean)
