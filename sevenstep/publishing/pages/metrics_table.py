"""The metrics of a flow as a table: expected, simulated, or both."""

from collections.abc import Iterable

from sevenstep.analysis.results import (
    FlowMetrics,
    Value,
)
from sevenstep.analysis.wording import (
    reach,
    shown,
    shown_error,
)
from sevenstep.model.choices import Metric
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.measured import error_hint, metric_cell
from sevenstep.publishing.views import Cell, Row, Table


def metrics_table(context: Context, flow: Flow) -> Table:
    """The metrics of a flow: mean, interval, P50, P90, and how it was found."""
    found = context.analysis.metrics.get(flow.id)
    words = context.words
    if found is None:
        reason = next((left_out.reason for left_out in context.analysis.unanalysed if left_out.flow == flow.id), None)
        note = words["not_analysed"].format(context.said(reason)) if reason is not None else ""
        told = (Row((Cell(text=note),)),) if note else ()
        return Table(words["metrics"], "metrics", (words["what"],), told)
    heads = (words["metric"], words["mean"], "P50", "P90", words["found_by"])
    rows = tuple(
        Row(
            (
                Cell(text=context.said(metric.label)),
                *_mean_and_percentiles(context, metric, value, found.currency),
                _found_by(context, found, metric, value),
            )
        )
        for metric, value in found.values.items()
    )
    rows += tuple(
        Row(
            (
                Cell(text=context.said(metric.label)),
                *(Cell(number=True) for _ in range(3)),
                Cell(text=words["not_known"], style="is-unknown", note=context.said(reason)),
            )
        )
        for metric, reason in found.reasons.items()
    )
    return Table(words["metrics"], "metrics", heads, rows, _simulation(context, found))


def _simulation(context: Context, found: FlowMetrics) -> str:
    """How the values were simulated, and how far chance moves the means."""
    if not found.cases:
        return ""
    words, zh = context.words, context.language == "zh"
    errors = [
        (metric, shown_error(metric, reach(value), context.language, found.currency, beside=[value.mean]))
        for metric, value in found.values.items()
    ]
    told = ("、" if zh else ", ").join(f"{context.said(metric.label)} {error}" for metric, error in errors if error)
    note = words["metrics_note"].format(found.cases, found.seed)
    return f"{note}{'' if zh else ' '}{words['simulation_errors'].format(told)}" if told else note


def _found_by(context: Context, found: FlowMetrics, metric: Metric, value: Value) -> Cell:
    """How a value was found; what it leaves out, where it does."""
    if metric in found.notes:
        return Cell(text=context.words["incomplete"], style="is-unknown", note=context.said(found.notes[metric]))
    return Cell(text=context.said(value.method.label))


def _mean_and_percentiles(context: Context, metric: Metric, value: Value, currency: str) -> Iterable[Cell]:
    """The mean, which tells its error to whoever points at it, and the percentiles, all in one unit."""
    numbers = (value.mean, value.p50, value.p90)
    beside = [number for number in numbers if number is not None]
    half = reach(value)
    for number in numbers:
        if number is None:
            yield Cell(number=True)
            continue
        said = shown(metric, number, context.language, currency, beside=beside, half=half)
        hint = error_hint(context, metric, value, currency) if number is value.mean else ""
        yield metric_cell(context, metric, number, currency, said, hint=hint)
