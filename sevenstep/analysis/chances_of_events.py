"""What goes wrong at the steps of a flow: which chances each metric of quality is made of, and what a step states."""

import math
from collections.abc import Mapping
from typing import Final

from sevenstep.model.choices import Metric
from sevenstep.model.step7_flows import Activity, Flow, Node

CHANCES: Final[Mapping[Metric, tuple[str, ...]]] = {
    Metric.ACCURACY: ("error",),
    Metric.DAMAGE_RATE: ("damage",),
    Metric.DISCREPANCY_RATE: ("discrepancy",),
    Metric.FIRST_PASS_YIELD: ("error", "damage", "discrepancy"),
}
"""The fields of an activity that each metric of quality is made of."""
EVENT_FIELDS: Final[Mapping[Metric, str]] = {
    Metric.ACCURACY: "errors",
    Metric.DAMAGE_RATE: "damages",
    Metric.DISCREPANCY_RATE: "discrepancies",
}
"""How many events of its sort a step has in the mean case is called so in files."""
EVENTS: Final = (Metric.ACCURACY, Metric.DAMAGE_RATE, Metric.DISCREPANCY_RATE)
"""The metrics of one sort of event each."""
RATES: Final[frozenset[Metric]] = frozenset({Metric.DAMAGE_RATE, Metric.DISCREPANCY_RATE})
"""The metrics that tell the share of cases with an event; the others tell the share of those without."""


def stated(node: Node, metric: Metric) -> list[float]:
    """The chances that a node states of what the metric counts."""
    if not isinstance(node, Activity):
        return []
    said = (getattr(node, name) for name in CHANCES[metric])
    return [float(chance) for chance in said if chance is not None]


def chance_of(node: Node, metric: Metric) -> float:
    """How likely any of what the metric counts happens when the node is passed once, each apart from the others."""
    return 1 - math.prod(1 - chance for chance in stated(node, metric))


def known_metrics(flow: Flow) -> list[Metric]:
    """The metrics of quality of which any step states a chance."""
    return [metric for metric in CHANCES if any(stated(node, metric) for node in flow.steps.values())]
