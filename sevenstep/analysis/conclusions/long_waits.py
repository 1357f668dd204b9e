"""Where today's cases wait longest."""

from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.results import Analysis, FlowMetrics, StepMetrics
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Activity, Flow

MOST_WAITS: Final = 3


@dataclass(frozen=True, slots=True)
class LongWait:
    """A step of a flow as is: the hours that the mean case waits there, all passes together."""

    flow: str
    step: str
    actor: str | None
    hours: float


def long_waits(chain: Chain, analysis: Analysis, most: int = MOST_WAITS) -> tuple[LongWait, ...]:
    """The longest waits of today, one of each flow, the longest first; of flows that are done as is only."""
    found = [
        longest
        for flow in chain.engagement.of(Flow)
        if flow.variant == Variant.AS_IS and (longest := longest_wait(analysis, flow)) is not None
    ]
    return tuple(sorted(found, key=lambda wait: -wait.hours)[:most])


def longest_wait(analysis: Analysis, flow: Flow) -> LongWait | None:
    """The step of a flow where the mean case waits longest; None where nobody waits or the flow is not analysed."""
    metrics = analysis.metrics.get(flow.id)
    longest = waits_most(metrics) if metrics is not None else None
    if longest is None:
        return None
    node = flow.steps[longest[0]]
    return LongWait(flow.id, node.id, node.actor if isinstance(node, Activity) else None, longest[1].waiting)


def waits_most(metrics: FlowMetrics) -> tuple[str, StepMetrics] | None:
    """The node before which the mean case waits most, by its name; None where nobody waits."""
    name, step = max(metrics.steps.items(), key=lambda entry: entry[1].waiting, default=("", None))
    return (name, step) if step is not None and step.waiting > 0 else None
