"""The references that an element holds, read off its class: the one place that looks for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sevenstep.diagnostic import KeyPath
from sevenstep.memory import per_process
from sevenstep.method import STEPS
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.formula import Formula
from sevenstep.model.kinds import KINDS
from sevenstep.model.part import Part
from sevenstep.model.relation import Relation, Role
from sevenstep.model.step1_goals import Goal


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

    @property
    def upper_end(self) -> str | None:
        """The end that stands higher in the chain; None where neither does."""
        if self.relation.up:
            return self.target
        return self.source if self.relation.down else None

    def other_end(self, end: str) -> str:
        """The end that is not `end`."""
        return self.source if self.target == end else self.target


@per_process
def _fields(cls: type[Part]) -> tuple[tuple[ModelField, bool], ...]:
    """The fields of a class that can hold references: by a relation of their own, or (true) inside parts."""
    found = [(field, any(_fields(part) for part in _parts(field))) for field in fields_of(cls)]
    return tuple((field, inside) for field, inside in found if field.relation is not None or inside)


def _parts(field: ModelField) -> Iterator[type[Part]]:
    """The parts that a field holds; the nodes of a flow are elements and speak for themselves."""
    return (part for part in field.parts if issubclass(part, Part) and not issubclass(part, Element))


def links(element: Element) -> Iterator[Link]:
    """Every reference that `element` holds, in the order of its fields; the nodes of a flow hold their own."""
    yield from _links(element, element, ())


def _links(element: Element, part: Part, path: KeyPath) -> Iterator[Link]:
    for field, has_parts in _fields(type(part)):
        value = getattr(part, field.name)
        if not value:
            continue
        here = (*path, field.key)
        if field.relation is not None:
            yield from _of_field(element, value, field.relation, here)
        if has_parts:
            yield from _inside(element, value, here)


def _inside(element: Element, value: Any, path: KeyPath) -> Iterator[Link]:
    """References in the parts that a value holds."""
    if isinstance(value, Part):
        yield from _links(element, value, path)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            if isinstance(entry, Part):
                yield from _links(element, entry, (*path, index))
    elif isinstance(value, dict):
        for key, entry in value.items():
            if isinstance(entry, Part | dict):
                yield from _inside(element, entry, (*path, key))


def _of_field(element: Element, value: Any, relation: Relation, path: KeyPath) -> Iterator[Link]:
    source = element.id
    if isinstance(value, str):
        yield Link(source, value, relation, path)
    elif isinstance(value, Formula):
        for name in value.references:
            yield Link(source, name, relation, path)
    elif isinstance(value, tuple):
        for index, target in enumerate(value):
            yield Link(source, target, relation, (*path, index))
    else:
        prefix = f"{source.rpartition('/')[0]}/" if relation.local else ""
        for key in value:
            yield Link(source, f"{prefix}{key}", relation, (*path, key), on_key=True)


@per_process
def relations(kind: str) -> tuple[Relation, ...]:
    """Every relation that elements of that kind can hold."""
    return tuple(_relations(KINDS[kind]))


def _relations(cls: type[Part]) -> Iterator[Relation]:
    for field, _ in _fields(cls):
        if field.relation is not None:
            yield field.relation
        for part in _parts(field):
            yield from _relations(part)


def needs_justification(kind: str) -> bool:
    """Whether elements of that kind must serve something in the step above."""
    return any(relation.role is Role.SERVES for relation in relations(kind))


@per_process
def covering(kind: str) -> tuple[Relation, ...]:
    """The relations by which an element of that kind can be covered, none where it need not be."""
    every = (relation for name in KINDS for relation in relations(name))
    return tuple(dict.fromkeys(r for r in every if r.role in {Role.SERVES, Role.ANSWERS} and kind in r.to))


@per_process
def backbone() -> tuple[str, ...]:
    """The kind of each step that carries the chain: it serves that of the step before (goal, indicator, function …)."""
    found = [Goal.KIND]
    for step in STEPS[1:]:
        kinds = (cls.KIND for cls in KINDS.values() if cls.KIND.step == step.number)
        found.append(next(kind for kind in kinds if _serves(kind.name, found[-1].name)))
    return tuple(kind.name for kind in found)


def _serves(kind: str, upper: str) -> bool:
    return any(relation.role is Role.SERVES and upper in relation.to for relation in relations(kind))
