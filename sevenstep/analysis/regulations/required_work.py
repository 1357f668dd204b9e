"""What of a flow is done only for regulations: the steps, and what they take and cost a case."""

from dataclasses import dataclass

from sevenstep.analysis.results import FlowMetrics
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Metric
from sevenstep.model.step7_flows import Activity, Flow


@dataclass(frozen=True, slots=True)
class RequiredWork:
    """The steps of a flow that are done only for regulations, in the order of the flow, and for the mean case how often
    one is done, the hours of work and of waiting before it, and the cost; None where that is not known."""

    steps: tuple[str, ...]
    regulations: tuple[str, ...]
    visits: float
    processing: float | None
    waiting: float
    cost: float | None
    currency: str


def required_work(chain: Chain, flow: Flow, found: FlowMetrics | None) -> RequiredWork | None:
    """What is done only for regulations; None where no step is, or the flow has no metrics."""
    steps = required_steps(chain, flow)
    if not steps or found is None:
        return None
    sums = [found.steps[name.rpartition("/")[2]] for name in steps]
    is_timed = all(step not in found.gaps for step in steps)
    return RequiredWork(
        tuple(steps),
        tuple(dict.fromkeys(regulation for required in steps.values() for regulation in required)),
        sum(step.visits for step in sums),
        sum(step.processing for step in sums) if is_timed else None,
        sum(step.waiting for step in sums),
        sum(step.cost for step in sums) if Metric.COST in found.values else None,
        found.currency,
    )


def required_steps(chain: Chain, flow: Flow) -> dict[str, tuple[str, ...]]:
    """The steps that are done only for regulations, each with these."""
    return {
        node.id: tuple(regulation.id for regulation in required)
        for node in flow.steps.values()
        if isinstance(node, Activity) and (required := chain.targets(node.id, "required-by"))
    }
