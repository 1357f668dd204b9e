"""Which fields of a new element are asked for, in which order, and what may stand there: read off the declarations."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Literal, get_args, get_origin

from sevenstep.language import Choice, Text
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.part import Part
from sevenstep.model.relation import Closeness, Role

_APART: Final = frozenset({"id", "title", "because", "source", "accepted", "status", "tags", "narration"})
"""Fields that are not asked for: they come later, or are asked for in another way."""
_UP: Final = (Role.SERVES, Role.IMPROVES, Role.ANSWERS, Role.PART_OF)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a closed list, and what it is called."""

    word: str
    label: Text


def fields_asked(cls: type[Element]) -> list[ModelField]:
    """The fields to ask for: what cannot be left out, what it is for, then what makes it complete and is said in one
    line. Lists of parts are left to the editor: what they lack is told."""
    fields = [field for field in fields_of(cls) if field.name not in _APART]
    first = [field for field in fields if field.required]
    reasons = [field for field in justifying(cls) if field not in first]
    rest = [
        field
        for field in fields
        if field.declared.expected and field not in first and field not in reasons and _is_said_in_a_line(field)
    ]
    return [*first, *reasons, *rest]


def justifying(cls: type[Element]) -> list[ModelField]:
    """The relations that tell why an element of the class is there, the strongest first."""
    related = [field for field in fields_of(cls) if field.relation is not None and field.name not in _APART]
    up = [field for role in _UP for field in related if field.relation and field.relation.role is role]
    if up:
        return up
    beside = [
        field
        for field in related
        if field.relation and (field.relation.closeness or Closeness.NONE) < Closeness.NONE and not field.relation.local
    ]
    return sorted(beside, key=_closeness)[:1]


def must_serve(cls: type[Element]) -> list[ModelField]:
    """The relations of which one has to be there: the element exists for the sake of what they name."""
    return [field for field in justifying(cls) if field.relation and field.relation.role is Role.SERVES]


def field_for(cls: type[Element], target: Element) -> ModelField | None:
    """The field in which an element of the class names what it is for; None where it cannot be for the target."""
    related = [field for field in fields_of(cls) if field.relation is not None and field.name not in _APART]
    named = [*justifying(cls), *sorted(related, key=_closeness)]
    kind = target.KIND.name
    fitting = [field for field in named if field.relation is not None and not field.relation.local]
    return next(
        (field for field in fitting if field.relation and kind in field.relation.to),
        next((field for field in fitting if field.relation and not field.relation.to), None),
    )


def candidates(field: ModelField, engagement: Engagement) -> Iterator[Element]:
    """The elements that the field can name."""
    if field.relation is None:
        return
    kinds = set(field.relation.to)
    for element in engagement.elements.values():
        if not kinds or element.KIND.name in kinds:
            yield element


def is_many(field: ModelField) -> bool:
    """Whether it can name several elements."""
    return tuple in field.types or dict in field.types


def words(field: ModelField) -> list[Word]:
    """The words that it can be, where these are a closed list."""
    if field.own_words:
        return [Word(word, label) for word, label in field.own_words.items()]
    for part in field.types:
        if get_origin(part) is Literal:
            return [Word(str(word), Text(plain=str(word))) for word in get_args(part)]
        if isinstance(part, type) and issubclass(part, Enum):
            return [
                Word(str(one.value), one.label if isinstance(one, Choice) else Text(plain=str(one))) for one in part
            ]
    return []


def part_beside(field: ModelField) -> type[Part] | None:
    """The class of what stands behind each id that the field names."""
    return next((part for part in field.parts if issubclass(part, Part)), None) if dict in field.types else None


def _is_said_in_a_line(field: ModelField) -> bool:
    if field.relation is not None:
        return True
    return not field.parts or str in _alone(field.type)


def _alone(annotation: Any) -> tuple[Any, ...]:
    return tuple(part for part in get_args(annotation) if isinstance(part, type))


def _closeness(field: ModelField) -> int:
    found = field.relation.closeness if field.relation is not None else None
    return int(found if found is not None else Closeness.NONE)
