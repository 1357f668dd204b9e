"""What one flow takes: time, work, waiting, cost, hand-overs, rework, re-entry."""

from sevenstep.analysis.flow_metrics.metrics import metrics, probability_of_steps

__all__ = ("metrics", "probability_of_steps")
