"""A flow as it is beside the flow as it shall be, and what each measure does, as tables."""

from dataclasses import replace
from typing import Any, Final

from sevenstep.analysis.results import (
    Comparison,
    Difference,
)
from sevenstep.analysis.wording import (
    SHARES,
    is_better,
    shown,
    shown_change,
    shown_difference,
    shown_error,
)
from sevenstep.language import Text
from sevenstep.model.choices import Metric
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Measure
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.measured import metric_cell, number_cell
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.views import Cell, Row, Table


def comparison_table(context: Context, comparison: Comparison) -> Table:
    """Each metric as is and to be, the difference, and the measures that account for it."""
    words = context.words
    heads = (words["metric"], words["as_is"], words["to_be"], words["difference"], words["due_to"])
    rows = tuple(
        _difference(context, difference, comparison.currency, comparison.notes.get(difference.metric))
        for difference in comparison.differences
    )
    rows += tuple(
        Row(
            (
                Cell(text=context.said(metric.label)),
                *(Cell(number=True) for _ in range(3)),
                Cell(text=words["not_known"], style="is-unknown", note=context.said(reason)),
            )
        )
        for metric, reason in comparison.reasons.items()
    )
    title, anchor = words["comparison"], "comparison"
    if comparison.journey is not None:
        title, anchor = f"{title} · {context.said(comparison.journey)}", f"{anchor}-{comparison.number}"
    return Table(title, anchor, heads, rows, words["comparison_note"])


_BRIEF: Final = (
    Metric.LEAD_TIME,
    Metric.WAITING_TIME,
    Metric.COST,
    Metric.REENTRIES,
    Metric.REWORK_PROBABILITY,
    Metric.HANDOFFS,
    Metric.MANUAL_SHARE,
    Metric.ACCURACY,
    Metric.DAMAGE_RATE,
    Metric.DISCREPANCY_RATE,
    Metric.EMISSIONS,
)
"""What most readers ask of a flow; the full table has the rest."""


_MAINLY: Final = 2
"""Measures that a short table names beside a difference."""


def brief_table(context: Context, comparison: Comparison) -> Table:
    """What changes, for most readers: the metrics that are asked for, and which measures most of it comes from."""
    words = context.words
    heads = (words["metric"], words["as_is"], words["to_be"], words["difference"], words["mainly_from"])
    by_metric = {difference.metric: difference for difference in comparison.differences}
    rows = tuple(
        _brief(context, by_metric[metric], comparison.currency)
        for metric in _BRIEF
        if metric in by_metric and (by_metric[metric].before.mean or by_metric[metric].after.mean)
    )
    return without_empty_columns(Table(words["comparison"], "changes", heads, rows))


def _brief(context: Context, difference: Difference, currency: str) -> Row:
    *figures, _ = _difference(context, difference, currency, None).cells
    shares = [share for share in difference.shares if share.difference * difference.mean > 0 and share.measures]
    shares.sort(key=lambda share: -abs(share.difference))
    keys = list(dict.fromkeys(key for share in shares for key in share.measures))[:_MAINLY]
    name, before, after, change = figures
    return Row((name, before, after, replace(change, note=""), refs_cell(context, keys)))


def effects_table(context: Context, measure: Measure) -> Table:
    """What a measure takes from the time and the cost of each item that it changes."""
    words = context.words
    heads = (
        Item.KIND.title.for_language(context.language),
        *(
            f"{context.said(metric.label)}{end}"
            for metric in (Metric.LEAD_TIME, Metric.COST)
            for end in ("", words["due_to_it"])
        ),
    )
    rows = []
    for comparison in context.analysis.comparisons:
        if comparison.item is None:
            continue
        cells: list[Cell] = []
        for metric in (Metric.LEAD_TIME, Metric.COST):
            difference = next((found for found in comparison.differences if found.metric == metric), None)
            cells += _share_cells(context, difference, measure.id, comparison.currency)
        if any(cell.text for cell in cells):
            rows.append(Row((refs_cell(context, [comparison.item]), *cells)))
    return Table(words["effects_by_item"], "effects", heads, tuple(rows))


def _share_cells(context: Context, difference: Difference | None, measure: str, currency: str) -> tuple[Cell, Cell]:
    """A metric as is and to be, and what of the difference is due to a measure."""
    share = next((share for share in difference.shares if measure in share.measures), None) if difference else None
    if difference is None or share is None:
        return Cell(), Cell(number=True)
    language, metric = context.language, difference.metric
    before, after = difference.before.mean, difference.after.mean
    said = [shown(metric, one, language, currency, beside=(before, after)) for one in (before, after)]
    moved = shown_difference(metric, share.difference, language, currency, beside=(before, after))
    style = "" if not share.difference else "is-better" if is_better(metric, share.difference) else "is-worse"
    others = [context.refs[key].title for key in share.measures if key != measure and key in context.refs]
    note = context.words["together_with"].format(context.words["list_joint"].join(others)) if others else ""
    return Cell(text=" → ".join(said)), Cell(text=moved, number=True, style=style, note=note, sort=share.difference)


def _difference(context: Context, difference: Difference, currency: str, leaves_out: Text | None) -> Row:
    language = context.language
    beside = (difference.before.mean, difference.after.mean)
    change = shown_change(difference.metric, difference.before.mean, difference.after.mean, language)
    error = shown_error(difference.metric, (difference.high - difference.low) / 2, language, currency, beside=beside)
    hint = context.words["simulation_error"].format(error) if error else ""
    style = "" if not difference.mean else "is-better" if is_better(difference.metric, difference.mean) else "is-worse"
    shares = [
        f"{' + '.join(context.refs[key].title for key in share.measures if key in context.refs)} "
        f"{shown_difference(difference.metric, share.difference, language, currency, beside=beside)}"
        for share in difference.shares
        if abs(share.difference) > 0.005 * max(abs(difference.before.mean), 1e-9)
    ]
    if abs(difference.rest) > 0.005 * max(abs(difference.before.mean), 1e-9):
        rest = shown_difference(difference.metric, difference.rest, language, currency, beside=beside)
        shares.append(f"{context.words['unexplained']} {rest}")
    return Row(
        (
            Cell(text=context.said(difference.metric.label), note=context.said(leaves_out) if leaves_out else ""),
            *(
                metric_cell(
                    context,
                    difference.metric,
                    mean,
                    currency,
                    shown(difference.metric, mean, language, currency, beside=beside),
                )
                for mean in beside
            ),
            _changed(context, difference, change, style=style, hint=hint),
            Cell(text="\n".join(shares), style="is-lines"),
        )
    )


def _changed(context: Context, difference: Difference, change: str, **more: Any) -> Cell:
    """A difference as a part of what was, of shares in points, in full."""
    if not change:
        return Cell(number=True, **more)
    before, after = difference.before.mean, difference.after.mean
    if difference.metric in SHARES:
        return number_cell(context, change, (after - before) * 100, "percentage points", **more)
    return number_cell(context, change, (after / before - 1) * 100, "%", **more)
