"""What the page of one step shows: its question, its pictures, and its elements as a table for each kind."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from sevenstep.chain.coverage import StepCoverage
from sevenstep.method import Step
from sevenstep.model.custom.classes import section_class
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, columns_of
from sevenstep.model.kinds import KINDS, SECTION_CLASSES
from sevenstep.model.links import relations
from sevenstep.model.step1_context import Position, StrategicContext
from sevenstep.model.step4_paths import Raci
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import refs_cell
from sevenstep.publishing.pages.evaluation_view import scores_table
from sevenstep.publishing.pages.field_cells import field_cell
from sevenstep.publishing.pages.indicator_tables import goals_table, indicators_table
from sevenstep.publishing.pages.moves_view import Move, moves
from sevenstep.publishing.pages.online_view import online_table
from sevenstep.publishing.pages.progress_view import ProgressView, progress_view
from sevenstep.publishing.pages.raci_view import raci_table
from sevenstep.publishing.pages.regulations_view import demands_tables
from sevenstep.publishing.pages.tables import without_empty_columns
from sevenstep.publishing.pages.transport_view import transport_tables
from sevenstep.publishing.views import Cell, Figure, Row, Table

MOST: Final = 1_000
"""Rows of one table; a longer list is not read on one page."""

_MANY: Final = 60
"""Rows of all tables of a step that are more than one scrolls through."""
_LONG: Final = 12
"""Rows of one table that are then folded."""
_LEADING: Final = (Position, StrategicContext)
"""What the pictures of their step are read against."""

Column = tuple[str, Callable[[Element], Cell]]
"""What heads a column, and the cell of one element in it."""


@dataclass(frozen=True, slots=True)
class StepView:
    """The page of one step."""

    step: Step
    coverage: StepCoverage
    progress: ProgressView
    leading: tuple[Table, ...]
    """What is read before the pictures."""
    figures: tuple[Figure, ...]
    following: tuple[Table, ...]
    moves: tuple[Move, ...] = ()
    """The same pictures and tables by the moves of the step, where it has such."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """All that it tells in tables, from the top down."""
        return (*self.leading, *self.following)


def step_view(context: Context, step: Step, names: tuple[str, ...]) -> StepView:
    """Everything that the step's page shows; `names` are its pictures."""
    of_step = [cls for cls in SECTION_CLASSES if cls.KIND.step == step.number]
    leading = [kind_table(context, cls) for cls in of_step if cls in _LEADING]
    tables = [kind_table(context, cls) for cls in of_step if cls not in _LEADING]
    first = _first(context, step)
    pictures = context.figures_of(names)
    every = _folded((*first, *(without_empty_columns(table) for table in tables if table.rows)))
    return StepView(
        step=step,
        coverage=context.coverage[step.number - 1],
        progress=progress_view(context, context.progress[step.number - 1]),
        leading=tuple(without_empty_columns(table) for table in leading if table.rows),
        figures=pictures,
        following=every,
        moves=moves(context, pictures, every) if step.number == 7 else (),
    )


def _folded(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables, the long ones folded where all of them are more than one scrolls through."""
    if sum(len(table.rows) for table in tables) <= _MANY:
        return tables
    return tuple(replace(table, folded=len(table.rows) > _LONG) for table in tables)


def _first(context: Context, step: Step) -> tuple[Table, ...]:
    """What the analysis says of the step as a whole."""
    match step.number:
        case 1:
            found: tuple[Table, ...] = (goals_table(context),)
        case 2:
            found = (indicators_table(context, context.analysis.goal_attainment.indicators, "reached"),)
        case 3:
            found = (*transport_tables(context), *demands_tables(context))
        case 4:
            found = (online_table(context), raci_table(context))
        case 6:
            found = scores_table(context)
        case _:
            found = ()
    return tuple(table for table in found if table.rows)


def kind_table(context: Context, cls: type[Element]) -> Table:
    """The elements of one kind as a list."""
    columns = [*_own(context, cls), *_held(context, cls)]
    rows = tuple(_rows(context, cls, columns))
    note = context.words["shown_first_rows"] if len(rows) > MOST else ""
    heads = (context.words["element"], *(head for head, _ in columns))
    return Table(cls.KIND.titles.for_language(context.language), cls.KIND.section, heads, rows[:MOST], note)


def _own(context: Context, cls: type[Element]) -> Iterator[Column]:
    """What the elements say of themselves.

    Where nothing is expected, and the model has nothing of the kind to point to, there is no column.
    """
    for field in columns_of(section_class(cls.KIND.section, context.chain.engagement.added)):
        if Raci in field.parts:
            continue  # a table of its own tells the letters
        if field.declared.expected or field.relation is None or _has_any(context, field.relation.to):
            yield context.said(field.label), partial(_cell, context, field)


def _has_any(context: Context, kinds: tuple[str, ...]) -> bool:
    return not kinds or any(context.chain.engagement.count(KINDS[kind]) for kind in kinds)


def _cell(context: Context, field: ModelField, element: Element) -> Cell:
    return field_cell(context, element, element, field)


def _held(context: Context, cls: type[Element]) -> Iterator[Column]:
    """The elements that point here, those under one heading together."""
    by_heading: dict[str, list[str]] = {}
    for relation in dict.fromkeys(relation for kind in KINDS for relation in relations(kind)):
        if relation.holders is not None and cls.KIND.name in relation.to:
            by_heading.setdefault(context.said(relation.holders), []).append(relation.name)
    for heading, names in by_heading.items():
        yield heading, partial(_holders, context, names)


def _holders(context: Context, names: list[str], element: Element) -> Cell:
    return refs_cell(context, [holder.id for holder in context.chain.holders(element.id, *names)])


def _rows(context: Context, cls: type[Element], columns: list[Column]) -> Iterator[Row]:
    for element in context.chain.engagement.of(cls):
        first = Cell(refs=(context.refs[element.id],), note=context.id_note(element.id))
        yield Row((first, *(cell(element) for _, cell in columns)))
