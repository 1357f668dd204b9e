"""Metrics against hand-computed chains, textbook formulas on random blocks, and the simulation against both."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings

from sevenstep.analysis.flow_metrics import metrics, probability_of_steps
from sevenstep.analysis.results import FlowMetrics, Unanalysed
from sevenstep.model.step7_flows import Flow

_spec = importlib.util.spec_from_file_location("trees", Path(__file__).with_name("trees.py"))
trees = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(trees)

EXACT = {"rel": 1e-9, "abs": 1e-9}


def flow(**steps: dict) -> Flow:
    known = {name: {"title": name, **said} for name, said in steps.items()}
    known = {"start": {"title": "start", "type": "start"}, **known, "end": {"title": "end", "type": "end"}}
    return Flow.model_validate({"id": "f", "title": "f", "variant": "as-is", "steps": known})


def analysed(one: Flow, cases: int = 2_000, seed: int = 1) -> FlowMetrics:
    found = metrics(one, cases, seed)
    assert isinstance(found, FlowMetrics), found
    return found


def exactly(one: Flow, metric: str) -> float:
    value = analysed(one).values[metric]
    assert value.method == "exact"
    assert value.low == value.mean == value.high
    return value.mean


# -- by hand ---------------------------------------------------------------------------


def rework(chance: str) -> Flow:
    return flow(
        fill={"time": "2h", "wait": "4h", "cost": "10 CNY", "mode": "manual", "actor": "a", "system": "s"},
        check={"time": "1h", "wait": "1h..3h", "cost": "2..4 CNY", "mode": "automatic", "actor": "b", "system": "t"},
        ok={"type": "exclusive", "next": {"end": {}, "fill": {"chance": chance}}},
    )


def test_a_loop_of_rework_by_hand():
    one = rework("20%")
    again = 1 / 0.8
    assert exactly(one, "processing_time") == pytest.approx(3 * again, **EXACT)
    assert exactly(one, "waiting_time") == pytest.approx(6 * again, **EXACT)
    assert exactly(one, "lead_time") == pytest.approx(9 * again, **EXACT)
    assert exactly(one, "flow_efficiency") == pytest.approx(1 / 3, **EXACT)
    assert exactly(one, "cost") == pytest.approx(13 * again, **EXACT)
    assert exactly(one, "rework_probability") == pytest.approx(0.2, **EXACT)
    assert exactly(one, "manual_share") == pytest.approx(2 / 3, **EXACT)
    # from fill to check on every round, and back with chance 0.2 after each
    assert exactly(one, "handoffs") == pytest.approx(again + 0.2 * again, **EXACT)
    assert exactly(one, "system_switches") == pytest.approx(again + 0.2 * again, **EXACT)


def test_parallel_branches_cost_their_sum_and_last_as_long_as_the_longest():
    one = flow(
        split={"type": "parallel", "next": ["long", "short"]},
        long={"time": "1h", "wait": "9h", "cost": "1 CNY", "next": "join"},
        short={"time": "5h", "cost": "2 CNY", "next": "join"},
        join={"type": "parallel"},
    )
    assert exactly(one, "lead_time") == 10
    assert exactly(one, "processing_time") == 1
    assert exactly(one, "waiting_time") == 9
    assert exactly(one, "work") == 6
    assert exactly(one, "cost") == 3


def test_a_branch_that_is_always_last_keeps_the_mean_exact():
    one = flow(
        split={"type": "parallel", "next": ["slow", "quick"]},
        slow={"wait": "3d..5d", "next": "join"},
        quick={"wait": "1d..3d", "next": "join"},
        join={"type": "parallel"},
    )
    assert exactly(one, "lead_time") == pytest.approx(96, **EXACT)


def test_the_longer_of_two_equal_chances_is_simulated_and_agrees_with_order_statistics():
    one = flow(
        split={"type": "parallel", "next": ["a", "b"]},
        a={"wait": "0h..6h", "next": "join"},
        b={"wait": "0h..6h", "next": "join"},
        join={"type": "parallel"},
    )
    value = analysed(one, 40_000).values["lead_time"]
    assert value.method == "simulated"
    assert value.low < 4 < value.high  # the mean of the larger of two uniforms is two thirds
    assert value.high - value.low < 0.1
    assert value.p50 == pytest.approx(6 * 0.5**0.5, rel=0.02)
    assert value.p90 == pytest.approx(6 * 0.9**0.5, rel=0.02)


def test_the_longest_of_exponentials_is_the_harmonic_sum():
    names = [f"b{number}" for number in range(4)]
    one = flow(
        split={"type": "parallel", "next": names},
        **{name: {"time": "exponential(1h)", "next": "join"} for name in names},
        join={"type": "parallel"},
    )
    value = analysed(one, 40_000).values["lead_time"]
    assert value.low < 1 + 1 / 2 + 1 / 3 + 1 / 4 < value.high


def test_inclusive_branches():
    one = flow(
        split={"type": "inclusive", "next": {"a": {"chance": "50%"}, "b": {"chance": "20%"}}},
        a={"time": "1h", "cost": "10 CNY", "next": "join"},
        b={"time": "4h", "cost": "20 CNY", "next": "join"},
        join={"type": "inclusive"},
    )
    any_ = 1 - 0.5 * 0.8
    assert exactly(one, "cost") == pytest.approx((0.5 * 10 + 0.2 * 20) / any_, **EXACT)
    value = analysed(one, 40_000).values["lead_time"]
    assert value.low < (0.2 * 4 + 0.8 * 0.5 * 1) / any_ < value.high
    assert probability_of_steps(one, ["b"], 1000, 1).mean == pytest.approx(0.2 / any_, **EXACT)


def test_data_typed_again_in_another_system():
    def typing(system: str, **more) -> dict:
        return {"mode": "manual", "system": system, "writes": ["order"], **more}

    assert exactly(flow(a=typing("x"), b=typing("y"), c=typing("z")), "reentries") == 2
    assert exactly(flow(a=typing("x"), b=typing("x")), "reentries") == 0
    assert exactly(flow(a=typing("x"), b=typing("y", mode="automatic")), "reentries") == 0
    maybe = flow(
        a=typing("x"),
        g={"type": "exclusive", "next": {"b": {"chance": "30%"}, "end": {}}},
        b=typing("y"),
    )
    assert exactly(maybe, "reentries") == pytest.approx(0.3, **EXACT)


def test_hand_overs_pass_over_gateways_and_systems_pass_over_steps_without_one():
    one = flow(
        a={"actor": "x", "system": "s"},
        phone={"actor": "x"},
        g={"type": "exclusive", "next": {"b": {"chance": "40%"}, "c": {"chance": "60%"}}},
        b={"actor": "y", "system": "t", "next": "end"},
        c={"actor": "x", "system": "s"},
    )
    assert exactly(one, "handoffs") == pytest.approx(0.4, **EXACT)
    assert exactly(one, "system_switches") == pytest.approx(0.4, **EXACT)


def test_the_chance_to_pass_any_of_some_steps():
    one = rework("20%")
    assert probability_of_steps(one, ["fill"], 1000, 1).mean == 1
    parallel = flow(
        split={"type": "parallel", "next": ["g", "h"]},
        g={"type": "exclusive", "next": {"a": {"chance": "30%"}, "m": {}}},
        a={"next": "m"},
        m={"type": "exclusive", "next": "join"},
        h={"type": "exclusive", "next": {"b": {"chance": "50%"}, "n": {}}},
        b={"next": "n"},
        n={"type": "exclusive", "next": "join"},
        join={"type": "parallel"},
    )
    found = probability_of_steps(parallel, ["a", "b"], 1_000, 1)
    assert found.method == "exact"
    assert found.mean == pytest.approx(1 - 0.7 * 0.5, **EXACT)


# -- random blocks -----------------------------------------------------------------------


@settings(max_examples=60, deadline=None)
@given(trees.blocks(("sequence", "choice", "loop", "parallel")))
def test_exact_means_follow_the_textbook(block):
    one, means = trees.flow_of(block)
    found = analysed(one, 200)
    assert found.values["cost"].mean == pytest.approx(means.cost, **EXACT)
    assert found.values["cost"].method == "exact"
    assert found.values["rework_probability"].mean == pytest.approx(1 - means.once, **EXACT)
    if trees.is_fixed_within_parallel(block):
        assert found.values["lead_time"].method == "exact"
        assert found.values["lead_time"].mean == pytest.approx(means.time, **EXACT)


@settings(max_examples=25, deadline=None)
@given(trees.blocks(("sequence", "choice", "loop", "parallel")))
def test_simulated_cases_agree_with_the_exact_means(block):
    from sevenstep.analysis.flow_metrics.flow_model import flow_model_of
    from sevenstep.analysis.simulation.cases import Counter, simulate

    one, means = trees.flow_of(block)
    model = flow_model_of(one)
    cases = simulate(model, 4_000, 5, [Counter(arrows=model.back)])
    error = cases.cost.std() / 4_000**0.5
    assert abs(cases.cost.mean() - means.cost) <= 6 * error + 1e-9
    again = (cases.counts[0] > 0).mean()
    assert abs(again - (1 - means.once)) <= 6 * 0.5 / 4_000**0.5
    if trees.is_fixed_within_parallel(block):
        error = cases.lead_time.std() / 4_000**0.5
        assert abs(cases.lead_time.mean() - means.time) <= 6 * error + 1e-9


def test_the_same_seed_gives_the_same_answer_and_another_seed_another():
    one = flow(a={"time": "exponential(1h)"}, b={"time": "1h..4h"})
    assert analysed(one, seed=3) == analysed(one, seed=3)
    assert analysed(one, seed=3).values["lead_time"].p90 != analysed(one, seed=4).values["lead_time"].p90


# -- what cannot be computed ----------------------------------------------------------------


def choice(**ways: str) -> dict:
    return {"type": "exclusive", "next": ways}


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ({"a": {"next": "b"}, "b": choice(a="100%", end="0%")}, "at “b” a loop has no way out"),
        ({"a": {"type": "inclusive", "next": {"a": "100%", "b": "0%"}}, "b": {}}, "at “a” a loop has no way out"),
        ({"g": choice(a="60%", end="60%"), "a": {}}, "the chances behind “g” add up to 120%"),
        ({"a": {"next": "a"}}, "no end can be reached from “a”"),
        ({"a": {"next": "nowhere"}}, "“a” leads to “nowhere”"),
        ({"a": {"next": "end"}, "b": {}}, "“b” cannot be reached from the start"),
        ({"g": {"type": "parallel", "next": ["a", "end"]}, "a": {"next": "g"}}, "wait for ever at “g”"),
        (
            {
                "g": {"type": "parallel", "next": ["a", "b"]},
                "a": {"next": "m"},
                "b": {"next": "m"},
                "m": {},
            },
            "“m” can run twice at once",
        ),
        (
            {"g": choice(a="50%", b="50%"), "a": {"next": "m"}, "b": {"next": "m"}, "m": {"type": "parallel"}},
            "wait for ever at “m”",
        ),
        ({"g": {"type": "inclusive", "next": {"a": "0%", "end": "0%"}}, "a": {}}, "no branch behind “g”"),
        (
            {
                "g": {"type": "parallel", "next": ["a", "b"]},
                "a": {"time": "1h..3h"},
                "x": choice(m="0.0000000001%", a="99.9999999999%"),
                "b": {"time": "1h..9h", "next": "m"},
                "m": {"type": "parallel"},
            },
            "within 50,000 steps: a way back is taken nearly always",
        ),
    ],
)
def test_the_true_reason_is_given(steps, said):
    found = metrics(flow(**steps), 200, 1)
    assert isinstance(found, Unanalysed)
    assert said in found.reason.for_language("en")
    assert found.reason.for_language("zh")


@pytest.mark.parametrize("way", ["0.0000000001%", "1e-10%"])
@pytest.mark.parametrize("back", ["99.9999999999%", "100%"])
def test_a_way_out_that_is_hardly_ever_taken_is_one(way, back):
    one = flow(a={"time": "1h", "wait": "1min"}, g=choice(end=way, a=back))
    assert exactly(one, "lead_time") == pytest.approx(1e12 * 61 / 60, rel=1e-9)
    assert exactly(one, "work") == pytest.approx(1e12, rel=1e-9)


def test_a_step_that_leads_to_itself_is_a_loop():
    one = flow(a={"time": "2h", "next": {"a": "25%", "b": "75%"}}, b={"time": "1h"})
    assert exactly(one, "lead_time") == pytest.approx(2 / 0.75 + 1, **EXACT)
    assert exactly(one, "rework_probability") == pytest.approx(0.25, **EXACT)
    assert analysed(one).steps["a"].visits == pytest.approx(4 / 3, **EXACT)


def test_a_loop_that_is_nearly_always_taken_costs_no_more_than_is_bounded():
    found = analysed(rework("99.9%"), 10_000)
    assert found.values["lead_time"].mean == pytest.approx(9_000, **EXACT)


def test_times_and_costs_are_left_out_where_none_are_given():
    found = analysed(flow(a={}, b={}))
    assert not {"lead_time", "cost", "work"} & set(found.values)
    assert found.gaps == ("f/a", "f/b")


def test_hand_overs_of_parallel_branches_within_a_loop():
    """From a to three others and back to a: six a round, of which there are 1 / 0.9; b before the first is one more."""
    one = flow(
        b={"actor": "x"},
        a={"actor": "a"},
        split={"type": "parallel", "next": ["p", "q", "r"]},
        **{name: {"actor": name, "next": "join"} for name in "pqr"},
        join={"type": "parallel"},
        g={"type": "exclusive", "next": {"a": {"chance": "10%"}, "c": {"chance": "90%"}}},
        c={"actor": "a"},
    )
    assert exactly(one, "handoffs") == pytest.approx(1 + 6 / 0.9, **EXACT)
