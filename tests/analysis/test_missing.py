"""What is a zero, and what is unknown: every metric of flows in which something is not said."""

import importlib.util
from pathlib import Path

import pytest

from sevenstep.analysis.flow_metrics import metrics
from sevenstep.analysis.results import FlowMetrics

_spec = importlib.util.spec_from_file_location("small_flows", Path(__file__).parent / "flow_metrics" / "flows.py")
flows = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(flows)


def found_of(**steps: dict) -> FlowMetrics:
    found = metrics(flows.flow(**steps), 200, 1)
    assert isinstance(found, FlowMetrics), found
    return found


MANUAL, AUTOMATIC = {"mode": "manual"}, {"mode": "automatic"}


@pytest.mark.parametrize(
    ("steps", "metric", "value", "reason", "note"),
    [
        ({"a": {"time": "0h", "wait": "1h"}}, "processing_time", 0, None, None),  # a zero that is said
        ({"a": {"time": "0h", "wait": "1h"}}, "flow_efficiency", 0, None, None),
        ({"a": {"wait": "1h"}}, "processing_time", None, "no step says how long it takes", None),
        ({"a": {"wait": "1h"}}, "work", None, "no step says how long it takes", None),
        ({"a": {"wait": "1h"}}, "flow_efficiency", None, "no step says how long it takes", None),
        ({"a": {"wait": "1h"}}, "lead_time", 1, None, "one step without a time counted as none: “a”"),
        ({"a": {}}, "lead_time", None, "no step says how long it takes or how long a case waits", None),
        ({"a": {"time": "0h", "wait": "0h"}}, "flow_efficiency", None, "no time passes at any step", None),
        ({"a": {"time": "1h"}, "b": {}}, "work", 1, None, "one step without a time counted as none: “b”"),
        ({"a": {"time": "1h", "wait": "1h"}, "b": {}}, "flow_efficiency", None, "no time is given for “b”", None),
        ({"a": {"time": "1h"}}, "waiting_time", 0, None, "no step says how long a case waits"),
        ({"a": {"time": "1h"}}, "flow_efficiency", 1, None, "no step says how long a case waits"),
        ({"a": MANUAL, "b": {"time": "1h", **AUTOMATIC}}, "manual_share", None, "no time is given for “a”", None),
        ({"a": MANUAL, "b": AUTOMATIC}, "manual_share", 0.5, None, "counted by steps"),
        ({"a": {"time": "1h"}}, "manual_share", None, "no step says whether it is done by hand", None),
        ({"a": {"time": "1h"}}, "cost", None, "no step says what a case costs there", None),
        ({"a": {"cost": "1 CNY"}, "b": {"cost": "1 USD"}}, "cost", None, "CNY (“a”) and USD (“b”)", None),
        ({"a": {"time": "1h"}}, "handoffs", 0, None, "no step says who does it"),
        ({"a": {"time": "1h"}}, "reentries", 0, None, "no step says which data it writes"),
        ({"a": {"time": "1h", "actor": "x"}}, "handoffs", 0, None, None),
    ],
)
def test_a_zero_is_told_from_what_is_unknown(steps, metric, value, reason, note):
    found = found_of(**steps)
    if value is None:
        assert metric not in found.values
        assert reason in found.reasons[metric].for_language("en")
        assert found.reasons[metric].zh
    else:
        assert found.values[metric].mean == value
        assert metric not in found.reasons
    assert (metric in found.notes) == (note is not None)
    if note is not None:
        assert note in found.notes[metric].for_language("en")


def test_a_step_that_no_case_comes_to_lacks_nothing():
    gate = {"type": "exclusive", "next": {"a": {"chance": "100%"}, "b": {"chance": "0%"}}}
    found = found_of(g=gate, a={"time": "1h", "wait": "1h", "next": "end"}, b={"next": "end"})
    assert found.values["flow_efficiency"].mean == 0.5
    assert "work" not in found.notes


def test_a_reason_names_few_of_many_steps():
    found = found_of(**{f"s{number}": {"wait": "1h"} for number in range(9)}, t={"time": "1h"})
    assert found.notes["work"].for_language("en").endswith("“s4” and 4 more")
    assert found.notes["work"].for_language("zh").endswith("“s4”等 9 步")
