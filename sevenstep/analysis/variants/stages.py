"""From the flow as is to the flow as it shall be: one measure after the other, in the order of the model."""

from collections.abc import Callable, Iterator, Sequence
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
    unsaid: list[str] = []
    for measure, applied in one_by_one(as_is, shaping(chain, as_is, to_be), measured):
        if applied is None:
            unsaid.append(measure.id)
        else:
            found.append(Stage((measure.id,), applied.metrics))
    return [*found, Stage(tuple(unsaid), after)]


@dataclass(frozen=True, slots=True)
class Applied:
    """A flow as it runs with the changes of some measures, and its metrics."""

    flow: Flow
    metrics: FlowMetrics


def one_by_one(
    as_is: Flow, measures: Sequence[Measure], measured: Measured
) -> Iterator[tuple[Measure, Applied | None]]:
    """Each measure with the flow once its changes are added to those before it; None where it does not say what it
    changes there, or the flow cannot be analysed with it."""
    flow = as_is
    for measure in measures:
        metrics = None
        if is_changed(as_is, measure.changes):
            better = changed(flow, measure.changes)
            metrics = measured(better)
        if isinstance(metrics, FlowMetrics):
            flow = better
            yield measure, Applied(flow, metrics)
        else:
            yield measure, None


def shaping(chain: Chain, as_is: Flow, to_be: Flow) -> list[Measure]:
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
