"""The order in which things are written: sections by step, fields as they are declared."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, get_origin

from sevenstep.memory import per_process
from sevenstep.method import STAGES
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.header import Header
from sevenstep.model.kinds import NODE_CLASSES, SECTIONS
from sevenstep.model.part import Part
from sevenstep.model.review import SECTION as REVIEWS
from sevenstep.model.review import ReviewNote

_FIRST: Final = ("title", "formerly", "type", "variant", "description")
_LAST: Final = ("owner", "because", "tags", "status", "source", "narration", "accepted", "next", "steps")
"""What stands before the fields of a kind, and behind them."""

Classes = tuple[type[Part], ...]
"""The classes that a mapping may be read by; none: its keys are the author's own words."""


@per_process
def sections() -> dict[str, int]:
    """The place of each section and field of the outermost mapping; sections of one step stay as they stand."""
    header = [field.key for field in fields_of(Header)]
    found = {name: number for number, name in enumerate(header)}
    stages = [stage.number for stage in STAGES]
    found |= {name: len(header) + stages.index(cls.KIND.step) for name, cls in SECTIONS.items() if name not in found}
    return {**found, REVIEWS: len(header) + len(stages)}


@per_process
def keys_of(cls: type[Part]) -> dict[str, int]:
    """The place of each field of a class."""
    names = [field.key for field in fields_of(cls)]
    if issubclass(cls, Element):
        own = [name for name in names if name not in _FIRST and name not in _LAST]
        names = [*(name for name in _FIRST if name in names), *own, *(name for name in _LAST if name in names)]
    return {name: number for number, name in enumerate(names)}


def class_of(classes: Classes, keys: Iterable[str]) -> type[Part] | None:
    """The one of the classes that has all these keys as fields; None where none has, or several that order them
    otherwise."""
    given = list(keys)
    fitting = [cls for cls in classes if all(key in keys_of(cls) for key in given)]
    orders = {tuple(sorted(given, key=keys_of(cls).__getitem__)) for cls in fitting}
    return fitting[0] if len(orders) == 1 else None


def top_classes(key: str, is_header: bool) -> tuple[Classes, bool]:
    """By what the content of a section, or of a field of the engagement, is read, and whether ids stand above it."""
    if key in SECTIONS:
        return (SECTIONS[key],), True
    if key == REVIEWS:
        return (ReviewNote,), True
    field = next((field for field in fields_of(Header) if field.key == key), None) if is_header else None
    return (_parts(field), _is_keyed(field)) if field is not None else ((), False)


def below(cls: type[Part], key: str) -> tuple[Classes, bool]:
    """By what the value of a field is read, and whether keys of the author's stand above it."""
    field = next((field for field in fields_of(cls) if field.key == key), None)
    if field is None:
        return (), False
    if key == "steps" and any(node in field.parts for node in NODE_CLASSES):
        return NODE_CLASSES, True
    return _parts(field), _is_keyed(field)


def _parts(field: ModelField) -> Classes:
    return tuple(part for part in field.parts if issubclass(part, Part))


def _is_keyed(field: ModelField) -> bool:
    return any(part is dict or get_origin(part) is dict for part in field.types)


def ordered(given: Sequence[Any], places: dict[str, int], key: Any) -> list[Any]:
    """The entries by their places; those without one behind the others, as they stand."""
    return sorted(given, key=lambda entry: places.get(key(entry), len(places)))
