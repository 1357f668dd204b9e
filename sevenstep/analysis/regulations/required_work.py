"""What of a flow is done only for regulations: the steps, and what they take and cost a case."""

from collections.abc import Mapping

from sevenstep.analysis.results import FlowMetrics, RequiredWork
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Metric
from sevenstep.model.step7_flows import Activity, Flow


def required_work(chain: Chain, metrics: Mapping[str, FlowMetrics]) -> dict[str, RequiredWork]:
    """By flow: what is done only for regulations; flows without metrics, or without such steps, are left out."""
    return {
        key: _of_flow(found, steps)
        for key, found in metrics.items()
        if isinstance(flow := chain.elements[key], Flow) and (steps := required_steps(chain, flow))
    }


def _of_flow(found: FlowMetrics, steps: Mapping[str, tuple[str, ...]]) -> RequiredWork:
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
