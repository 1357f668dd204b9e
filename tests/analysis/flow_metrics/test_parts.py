"""A metric of some steps means the same as that of the whole: parts add up, and all steps are the whole."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sevenstep.analysis.flow_metrics import metrics
from sevenstep.analysis.results import FlowMetrics
from sevenstep.model.step7_flows import Flow


def _module(name: str):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


trees, flows = _module("trees"), _module("flows")
flow = flows.flow


def found_of(one: Flow, cases: int = 400) -> FlowMetrics:
    found = metrics(one, cases, 1)
    assert isinstance(found, FlowMetrics), found
    return found


def test_two_parallel_waits_are_the_longer_one():
    one = flow(
        {"both": {"metric": "waiting_time", "of": ["a", "b"]}, "short": {"metric": "waiting_time", "of": "b"}},
        s={"type": "parallel", "next": ["a", "b"]},
        a={"time": "0h", "wait": "10h", "next": "j"},
        b={"time": "0h", "wait": "8h", "next": "j"},
        j={"type": "parallel"},
    )
    found = found_of(one)
    assert found.parts["waiting_time", ("a", "b")].mean == found.values["waiting_time"].mean == 10
    assert found.parts["waiting_time", ("b",)].mean == 0
    assert found.values["total_waiting"].mean == 18


def test_where_chance_decides_each_branch_has_its_part():
    """Two exponential waits of 1 h: the longer is 1.5 h on average, and either is it half of the time: 0.75 h each."""
    one = flow(
        {"a": {"metric": "waiting_time", "of": "a"}, "b": {"metric": "waiting_time", "of": "b"}},
        s={"type": "parallel", "next": ["a", "b"]},
        a={"time": "0h", "wait": "exponential(1h)", "next": "j"},
        b={"time": "0h", "wait": "exponential(1h)", "next": "j"},
        j={"type": "parallel"},
    )
    found = found_of(one, 40_000)
    for name in "ab":
        part = found.parts["waiting_time", (name,)]
        assert part.method == "simulated"
        assert abs(part.mean - 0.75) < 4 * (part.high - part.mean) / 1.96
    both = sum(found.parts["waiting_time", (name,)].mean for name in "ab")
    assert both == pytest.approx(found.values["waiting_time"].mean, rel=1e-9)


@settings(max_examples=60, deadline=None)
@given(trees.blocks(("sequence", "choice", "loop", "parallel")), st.lists(st.booleans(), min_size=40, max_size=40))
def test_parts_of_random_flows_add_up_to_the_whole(block, sides):
    one, _ = trees.flow_of(block)
    names = list(one.steps)
    left = [name for name, side in zip(names, sides, strict=False) if side] or names[:1]
    right = [name for name in names if name not in left] or names[-1:]
    asked = {
        f"{metric}-{key}": {"metric": metric, "of": part}
        for metric in ("processing_time", "waiting_time")
        for key, part in (("left", left), ("right", right), ("all", names))
    }
    said = {"id": "f", "title": "f", "variant": "as-is", "estimates": asked, "steps": _with_waits(one)}
    found = found_of(Flow.model_validate(said))
    for metric in ("processing_time", "waiting_time"):
        whole = found.values[metric]
        part = {key: found.parts[metric, tuple(listed)] for key, listed in (("l", left), ("r", right), ("all", names))}
        assert part["all"].mean == pytest.approx(whole.mean, rel=1e-9, abs=1e-9)
        assert part["all"].method == whole.method
        assert (part["all"].low, part["all"].high) == pytest.approx((whole.low, whole.high), rel=1e-9, abs=1e-9)
        if set(left).isdisjoint(right):
            assert part["l"].mean + part["r"].mean == pytest.approx(whole.mean, rel=1e-9, abs=1e-9)


def _with_waits(one: Flow) -> dict:
    """The steps again as they are written, half of the times as waits."""
    written = {}
    for number, (name, node) in enumerate(one.steps.items()):
        said = {"title": name, "type": node.type}
        if node.type == "activity":
            hours = node.time.hours[0]
            said |= {"time": f"{hours if number % 2 else 0}h", "wait": f"{0 if number % 2 else hours}h"}
        if node.next:
            said["next"] = {
                target: {} if branch.chance is None else {"chance": str(branch.chance)}
                for target, branch in node.next.items()
            }
        written[name] = said
    return written
