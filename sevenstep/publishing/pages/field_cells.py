"""What a field says as a cell: by what is declared of it, and by the type of its value."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sevenstep.language import Text
from sevenstep.model.custom.word import CustomWord
from sevenstep.model.dates import end_of
from sevenstep.model.element import Element
from sevenstep.model.evidence import Figure
from sevenstep.model.field import ModelField, Shown
from sevenstep.model.formula import Formula
from sevenstep.model.frames.factor import Factor
from sevenstep.model.part import Part
from sevenstep.model.quantity import Portion, Quantity, given, plain_number, unit_name
from sevenstep.model.source import Source
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Node
from sevenstep.model.step7_flows.arrivals import Rate
from sevenstep.model.values import CalendarName
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import (
    amount_cell,
    figure_cell,
    prose_cell,
    refs_cell,
    share_cell,
    source_cell,
    text_cell,
    word_cell,
)
from sevenstep.publishing.pages.measured import number_cell
from sevenstep.publishing.views import Cell


def field_cell(context: Context, element: Element, part: Part, field: ModelField) -> Cell:
    """What a field of the element, or of a part of it, says."""
    value = getattr(part, field.name)
    if Source in field.parts:
        cell = source_cell(context, vouching(context, element, part))
        return cell if cell.text else replace(cell, text=cell.assumed or "")  # an assumption gives its reason
    if value is None:
        return Cell(number=any(type_ in _NUMBERS for type_ in field.types))
    if field.relation is not None and not isinstance(value, Formula):
        return refs_cell(context, [value] if isinstance(value, str) else value)
    return value_cell(context, element, part, field, value)


_NUMBERS = (Quantity, Portion, Figure, int, float, *Quantity.__subclasses__())


def value_cell(context: Context, element: Element, part: Part, field: ModelField, value: Any) -> Cell:
    """A value of a field: the whole of it, or one of many."""
    match value:
        case Text():
            return prose_cell(context, value) if field.shown is Shown.PROSE else text_cell(context, value)
        case Quantity():
            return amount_cell(context, value, vouching(context, element, part))
        case Portion():
            return share_cell(context, value)
        case Rate():
            unit = f"{value.counted}/{value.unit}"
            return number_cell(context, given([value.number], unit, context.language), value.number, unit)
        case Figure():
            return figure_cell(context, element, value, element.unit if isinstance(element, Indicator) else "")
        case Formula():
            return _formula_cell(context, value)
        case bool():
            return Cell(text=context.said(field.label) if value else "")
        case int() | float():
            return number_cell(context, plain_number(value), value, "")
        case CalendarName():
            return text_cell(context, context.header.calendar_said(value))
        case CustomWord():
            return Cell(text=context.said(value.label), style=f"ss-tone is-{value.tone}" if value.tone else "")
        case str() if isinstance(part, Indicator | Factor) and field.name == "unit":
            return Cell(text=unit_name(value, context.language))
        case str():
            return word_cell(context, value) if field.is_fixed_word else Cell(text=value)
        case dict() if value and all(isinstance(figure, Figure) for figure in value.values()):
            return _last(context, element, field, value)
        case dict():
            cells = {key: value_cell(context, element, part, field, item) for key, item in value.items()}
            return Cell(text=" · ".join(f"{key} {cell.text}" for key, cell in cells.items()))
        case tuple():
            return together(value_cell(context, element, part, field, item) for item in value)
    return Cell(text=str(value))


def together(cells: Iterable[Cell]) -> Cell:
    """What several cells say, in one."""
    said = tuple(cells)
    return Cell(
        text=" · ".join(cell.text for cell in said if cell.text), refs=tuple(ref for cell in said for ref in cell.refs)
    )


def vouching(context: Context, element: Element, part: Part) -> Source | None:
    """What vouches for the figures of a part: its own source, else that of its element; a step leans on its flow."""
    own = getattr(part, "source", None) or element.source
    if own is None and isinstance(element, Node):
        return context.chain.elements[element.id.rpartition("/")[0]].source
    return own


def _last(context: Context, element: Element, field: ModelField, figures: dict[str, Figure]) -> Cell:
    """The last figure there is, with its date."""
    date = max(figures, key=end_of)
    cell = value_cell(context, element, element, field, figures[date])
    return replace(cell, text=f"{cell.text} ({date})")


def _formula_cell(context: Context, formula: Formula) -> Cell:
    """The formula with the titles of its indicators."""
    shown = formula.text
    titles = {reference.id: reference.title for reference in context.refs_of(formula.references)}
    for operand in formula.operands.values():
        if title := titles.get(operand.indicator):
            shown = shown.replace(operand.text, f"[{title}{f' @ {operand.when}' if operand.when else ''}]")
    return Cell(text=shown, style="is-formula")
