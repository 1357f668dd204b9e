"""The fields of an element that hold one value each, as labelled facts."""

from collections.abc import Iterator
from typing import Any, Final

from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.formula import Formula
from sevenstep.model.quantity import Portion, Quantity
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Flow
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import amount_cell, prose_cell, refs_cell, share_cell, text_cell, word_cell
from sevenstep.publishing.views import Cell, Fact
from sevenstep.publishing.words.words import field_name

_PLAIN: Final[dict[str, tuple[str, ...]]] = {
    "goal": ("statement", "horizon"),
    "indicator": ("definition", "direction", "unit", "frequency"),
    "actor": ("type",),
    "criterion": ("weight", "direction", "axis"),
    "data": ("classification",),
    "resource": ("capacity", "calendar"),
    "flow": ("variant",),
    "activity": ("mode", "time", "wait", "cost"),
    "finding": ("type",),
    "measure": ("cost",),
}
"""Fields that are shown by the type of their value, by kind."""
_PROSE: Final = frozenset({"statement", "definition"})


def facts(context: Context, element: Element) -> tuple[Fact, ...]:
    """The facts of an element, in the order in which they are read; empty fields are left out."""
    found = [*_plain(context, element), *_special(context, element)]
    return tuple(fact for fact in found if fact.cell.text or fact.cell.refs or fact.cell.prose)


def _plain(context: Context, element: Element) -> Iterator[Fact]:
    for name in _PLAIN.get(element.KIND.name, ()):
        value = getattr(element, name)
        if value is not None and value != "":
            yield Fact(field_name(name, context.language), _cell(context, element, name, value))


def _cell(context: Context, element: Element, name: str, value: Any) -> Cell:
    match value:
        case Text():
            return prose_cell(context, value) if name in _PROSE else text_cell(context, value)
        case Quantity():
            return amount_cell(context, value, _source(context, element))
        case Portion():
            return share_cell(context, value)
        case _:
            return (
                Cell(text=str(value))
                if name in {"horizon", "unit", "capacity", "calendar"}
                else word_cell(context, value)
            )


def _source(context: Context, element: Element) -> Any:
    """What vouches for the element's figures: an activity leans on its flow."""
    if element.source is None and isinstance(element, Activity):
        return context.chain.elements[element.id.rpartition("/")[0]].source
    return element.source


def _special(context: Context, element: Element) -> Iterator[Fact]:
    language = context.language
    match element:
        case Indicator(formula=Formula() as formula):
            yield Fact(field_name("formula", language), _formula_cell(context, formula))
        case Flow(scope=scope) if scope is not None:
            yield Fact(field_name("starts", language), text_cell(context, scope.starts))
            yield Fact(field_name("ends", language), text_cell(context, scope.ends))
            yield Fact(field_name("covers", language), prose_cell(context, scope.covers))
        case Item(resources=resources) if resources is not None:
            yield Fact(field_name("people", language), text_cell(context, resources.people))
            yield Fact(field_name("system", language), refs_cell(context, resources.systems))
            yield Fact(field_name("money", language), amount_cell(context, resources.money, element.source))
            yield Fact(field_name("duration", language), amount_cell(context, resources.time, element.source))


def _formula_cell(context: Context, formula: Formula) -> Cell:
    """The formula with the titles of its indicators, and the indicators as links."""
    shown = formula.text
    titles = {reference.id: reference.title for reference in context.refs_of(formula.references)}
    for operand in formula.operands.values():
        if title := titles.get(operand.indicator):
            shown = shown.replace(operand.text, f"[{title}{f' @ {operand.when}' if operand.when else ''}]")
    return Cell(text=shown, style="is-formula")
