"""What one flow takes: time, work, waiting, cost, hand-overs, rework, re-entry."""

from sevenstep.analysis.flow_metrics.metrics import metrics, passing

__all__ = ("metrics", "passing")
