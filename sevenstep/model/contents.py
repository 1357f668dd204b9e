"""Every text, word and part that an element holds, with its key path: read off the classes, like the references."""

from collections.abc import Iterator
from typing import Any

from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text
from sevenstep.memory import per_element, per_process
from sevenstep.model.element import Element
from sevenstep.model.evidence import Evidence, Figure, MemberFigure
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.part import Part
from sevenstep.model.quantity import Quantity
from sevenstep.model.source import Source
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow


@per_element
def texts(element: Element) -> tuple[tuple[KeyPath, Text], ...]:
    """The texts of an element, those in its parts included; nodes of a flow are elements and speak for themselves."""
    return tuple((path, content) for path, content in _contents(element) if isinstance(content, Text))


@per_element
def words(element: Element) -> tuple[tuple[KeyPath, str], ...]:
    """What an element says in words that are the same in every language: tags, units, names of documents, pages."""
    return tuple((path, content) for path, content in _contents(element) if isinstance(content, str))


@per_element
def figures(element: Element) -> tuple[tuple[KeyPath, Figure | Evidence], ...]:
    """The figures of an element, and the evidence that has one."""
    return tuple(
        (path, content)
        for path, content in _contents(element)
        if isinstance(content, Figure) or (isinstance(content, Evidence) and content.figure is not None)
    )


@per_element
def by_dimension(element: Element) -> tuple[tuple[KeyPath, str, dict[str, MemberFigure], Figure | Evidence], ...]:
    """What an element tells by dimension: the key path of the members' figures, the dimension, the figures, and the
    figure or evidence that they are part of."""
    return tuple(
        ((*path, "by", dimension), dimension, dict(members), content)
        for path, content in _contents(element)
        if isinstance(content, Figure | Evidence)
        for dimension, members in content.by.items()
    )


@per_element
def sources(element: Element) -> tuple[tuple[KeyPath, Source], ...]:
    """The sources of an element and of its figures."""
    return tuple((path, content) for path, content in _contents(element) if isinstance(content, Source))


@per_element
def units(element: Element) -> tuple[tuple[KeyPath, str], ...]:
    """The units of an element's quantities, and those that it names for them."""
    return tuple(_units(element, ()))


def _units(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    match value:
        case Quantity():
            yield path, value.unit
        case Indicator() if value.unit:
            yield (*path, "unit"), value.unit
            yield from _units_of_part(value, path)
        case Part():
            yield from _units_of_part(value, path)
        case tuple():
            for index, entry in enumerate(value):
                yield from _units(entry, (*path, index))
        case dict():
            for key, entry in value.items():
                if not isinstance(entry, Element):  # the steps of a flow speak for themselves
                    yield from _units(entry, (*path, key))


def _units_of_part(part: Part, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    for field in fields_of(type(part)):
        if field.name in part.model_fields_set:
            yield from _units(getattr(part, field.name), (*path, field.key))


@per_element
def _contents(element: Element) -> Iterator[tuple[KeyPath, Text | Part | str]]:
    return _of_part(element, ())


def _of_part(part: Part, path: KeyPath) -> Iterator[tuple[KeyPath, Text | Part | str]]:
    for name, key in _fields(type(part)):
        value = getattr(part, name)
        if value is not None and value != ():
            yield from _of_value(part, value, (*path, key))


def _of_value(part: Part, value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Text | Part | str]]:
    if isinstance(value, Text | str):
        if value != "":
            yield path, value
    elif isinstance(value, Part):
        yield path, value
        yield from _of_part(value, path)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            if isinstance(entry, Text | Part | str):
                yield from _of_value(part, entry, (*path, index))
    elif isinstance(value, dict) and not (isinstance(part, Flow) and path == ("steps",)):
        for key, entry in value.items():
            if isinstance(entry, Text | Part | dict):
                yield from _of_value(part, entry, (*path, key))


@per_process
def _fields(cls: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that can hold texts, words or parts: name and key in the YAML."""
    return tuple(
        (field.name, field.key) for field in fields_of(cls) if field.parts or Text in field.types or _is_words(field)
    )


def _is_words(field: ModelField) -> bool:
    """Whether a field holds words that are neither an id, nor a date, nor keys of anything."""
    refers = field.name == "id" or field.relation is not None
    return str in field.types and dict not in field.types and field.written is None and not refers
