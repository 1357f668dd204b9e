"""The fields of an element that hold many values each, as tables: a row an entry, a column a field of its part."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from sevenstep.analysis.promises import absolute, is_relative, promises
from sevenstep.analysis.verdict_wording import change_shown
from sevenstep.analysis.wording import with_sign
from sevenstep.language import Text
from sevenstep.model.dates import end_of
from sevenstep.model.element import Element
from sevenstep.model.evidence import Figure
from sevenstep.model.field import ModelField, Shown, field_of, fields_of
from sevenstep.model.kinds import KINDS
from sevenstep.model.part import Part
from sevenstep.model.quantity import Quantity, plain_number
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step5_scenarios import ExpectedMove, Scenario
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Estimate, Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell, refs_cell, source_cell, text_cell
from sevenstep.publishing.pages.dimension_view import dimension_tables, told_tables
from sevenstep.publishing.pages.field_cells import field_cell, together, value_cell
from sevenstep.publishing.pages.measured import number_cell
from sevenstep.publishing.pages.nodes import nodes
from sevenstep.publishing.views import Cell, Row, Table

Column = tuple[str, Callable[[Any, Any], Cell]]
"""What heads a column, and the cell of an entry, by its key or number, in it."""


def tables(context: Context, element: Element) -> tuple[Table, ...]:
    """The tables of an element; empty ones, and columns in which nothing is said, are left out."""
    return tuple(without_empty_columns(table) for table in _tables(context, element) if table.rows)


def _tables(context: Context, element: Element) -> Iterator[Table]:
    shown = [field for field in fields_of(type(element)) if field.shown is Shown.TABLE]
    yield from _of_parts(context, element)
    figures = [field for field in shown if any(issubclass(part, Figure) for part in field.parts)]
    if figures:
        yield values(context, element, figures)
    yield from dimension_tables(context, element) if isinstance(element, Indicator) else told_tables(context, element)
    for field in sorted((field for field in shown if field not in figures), key=lambda field: field.declared.numbered):
        yield (
            nodes(context, element)
            if isinstance(element, Flow) and field.name == "steps"
            else _table(context, element, element, field)
        )


def _of_parts(context: Context, element: Element) -> Iterator[Table]:
    """The tables of the parts whose other fields are facts of the element."""
    for field in fields_of(type(element)):
        inner = getattr(element, field.name)
        if isinstance(inner, Part) and field.shown is Shown.FACT:
            for below in fields_of(type(inner)):
                if below.shown is Shown.TABLE:
                    yield _table(context, element, inner, below)


def _table(context: Context, element: Element, part: Part, field: ModelField) -> Table:
    """The entries of a field of the element, or of a part of it; those of a mapping with their keys."""
    held = getattr(part, field.name)
    entries = list(held.items() if isinstance(held, dict) else enumerate(held, 1))
    columns = [*_leading(context, field), *_columns(context, element, field)]
    rows = tuple(Row(tuple(cell(key, entry) for _, cell in columns)) for key, entry in entries)
    return Table(context.said(field.label), field.name, tuple(head for head, _ in columns), rows)


def _leading(context: Context, field: ModelField) -> Iterator[Column]:
    """What an entry stands under: the element that a key names, another key, or its number in the order."""
    if field.declared.numbered:
        yield context.words["step"], lambda number, _: Cell(text=str(number), number=True)
    elif field.relation is not None and dict in field.types:
        yield context.said(field.declared.key or _kind(field)), lambda key, _: refs_cell(context, [key])
    elif dict in field.types:
        yield context.said(field.declared.key), lambda key, _: Cell(text=key)


def _kind(field: ModelField) -> Text | None:
    return KINDS[field.relation.to[0]].KIND.title if field.relation is not None and field.relation.to else None


def _columns(context: Context, element: Element, field: ModelField) -> Iterator[Column]:
    """What an entry says: each field of a part, or its one value."""
    if own := _OWN.get(field):
        yield from own(context, element)
    elif field.parts:
        yield from _of_part(context, element, field.parts[0])
    else:
        each = context.said(field.declared.each or field.label)
        yield each, lambda _, value: value_cell(context, element, element, field, value)
        if Text in field.types:
            yield context.words["other_name"], lambda _, text: _other(context, text)


def _of_part(context: Context, element: Element, cls: type[Any]) -> Iterator[Column]:
    """The fields of a part; those under one heading together, where the first of them stands."""
    shown = [field for field in fields_of(cls) if field.shown is not Shown.HIDDEN]
    groups: dict[str, list[ModelField]] = {}
    for field in shown:
        groups.setdefault(context.said(field.declared.heading or field.label), []).append(field)
    for head, group in groups.items():
        yield head, _cell_of(context, element, group)


def _cell_of(context: Context, element: Element, group: list[ModelField]) -> Callable[[Any, Part], Cell]:
    def cell(_: Any, part: Part) -> Cell:
        cells = [_CELLS.get(field, field_cell)(context, element, part, field) for field in group]
        return cells[0] if len(cells) == 1 else together(cells)

    return cell


def values(context: Context, element: Element, figures: list[ModelField]) -> Table:
    """The figures of an element by date: where it stands, what was measured, what is to be reached."""
    listed = [
        (field, date or figure.date or "", figure)
        for field in figures
        for date, figure in _by_date(getattr(element, field.name))
    ]
    columns = [field_of(Figure, name) for name in ("date", "value", "source", "note")]
    rows = tuple(
        Row(
            (
                Cell(text=context.said(field.label), style=f"is-{field.name}"),
                Cell(text=date),
                value_cell(context, element, element, field, figure),
                source_cell(context, figure.source or element.source),
                text_cell(context, figure.note),
            )
        )
        for field, date, figure in listed
    )
    heads = (context.words["figure_type"], *(context.said(column.label) for column in columns))
    return Table(context.words["values"], "values", heads, rows)


def _by_date(held: Any) -> list[tuple[str, Figure]]:
    """One figure, or figures by date, the earliest first."""
    if isinstance(held, dict):
        return sorted(held.items(), key=lambda entry: end_of(entry[0]))
    return [("", held)] if held is not None else []


def _moves(context: Context, element: Element) -> Iterator[Column]:
    """How far a scenario should move an indicator, and on what ground."""
    yield context.said(_CHANGE.label), lambda key, move: _moved(context, element, key, move)
    yield context.words["source"], lambda _, move: source_cell(context, move.source or element.source)


def _moved(context: Context, element: Element, key: str, move: ExpectedMove) -> Cell:
    """A move as it was written, and what it comes to: per cent are a part of the baseline, of a share too."""
    change = move.value
    cell = amount_cell(context, change, move.source or element.source)
    cell = replace(cell, text=with_sign(cell.text)) if change.low > 0 else cell
    promise = promises(context.chain).get(key)
    if promise is None or not is_relative(change):
        return cell
    moved = absolute(change, promise.baseline, promise.unit)
    told = change_shown(moved, promise.baseline, promise.unit, context.language)
    return replace(cell, note="" if told == "–" else told)


def _scores(context: Context, element: Element) -> Iterator[Column]:
    """What an item scores on a criterion, and who says so."""
    yield context.said(_SCORES.declared.each), lambda _, score: score_cell(context, score)
    yield context.words["source"], lambda *_: source_cell(context, element.source)


def score_cell(context: Context, score: Quantity | None) -> Cell:
    """A score with a bar on the engagement's scale."""
    if score is None:
        return Cell(number=True)
    low, high = context.header.settings.scale
    share = (score.middle - low) / (high - low) if high > low else 0.0
    return number_cell(context, plain_number(score.middle), score.middle, "", bar=min(1.0, max(0.0, share)))


