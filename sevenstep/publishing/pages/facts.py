"""The fields of an element that hold one value each, as labelled facts."""

from collections.abc import Iterator

from sevenstep.model.element import Element
from sevenstep.model.field import Shown, fields_of
from sevenstep.model.part import Part
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.field_cells import field_cell
from sevenstep.publishing.views import Fact

_FACTS = frozenset({Shown.FACT, Shown.PROSE, Shown.FIGURE})


def facts(context: Context, element: Element) -> tuple[Fact, ...]:
    """The facts of an element, in the order in which they are declared; empty fields are left out."""
    found = _facts(context, element, element)
    return tuple(fact for fact in found if fact.cell.text or fact.cell.refs or fact.cell.prose)


def _facts(context: Context, element: Element, part: Part) -> Iterator[Fact]:
    for field in fields_of(type(part)):
        if field.shown in _FACTS:
            inner = getattr(part, field.name)
            if isinstance(inner, Part) and Shown.FACT is field.shown:
                yield from _facts(context, element, inner)
            else:
                yield Fact(context.said(field.label), field_cell(context, element, part, field))
