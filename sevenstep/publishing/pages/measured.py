"""Cells that hold a quantity: what readers see, and beside it the number in full, for sorting and for spreadsheets."""

from typing import Any

from sevenstep.analysis.results import Value
from sevenstep.analysis.units import kind, measure
from sevenstep.analysis.wording import (
    SHARES,
    TIMES,
    reach,
    shown,
    shown_error,
    shown_hours,
    shown_number,
    shown_share,
    unit_of,
    with_sign,
)
from sevenstep.language import Language
from sevenstep.memory import by_content
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import Duration, Quantity, full_unit
from sevenstep.publishing.context import Context
from sevenstep.publishing.views import Cell, Measured


def measured(
    number: float, unit: str, language: Language, low: float | None = None, high: float | None = None
) -> Measured:
    """A number in full: its unit as readers call it, without scales, and what it is compared by."""
    factor, name = full_unit(unit, language)
    common, of = _common(str(unit))
    ends = () if low is None or high is None or low == high else (low * factor, high * factor)
    return Measured(number * factor, name, number * common, of, ends)


@by_content(512)
def _common(unit: str) -> tuple[float, str]:
    """The factor to the unit in which quantities of its kind are compared, and what kind that is."""
    found = measure(unit)
    dimensions = " ".join(name if power == 1 else f"{name}^{power:g}" for name, power in found.dimensions)
    return found.factor, dimensions or kind(unit)


def number_cell(
    context: Context,
    text: str,
    number: float,
    unit: str,
    *,
    low: float | None = None,
    high: float | None = None,
    **more: Any,
) -> Cell:
    """A number as it is said, with itself in full behind it."""
    return Cell(text=text, number=True, measured=measured(number, unit, context.language, low, high), **more)


def share_number(context: Context, share: float, text: str = "", **more: Any) -> Cell:
    """A part of the whole."""
    return number_cell(context, text or shown_share(share), share * 100, "%", **more)


def metric_cell(context: Context, metric: Metric, number: float, currency: str, text: str = "", **more: Any) -> Cell:
    """A number of a metric."""
    said = text or shown(metric, number, context.language, currency)
    if metric in SHARES:
        return share_number(context, number, said, **more)
    return number_cell(context, said, number, "h" if metric in TIMES else unit_of(metric, currency), **more)


def quantity_of(amount: Quantity, language: Language, unit: str = "") -> Measured:
    """A quantity that an author wrote, in full: times in hours, so that a column has one unit."""
    if isinstance(amount, Duration) and amount.hours:
        ends = (amount.hours[0], amount.hours[-1])
        likely = amount.hours[1] if len(amount.hours) == 3 else sum(ends) / 2
        return measured(likely, "h", language, *ends)
    return measured(amount.middle, amount.unit or unit, language, amount.low, amount.high)


def error_hint(context: Context, metric: Metric, value: Value, currency: str) -> str:
    """How far chance moves a simulated mean, for whoever points at it."""
    error = shown_error(metric, reach(value), context.language, currency, beside=[value.mean])
    return context.words["simulation_error"].format(error) if error else ""


def told_cell(context: Context, number: float | None, unit: str, *, sign: bool = False) -> Cell:
    """A computed number with its unit, or nothing; a length of time in the unit that suits it; with a plus where it is
    a difference."""
    if number is None:
        return Cell(number=True)
    is_hours = unit == "h"
    said = shown_hours(number, context.language) if is_hours else shown_number(number, unit, context.language)
    return number_cell(context, with_sign(said) if sign and number > 0 else said, number, unit)
