"""The references that an element holds, read off its class: the one place that looks for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sevenstep.diagnostic import KeyPath
from sevenstep.memory import per_process
from sevenstep.model.element import Element, Part
from sevenstep.model.formula import Formula
from sevenstep.model.kinds import KINDS
from sevenstep.model.relation import Relation, Role
from sevenstep.model.step7_flows import Flow


@dataclass(frozen=True, slots=True)
class Link:
    """One reference: the arrow from its holder to its target, and the key path in the holder where it is written.

    `on_key` says that the target is a key there (as in ``moves: {indicator: -30%}``).
    """

    source: str
    target: str
    relation: Relation
    path: KeyPath
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    key: str
    relation: Relation | None


@per_process
def _fields(cls: type[Part]) -> tuple[_Field, ...]:
    """The fields of a class that can hold references: by a relation of their own, or inside parts."""
    found = []
    for name, info in cls.model_fields.items():
        relation = next((one for one in info.metadata if isinstance(one, Relation)), None)
        if relation is not None or _may_hold_parts(str(info.annotation)):
            found.append(_Field(name, info.alias or name, relation))
    return tuple(found)


_PLAIN_PARTS: Final = ("Source", "Figure", "Evidence", "Acceptance", "Branch", "Scope")


def _may_hold_parts(annotation: str) -> bool:
    return "sevenstep.model" in annotation and not annotation.endswith(_PLAIN_PARTS)


def links(element: Element) -> Iterator[Link]:
    """Every reference that `element` holds, in the order of its fields; the nodes of a flow hold their own."""
    yield from _links(element, element, ())


def _links(element: Element, part: Part, path: KeyPath) -> Iterator[Link]:
    for field in _fields(type(part)):
        value = getattr(part, field.name)
        if not value:
            continue
        here = (*path, field.key)
        if field.relation is not None:
            yield from _of_field(element, value, field.relation, here)
        yield from _inside(element, value, here)


def _inside(element: Element, value: Any, path: KeyPath) -> Iterator[Link]:
    """References in the parts that a value holds; nodes of a flow are elements and speak for themselves."""
    if isinstance(value, Part):
        yield from _links(element, value, path)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            if isinstance(one, Part):
                yield from _links(element, one, (*path, index))
    elif isinstance(value, dict) and not isinstance(element, Flow):
        for key, one in value.items():
            if isinstance(one, Part):
                yield from _links(element, one, (*path, key))


def _of_field(element: Element, value: Any, relation: Relation, path: KeyPath) -> Iterator[Link]:
    source = element.id
    if isinstance(value, str):
        yield Link(source, value, relation, path)
    elif isinstance(value, Formula):
        for name in value.references:
            yield Link(source, name, relation, path)
    elif isinstance(value, tuple):
        for index, one in enumerate(value):
            yield Link(source, one, relation, (*path, index))
    else:
        prefix = f"{source.rpartition('/')[0]}/" if relation.local else ""
        for key in value:
            yield Link(source, f"{prefix}{key}", relation, (*path, key), on_key=True)


@per_process
def relations(kind: str) -> tuple[Relation, ...]:
    """Every relation that elements of that kind can hold."""
    return tuple(_relations(KINDS[kind]))


def _relations(cls: type[Part]) -> Iterator[Relation]:
    for field in _fields(cls):
        if field.relation is not None:
            yield field.relation
        for part in _parts_of(cls, field.name):
            yield from _relations(part)


def _parts_of(cls: type[Part], field: str) -> Iterator[type[Part]]:
    waiting: list[Any] = [cls.model_fields[field].annotation]
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, Part):
            if not issubclass(one, Element):
                yield one
        else:
            waiting.extend(getattr(one, "__args__", ()))


def needs_justification(kind: str) -> bool:
    """Whether elements of that kind must serve something in the step above."""
    return any(relation.role is Role.SERVES for relation in relations(kind))


@per_process
def covering(kind: str) -> tuple[Relation, ...]:
    """The relations by which an element of that kind can be covered, none where it need not be."""
    every = (relation for name in KINDS for relation in relations(name))
    return tuple(dict.fromkeys(r for r in every if r.role in {Role.SERVES, Role.ANSWERS} and kind in r.to))
