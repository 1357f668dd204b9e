"""What elements say in fields that the engagement adds, for programs: nothing where it adds none."""

from collections.abc import Iterator
from typing import Any

from sevenstep.chain.graph import Chain
from sevenstep.language import Language
from sevenstep.model.element import Element
from sevenstep.model.quantity import Quantity
from sevenstep.report.analysis_numbers import exchanged
from sevenstep.report.element import said


def as_json(chain: Chain, language: Language) -> dict[str, Any]:
    """The fields with what they are called, and their values by element."""
    declared = chain.engagement.added.fields
    if not declared:
        return {}
    labels = {name: field.label.for_language(language) for name, field in declared}
    return {
        "fields": {
            "labels": labels,
            "elements": [
                {"id": element.id, "kind": element.KIND.name, "values": values}
                for element in chain.elements.values()
                if (values := {name: _data(value, language) for name, value in _given(chain, element)})
            ],
        }
    }


def figures(chain: Chain, language: Language) -> Iterator[tuple[str, str, str, float | str | None, str]]:
    """Kind, id, field, value and unit: a row a value; several of one field stand in one."""
    for element in chain.elements.values():
        for name, value in _given(chain, element):
            if isinstance(value, Quantity):
                yield element.KIND.name, element.id, name, exchanged(value.middle), value.unit
            else:
                yield element.KIND.name, element.id, name, said(value, language), ""


def _given(chain: Chain, element: Element) -> Iterator[tuple[str, Any]]:
    for name, field in chain.engagement.added.fields:
        if element.KIND.name in field.on and (value := getattr(element, name)) not in (None, ()):
            yield name, value


def _data(value: Any, language: Language) -> Any:
    """As it stands in the file where that is a word or an id; of a number what it is, of a text its words."""
    match value:
        case tuple():
            return [_data(entry, language) for entry in value]
        case Quantity():
            return {
                "low": exchanged(value.low),
                "high": exchanged(value.high),
                "unit": value.unit,
                "said": value.shown(language),
            }
        case str():
            return str(value)
    return said(value, language)
