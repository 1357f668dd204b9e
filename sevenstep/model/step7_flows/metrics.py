"""What is computed of a flow, and which indicators get a value from it."""

from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.element import Part

Metric = Literal[
    "lead_time",
    "processing_time",
    "waiting_time",
    "flow_efficiency",
    "work",
    "total_waiting",
    "cost",
    "handoffs",
    "system_switches",
    "rework_probability",
    "manual_share",
    "reentries",
    "visits",
    "probability",
]

METRICS: Final[dict[Metric, Text]] = {
    "lead_time": Text(zh="全程时间", en="lead time"),
    "processing_time": Text(zh="办理时间", en="processing time"),
    "waiting_time": Text(zh="等待时间", en="waiting time"),
    "flow_efficiency": Text(zh="流程效率", en="flow efficiency"),
    "work": Text(zh="工作量", en="work"),
    "total_waiting": Text(zh="等待合计", en="total waiting"),
    "cost": Text(zh="每单成本", en="cost per case"),
    "handoffs": Text(zh="移交次数", en="hand-offs"),
    "system_switches": Text(zh="系统切换", en="switches of system"),
    "rework_probability": Text(zh="返工概率", en="chance of rework"),
    "manual_share": Text(zh="人工比例", en="share by hand"),
    "reentries": Text(zh="重复录入", en="re-entries"),
    "visits": Text(zh="经过次数", en="times passed"),
    "probability": Text(zh="经过概率", en="chance of passing"),
}
"""What each metric is called. All are per case; times are elapsed hours, shares and probabilities 0 to 1."""

OF_STEPS: Final[frozenset[Metric]] = frozenset(
    {"processing_time", "waiting_time", "work", "total_waiting", "cost", "visits", "probability"}
)
"""The metrics that can be asked of some steps alone; the last two make sense only there."""


def _names(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Estimate(Part):
    """A metric of a flow that gives an indicator its value; written short, just the metric: ``lead_time``."""

    metric: Metric
    """Which metric."""
    of: Annotated[tuple[str, ...], BeforeValidator(_names)] = ()
    """The steps of the flow that it is asked of; left out: all. Times and costs of all steps are those of the flow:
    processing and waiting time count on the way that decides. ``probability``: that a case passes any of them."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"metric": value} if isinstance(value, str) else value
