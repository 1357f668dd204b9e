"""What is computed of a flow, and which indicators get a value from it."""

from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.choices import Metric
from sevenstep.model.field import Declared, Shown
from sevenstep.model.part import Part
from sevenstep.model.values import one_or_many

OF_STEPS: Final[frozenset[Metric]] = frozenset(
    {
        Metric.PROCESSING_TIME,
        Metric.WAITING_TIME,
        Metric.WORK,
        Metric.TOTAL_WAITING,
        Metric.COST,
        Metric.EMISSIONS,
        Metric.ACCURACY,
        Metric.DAMAGE_RATE,
        Metric.DISCREPANCY_RATE,
        Metric.ONLINE_RATE,
        Metric.VISITS,
        Metric.PROBABILITY,
    }
)
"""The metrics that can be asked of some steps alone; times passed and the chance of passing make sense only there."""


class Estimate(Part):
    TITLE: ClassVar = Text(zh="流程测算", en="Estimate")
    EXPLANATION: ClassVar = Text(
        zh="给指标一个数值的流程度量；简写时只写度量：`lead_time`。",
        en="A metric of a flow that gives an indicator its value; written short, just the metric: `lead_time`.",
    )
    SHORT: ClassVar = ("metric",)

    metric: Annotated[
        Metric,
        Declared(
            Text(zh="流程度量", en="Metric of the flow"), Text(zh="哪一项度量。", en="Which metric."), "lead_time"
        ),
    ]
    of: Annotated[
        tuple[str, ...],
        BeforeValidator(one_or_many),
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
