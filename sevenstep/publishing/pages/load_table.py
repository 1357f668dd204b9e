"""How busy a resource is, as a table."""

from collections.abc import Callable
from math import isinf

from sevenstep.analysis.results import (
    ResourceLoad,
    Value,
)
from sevenstep.analysis.wording import (
    reach,
    shown_hours,
    shown_number,
    shown_points,
    shown_share,
)
from sevenstep.model.choices import Variant
from sevenstep.model.step7_flows import Resource
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.measured import number_cell, share_number
from sevenstep.publishing.views import Cell, Row, Table


def load_table(context: Context, resource: Resource) -> Table:
    """How busy a resource is in each variant: its load, what was busy, how many waited and how long."""
    words, language = context.words, context.language
    heads = (words["what"], words["load"], words["utilisation"], words["queue"], words["wait_for_it"], "P90")
    found = [
        (queues, load) for queues in context.analysis.queues for load in queues.loads if load.resource == resource.id
    ]
    variants = {queues.variant: words["as_is" if queues.variant == Variant.AS_IS else "to_be"] for queues, _ in found}
    rows = tuple(
        Row(
            (
                Cell(text=variants[queues.variant]),
                _load(context, load),
                _simulated(context, load.utilisation, "%", shown_share, lambda width: shown_points(width, language)),
                _simulated(context, load.queue, "", lambda cases: shown_number(cases, "", language)),
                _simulated(context, load.wait, "h", lambda hours: shown_hours(hours, language)),
                Cell(number=True)
                if load.wait.p90 is None
                else number_cell(context, shown_hours(load.wait.p90, language), load.wait.p90, "h"),
            )
        )
        for queues, load in found
    )
    cases = "; " if language == "en" else "；"
    told = cases.join(
        words["load_cases"].format(variants[queues.variant], queues.cases, queues.seed) for queues, _ in found
    )
    return Table(words["load_title"], "load", heads, rows, words["load_note"].format(told))


def _load(context: Context, load: ResourceLoad) -> Cell:
    """The load, and whose it is besides where several share the work."""
    others = [
        context.refs[resource].title
        for resource in load.together
        if resource != load.resource and resource in context.refs
    ]
    named = ("、" if context.language == "zh" else ", ").join(others)
    note = context.words["load_together"].format(named) if others else ""
    style = "is-worse" if load.is_over_capacity else ""
    return share_number(context, load.offered, style=style, note=note)


def _simulated(
    context: Context,
    value: Value,
    unit: str,
    said: Callable[[float], str],
    wide: Callable[[float], str] | None = None,
) -> Cell:
    """A simulated mean with the reason why it has none beside it; its error for whoever points at it."""
    note = context.said(value.reason) if value.reason is not None else ""
    if isinf(value.mean):
        return Cell(number=True, note=note)
    error = f"±{(wide or said)(reach(value))}" if value.reason is None and reach(value) > 0 else ""
    hint = context.words["simulation_error"].format(error) if error else ""
    number = value.mean * 100 if unit == "%" else value.mean
    return number_cell(context, said(value.mean), number, unit, note=note, hint=hint)
