"""What is computed of a flow, and which indicators get a value from it."""

from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.element import Part
from sevenstep.model.field import Declared, Shown

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
    TITLE: ClassVar = Text(zh="估算", en="Estimate")
    EXPLANATION: ClassVar = Text(
        zh="给指标一个数值的流程度量；简写时只写度量：`lead_time`。",
        en="A metric of a flow that gives an indicator its value; written short, just the metric: `lead_time`.",
    )

    metric: Annotated[
        Metric,
        Declared(
            Text(zh="流程度量", en="Metric of the flow"), Text(zh="哪一项度量。", en="Which metric."), "lead_time"
        ),
    ]
    of: Annotated[
        tuple[str, ...],
        BeforeValidator(_names),
        Declared(
            Text(zh="只算步骤", en="Of steps"),
            Text(
                zh="只问哪些步骤；不写就是全部。全部步骤的时间和成本就是流程的："
                "办理和等待时间只算起决定作用的那一路。`probability` 是经过其中任何一步的可能。",
                en="The steps of the flow that it is asked of; left out: all. Times and costs of all steps "
                "are those of the flow: processing and waiting time count on the way that decides. "
                "`probability`: that a case passes any of them.",
            ),
            "[queue, mend]",
            shown=Shown.HIDDEN,
        ),
    ] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"metric": value} if isinstance(value, str) else value
