"""From the flow as is to the flow as it shall be: one measure after the other, in the order of the model."""

from collections.abc import Callable
from dataclasses import dataclass

from sevenstep.analysis.results import FlowMetrics, Unanalysed
from sevenstep.analysis.variants.changed import changed, is_changed
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.step7_flows import Flow, Measure

Measured = Callable[[Flow], FlowMetrics | Unanalysed]
"""Finds the metrics of a flow."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What has come about so far, and the measures that the last step is due to: one, several that cannot be told
    apart, or none for what no measure explains."""

    measures: tuple[str, ...]
    metrics: FlowMetrics


def stages(
    chain: Chain, as_is: Flow, to_be: Flow, before: FlowMetrics, after: FlowMetrics, measured: Measured
) -> list[Stage]:
    """The flow as is, then with the changes of each measure added, at last as it shall be.

    Measures that shape the to-be flow without saying what they change account for the last step together.
    """
    found = [Stage((), before)]
    flow = as_is
    unsaid: list[str] = []
    for measure in _shaping(chain, as_is, to_be):
        if not is_changed(as_is, measure.changes):
            unsaid.append(measure.id)
            continue
        better = changed(flow, measure.changes)
        metrics = measured(better)
        if isinstance(metrics, FlowMetrics):
            flow = better
            found.append(Stage((measure.id,), metrics))
        else:
            unsaid.append(measure.id)
    return [*found, Stage(tuple(unsaid), after)]


def _shaping(chain: Chain, as_is: Flow, to_be: Flow) -> list[Measure]:
    """The measures that have a part in the difference, in the order of the model."""
    changing = (holder for node in as_is.steps.values() for holder in chain.holders(node.id, "changes"))
    found = {
        measure.id: measure
        for measure in (*chain.holders(to_be.id, "shapes"), *changing)
        if isinstance(measure, Measure)
    }
    order = _order(chain)
    return sorted(found.values(), key=lambda measure: order[measure.id])


@per_chain
def _order(chain: Chain) -> dict[str, int]:
    return {measure.id: number for number, measure in enumerate(chain.engagement.of(Measure))}
