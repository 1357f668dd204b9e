"""What projects take of pools and units: the fullest month of each, and month by month on their own pages."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sevenstep.analysis.programme.results import MonthOfLoad
from sevenstep.analysis.programme.wording import month_said
from sevenstep.analysis.wording import shown_number
from sevenstep.model.element import Element
from sevenstep.model.frames.pools import Pool
from sevenstep.model.step4_paths import Actor
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.measured import number_cell
from sevenstep.publishing.views import Cell, Row, Table

Loads = Mapping[str, tuple[MonthOfLoad, ...]]
_TAKEN = ("pool_drawn", "pool_there", "pool_over", "pool_by")


def pools_table(context: Context) -> Table:
    """A row for each pool that projects draw on."""
    return _fullest(context, context.analysis.programme.pools, "pool_load", context.said(Pool.KIND.title))


def units_table(context: Context) -> Table:
    """A row for each unit of which projects say what they take."""
    return _fullest(context, context.analysis.programme.efforts, "unit_load", context.words["giving_unit"])


def booked_months(context: Context, element: Element) -> Table:
    """The months of a pool or of a unit in which anything is taken of it; no rows for all else."""
    words, found = context.words, context.analysis.programme
    loads = found.pools if isinstance(element, Pool) else found.efforts if isinstance(element, Actor) else {}
    rows = tuple(Row((_month(context, load), *_taken(context, load))) for load in loads.get(element.id, ()))
    title = words["pool_load_title" if isinstance(element, Pool) else "unit_load_title"]
    heads = (words["pool_month"], *(words[name] for name in _TAKEN))
    return Table(title, "months-booked", heads, rows)


def _fullest(context: Context, loads: Loads, name: str, head: str) -> Table:
    """The month of each in which it is fullest, and in how many more is taken than there is."""
    words = context.words
    rows = []
    for key, months in loads.items():
        worst = max(months, key=lambda one: one.drawn / one.capacity if one.capacity else one.drawn)
        count = sum(month.is_over for month in months)
        over = words["months_over"].format(count) if count else ""
        cells = (refs_cell(context, [key]), _month(context, worst), *_taken(context, worst))
        rows.append(Row((*cells, Cell(text=over, sort=float(count), style="is-worse" if count else ""))))
    heads = (head, words["pool_peak"], *(words[name] for name in _TAKEN), words["pool_months_over"])
    return Table(words[f"{name}_title"], name.replace("_", "-"), heads, tuple(rows))


def _month(context: Context, load: MonthOfLoad) -> Cell:
    day = date(load.year, load.month, 1)
    return Cell(text=context.said(month_said(day)), sort=float(day.toordinal()), style="is-day")


def _taken(context: Context, load: MonthOfLoad) -> tuple[Cell, ...]:
    """What is taken, what there is, by how much that is too much, and who takes how much."""

    def told(number: float, **more: Any) -> Cell:
        return number_cell(context, shown_number(number, load.unit, context.language), number, load.unit, **more)

    part = load.drawn / load.capacity if load.capacity else None
    by = tuple(
        Cell(refs=context.refs_of([key]), note=shown_number(amount, load.unit, context.language))
        for key, amount in load.by.items()
    )
    return (
        told(load.drawn, style="is-worse" if load.is_over else "", bar=min(part, 1.0) if part is not None else None),
        told(load.capacity) if load.capacity is not None else Cell(text=context.words["pool_unsaid"]),
        told(load.over, style="is-worse") if load.is_over else Cell(number=True),
        Cell(entries=by, sort=float(len(by))),
    )
