"""What doing away with waits saves: by hand where it is exact, by order statistics where chance decides."""

import importlib.util
from pathlib import Path

import pytest

from sevenstep.analysis.flow_metrics.savings import Savings

_spec = importlib.util.spec_from_file_location("small_flows", Path(__file__).with_name("flows.py"))
flows = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(flows)
flow = flows.flow


def parallel(**branches: dict) -> dict:
    return {
        "s": {"type": "parallel", "next": list(branches)},
        **{name: {**said, "next": "j"} for name, said in branches.items()},
        "j": {"type": "parallel"},
    }


def test_a_wait_beside_the_way_that_decides_saves_nothing():
    one = flow(**parallel(a={"time": "1h", "wait": "50h"}, b={"time": "12h", "wait": "61h"}))
    savings = Savings(one, 1000, 1)
    assert savings.without(["a"]).mean == 0
    assert savings.without(["b"]).mean == 73 - 51  # then the other branch decides
    assert savings.without(["a", "b"]).mean == 73 - 12
    assert savings.alone({"a": 50, "b": 61}, 1, 3) == [("b", savings.without(["b"]))]


def test_equal_parallel_waits_save_only_together():
    one = flow(**parallel(a={"wait": "10h"}, b={"wait": "10h"}), c={"wait": "1h"})
    savings = Savings(one, 1000, 1)
    waits = {"a": 10, "b": 10, "c": 1}
    assert [name for name, _ in savings.alone(waits, 2, 3)] == []
    names, saved = savings.together(waits, 2)
    assert sorted(names) == ["a", "b"]
    assert (saved.mean, saved.method) == (10, "exact")


def test_the_same_cases_with_and_without():
    """The longer of two waits of 0 to 6 h is 4 h on average: without one of them 3 h remain."""
    one = flow(**parallel(a={"wait": "0h..6h"}, b={"wait": "0h..6h"}))
    saved = Savings(one, 20_000, 1).without(["a"])
    assert saved.method == "simulated"
    assert saved.low < 1 < saved.high
    assert saved.high - saved.low < 0.06  # apart, the two means would leave twice as much to chance


def test_waits_in_loops_and_of_events_count_with_their_visits():
    one = flow(
        a={"time": "1h", "wait": "3h"},
        post={"type": "event", "wait": "5h"},
        g={"type": "exclusive", "next": {"a": {"chance": "50%"}, "end": {}}},
    )
    savings = Savings(one, 1000, 1)
    assert savings.without(["a"]).mean == pytest.approx(6)
    assert savings.without(["post"]).mean == pytest.approx(10)
