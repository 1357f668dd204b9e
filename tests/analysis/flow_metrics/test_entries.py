"""Re-entries: each further place in which a person enters the data counts once. The chains are worked out on paper."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.analysis.flow_metrics import metrics
from sevenstep.analysis.results import FlowMetrics, Value

_spec = importlib.util.spec_from_file_location("small_flows", Path(__file__).with_name("flows.py"))
flows = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(flows)
flow, writes = flows.flow, flows.writes

EXACT = {"rel": 1e-9, "abs": 1e-9}


def value(one, cases: int = 500) -> Value:
    found = metrics(one, cases, 1)
    assert isinstance(found, FlowMetrics), found
    return found.values["reentries"]


def reentries(one) -> float:
    found = value(one)
    assert found.method == "exact"
    return found.mean


def choice(**chances: str) -> dict:
    return {"type": "exclusive", "next": {name: {"chance": chance} for name, chance in chances.items()}}


def test_a_rare_branch_to_another_system_makes_a_rare_re_entry():
    one = flow(a=writes("x"), b=writes("x"), c=writes("x"), g=choice(d="1%", end="99%"), d=writes("y"))
    assert reentries(one) == pytest.approx(0.01, **EXACT)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ({"a": writes("x"), "b": writes("x"), "c": writes("x")}, 0),  # updates in one place
        ({"a": writes("x"), "b": writes("y"), "c": writes("x")}, 1),  # back where it is already: an update
        ({"a": writes("x"), "b": writes("y"), "c": writes("z")}, 2),
        ({"a": writes(), "b": writes("y")}, 1),  # from paper into a system
        ({"a": writes("x", None), "b": writes("y", None)}, 1),  # no mode: by hand
        ({"a": writes("x"), "b": writes("y", "automatic")}, 0),
        ({"a": writes("x"), "b": writes("y", "assisted")}, 0),
        ({"a": writes("x"), "b": writes("y", "automatic"), "c": writes("y")}, 0),  # what an interface brought: updated
        ({"a": writes("x"), "c": writes("y"), "b": writes("y", "automatic")}, 1),
        ({"a": writes("x", "automatic"), "b": writes("y")}, 0),  # typed once
    ],
)
def test_places_count_and_repeats_do_not(steps, expected):
    assert reentries(flow(**steps)) == expected


def test_a_loop_of_rework_is_no_re_entry():
    one = flow(a=writes("x"), b=writes("y"), g=choice(a="30%", end="70%"))
    assert reentries(one) == pytest.approx(1, **EXACT)
    # the other system is met with 20 % in each round, of which there are more with 50 %: p = 0.2 + 0.8 * 0.5 * p
    one = flow(a=writes("x"), g=choice(b="20%", m="80%"), b=writes("y"), m=choice(a="50%", end="50%"))
    assert reentries(one) == pytest.approx(0.2 / 0.6, **EXACT)


def test_parallel_branches_enter_apart_and_count_in_each_place():
    names = ["b", "c", "d"]
    split = {"type": "parallel", "next": names}
    branches = {name: writes(name, next="j") for name in names}
    assert reentries(flow(a=writes("x"), s=split, **branches, j={"type": "parallel"})) == 3
    assert reentries(flow(s=split, **branches, j={"type": "parallel"})) == 2
    same = {name: writes("y", next="j") for name in names}
    assert reentries(flow(a=writes("x"), s=split, **same, j={"type": "parallel"})) == 1


def test_inclusive_branches():
    split = {"type": "inclusive", "next": {"b": {"chance": "50%"}, "c": {"chance": "20%"}}}
    one = flow(a=writes("x"), s=split, b=writes("y", next="j"), c=writes("z", next="j"), j={"type": "inclusive"})
    any_ = 1 - 0.5 * 0.8
    assert reentries(one) == pytest.approx((0.5 + 0.2) / any_, **EXACT)


def test_each_data_object_for_itself():
    both = {"mode": "manual", "writes": ["order", "bill"]}
    found = metrics(flow(a={**both, "system": "x"}, b={**both, "system": "y"}, c=writes("z")), 100, 1)
    assert found.values["reentries"].mean == 3
    assert found.again == {"order": 2, "bill": 1}


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 1000), st.integers(0, 1000), st.integers(0, 900))
def test_it_follows_the_chances_and_never_jumps(first, second, loop):
    """P(y) and P(z) are worked out by hand; a little more chance makes at most a little more."""

    def times(first: int, second: int) -> float:
        return reentries(
            flow(
                a=writes("x"),
                g=choice(b=f"{first / 10}%", h=f"{100 - first / 10}%"),
                b=writes("y"),
                h=choice(c=f"{second / 10}%", m=f"{100 - second / 10}%"),
                c=writes("z"),
                m=choice(a=f"{loop / 10}%", end=f"{100 - loop / 10}%"),
            )
        )

    def met(chance: float) -> float:  # in any of the rounds: p = c + (1 - c) r p
        return chance / (1 - (1 - chance) * loop / 1000)

    assert times(first, second) == pytest.approx(met(first / 1000) + met(second / 1000), rel=1e-6, abs=1e-9)
    if first < 1000:
        more = times(first + 1, second) - times(first, second)
        assert -1e-9 <= more <= 0.02


def test_branches_that_form_no_blocks_are_simulated_and_agree():
    """Two splits whose branches cross: no blocks, and yet each writes once."""
    one = flow(
        a=writes("x"),
        s={"type": "parallel", "next": ["b", "t"]},
        t={"type": "parallel", "next": ["c", "g"]},
        b=writes("y", next="k"),
        c={"mode": "manual", "next": "k"},
        g=choice(d="30%", m="70%"),
        d=writes("z"),
        m={"type": "exclusive", "next": "l"},
        k={"type": "parallel", "next": "l"},
        l={"type": "parallel"},
    )
    found = value(one, 20_000)
    assert found.method == "simulated"
    assert found.low <= 1.3 <= found.high
