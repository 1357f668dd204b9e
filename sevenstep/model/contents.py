"""Every text, word and part that an element holds, with its key path: read off the classes, like the references."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text
from sevenstep.model.element import Element, Evidence, Figure, Part, Source, kept
from sevenstep.model.relation import Relation
from sevenstep.model.step7_flows import Flow


def texts(element: Element) -> tuple[tuple[KeyPath, Text], ...]:
    """The texts of an element, those in its parts included; nodes of a flow are elements and speak for themselves."""
    every = _contents(element)
    return kept(element, "_texts", lambda: tuple((path, one) for path, one in every if isinstance(one, Text)))


def words(element: Element) -> tuple[tuple[KeyPath, str], ...]:
    """What an element says in words that are the same in every language: tags, units, names of documents, pages."""
    every = _contents(element)
    return kept(element, "_words", lambda: tuple((path, one) for path, one in every if isinstance(one, str)))


def figures(element: Element) -> tuple[tuple[KeyPath, Figure | Evidence], ...]:
    """The figures of an element, and the evidence that has one."""
    return kept(element, "_figures", lambda: tuple(_figures(element)))


def _figures(element: Element) -> Iterator[tuple[KeyPath, Figure | Evidence]]:
    for path, value in _contents(element):
        if isinstance(value, Figure) or (isinstance(value, Evidence) and value.figure is not None):
            yield path, value


def sources(element: Element) -> tuple[tuple[KeyPath, Source], ...]:
    """The sources of an element and of its figures."""
    every = _contents(element)
    return kept(element, "_sources", lambda: tuple((path, one) for path, one in every if isinstance(one, Source)))


def _contents(element: Element) -> tuple[tuple[KeyPath, Text | Part | str], ...]:
    return kept(element, "_contents", lambda: tuple(_of_part(element, ())))


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
        for index, one in enumerate(value):
            if isinstance(one, Text | Part | str):
                yield from _of_value(part, one, (*path, index))
    elif isinstance(value, dict) and not (isinstance(part, Flow) and path == ("steps",)):
        for key, one in value.items():
            if isinstance(one, Text | Part):
                yield from _of_value(part, one, (*path, key))


@cache
def _fields(cls: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a class that can hold texts, words or parts: name and key in the YAML."""
    return tuple(
        (name, info.alias or name)
        for name, info in cls.model_fields.items()
        if "Text" in str(info.annotation) or "sevenstep.model" in str(info.annotation) or _is_words(name, info)
    )


def _is_words(name: str, info: FieldInfo) -> bool:
    """Whether a field holds words that are neither an id nor a date."""
    refers = any(isinstance(one, Relation | AfterValidator) for one in info.metadata)
    return info.annotation in (str, str | None, tuple[str, ...]) and name != "id" and not refers