def _other(context: Context, text: Text) -> Cell:
    """The wording in the other language, where there is one."""
    said = text.for_language("en" if context.language == "zh" else "zh")
    return Cell(text=said if said != context.said(text) else "", style="is-quiet")


def _metric(context: Context, _element: Element, part: Estimate, _field: ModelField) -> Cell:
    return Cell(text=context.said(part.metric.label))


_MOVES: Final = field_of(Scenario, "moves")
_CHANGE: Final = field_of(ExpectedMove, "value")
_SCORES: Final = field_of(Item, "scores")
_OWN: Final = {_MOVES: _moves, _SCORES: _scores}
"""Values with a look of their own."""
_CELLS: Final[dict[ModelField, Callable[..., Cell]]] = {field_of(Estimate, "metric"): _metric}
"""Fields of parts with a look of their own."""


def without_empty_columns(shown: Table) -> Table:
    """The table without the columns in which no row says anything."""
    kept = [at for at in range(len(shown.heads)) if any(_says(row.cells[at]) for row in shown.rows)]
    rows = tuple(Row(tuple(row.cells[at] for at in kept), row.anchor, row.style) for row in shown.rows)
    return replace(shown, heads=tuple(shown.heads[at] for at in kept), rows=rows)


def _says(cell: Cell) -> bool:
    return bool(cell.text or cell.refs or cell.prose or cell.assumed or any(map(_says, cell.entries)))
