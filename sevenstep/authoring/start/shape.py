"""The shape of another engagement without its content: the same kinds, relations and files under other names.

Everything is read off the declarations, so that nothing of what the other says can slip through: kept are relations
(between new ids), fixed words of the model, and how many there are of everything. Texts, numbers, dates, names, sources
and settings are not; where a field cannot be without one, an example from the reference of fields stands in its place.
"""

import re
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, Final

from sevenstep.authoring.start.example import example_value
from sevenstep.authoring.start.named import in_languages
from sevenstep.language import Language, Text
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.kinds import SECTION_CLASSES
from sevenstep.model.part import Part
from sevenstep.model.quantity import Portion
from sevenstep.source.document import Plain

_NEVER: Final = frozenset({"id", "title", "source", "accepted", "status"})
"""Fields that are names or words about the text, and those that are written otherwise."""
TO_WRITE: Final = Text(zh="待填写", en="To be written")


class Shape:
    """The elements of an engagement with everything told but what it is about."""

    def __init__(self, engagement: Engagement, languages: Sequence[Language]) -> None:
        self.engagement = engagement
        self.languages = languages
        self.ids: dict[str, str] = {}
        self.titles: dict[str, Text] = {}
        self._name()

    def elements(self) -> dict[str, dict[str, dict[str, Plain]]]:
        """By file (under its old name) and section: the new elements by their ids."""
        files: dict[str, dict[str, dict[str, Plain]]] = {}
        for element in self.engagement.elements.values():
            if element.KIND.name in _SECTION_KINDS:
                here = files.setdefault(self.engagement.places[element.id].file, {})
                here.setdefault(element.KIND.section, {})[self.ids[element.id]] = self._element(element)
        return files

    def _name(self) -> None:
        """A new id and title for every element: its kind and a number; those of steps count within their flow."""
        counts: dict[tuple[str, str], int] = {}
        for element in self.engagement.elements.values():
            kind = element.KIND
            flow, slash, _ = element.id.rpartition("/")
            number = counts[flow, kind.name] = counts.get((flow, kind.name), 0) + 1
            new = f"{kind.name}-{number}"
            self.ids[element.id] = f"{self.ids[flow]}/{new}" if slash else new
            self.titles[element.id] = kind.title.inserted_into(zh=f"{{}} {number}", en=f"{{}} {number}")

    def _element(self, element: Element) -> dict[str, Plain]:
        return {"title": in_languages(self.titles[element.id], self.languages), **self._fields(element, element)}

    def _fields(self, part: Part, element: Element) -> dict[str, Plain]:
        """What is kept of the fields that are written, and what stands for those that cannot be left out."""
        found: dict[str, Plain] = {}
        for field in fields_of(type(part)):
            if field.name not in part.model_fields_set or (isinstance(part, Element) and field.name in _NEVER):
                continue
            kept = self._kept(field, getattr(part, field.name), element)
            if kept is None and field.required:
                kept = self._stand_in(field, part)
            if kept is not None:
                found[field.key] = kept
        return found

    def _stand_in(self, field: ModelField, part: Part) -> Plain:
        """What stands in a field that cannot be left out; shares of a whole are shared out evenly."""
        if Text in field.types:
            return in_languages(TO_WRITE, self.languages)
        if Portion in field.types and isinstance(part, Element):
            parts = [one.id for one in self.engagement.of(type(part))]
            return _even_share(parts.index(part.id), len(parts))
        return example_value(field)

    def _part(self, part: Part, element: Element) -> dict[str, Plain] | None:
        """A part with what is kept of it; None where that are but figures."""
        kept = self._fields(part, element)
        figures = {
            field.key
            for field in fields_of(type(part))
            if field.relation is None and Text not in field.types and not field.is_fixed_word and not field.parts
        }
        return kept if kept.keys() - figures else None

    def _kept(self, field: ModelField, value: Any, element: Element) -> Plain:
        """What is kept of a value; None where that is nothing."""
        if field.relation is not None:
            return self._related(field, value, element)
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, bool):
            return "true" if value else None
        if isinstance(value, Element):
            return self._element(value)
        if isinstance(value, Part):
            return self._part(value, element)
        if isinstance(value, tuple):
            entries: list[Plain] = [kept for entry in value if (kept := self._kept(field, entry, element)) is not None]
            return entries or None
        if isinstance(value, Mapping):
            return self._by_name(field, value, element)
        return None

    def _by_name(self, field: ModelField, values: Mapping[Any, Any], element: Element) -> Plain:
        """Parts or nodes under names of their own, which are named anew."""
        found: dict[str, Plain] = {}
        is_counted = all(re.fullmatch("[1-9][0-9]?", str(key)) for key in values)
        for number, value in enumerate(values.values(), 1):
            if isinstance(value, Element):
                found[self.ids[value.id].rpartition("/")[2]] = self._element(value)
            elif isinstance(value, Part) and (kept := self._part(value, element)):
                found[str(number) if is_counted else f"{type(value).__name__.lower()}-{number}"] = kept
        return found or None

    def _related(self, field: ModelField, value: Any, element: Element) -> Plain:
        """Ids of other elements under their new names: one, several, or each with something."""
        if isinstance(value, str):
            return self._new_id(field, value, element)
        if isinstance(value, tuple):
            found: list[Plain] = [new for one in value if (new := self._new_id(field, one, element)) is not None]
            return (found[0] if len(found) == 1 else found) if found else None
        if not isinstance(value, Mapping):
            return None
        said: dict[str, Plain] = {}
        for number, (key, beside) in enumerate(value.items()):
            if (new := self._new_id(field, key, element)) is not None and not isinstance(beside, Mapping):
                is_share = isinstance(beside, Portion)
                said[new] = _even_share(number, len(value)) if is_share else self._beside(field, beside, element)
        if all(one is None for one in said.values()) and said:
            return next(iter(said)) if len(said) == 1 else list(said)
        return said or None

    def _beside(self, field: ModelField, value: Any, element: Element) -> Plain:
        """What stands behind an id: parts and fixed words as they are, in the place of figures an example."""
        if isinstance(value, Enum):
            return str(value.value)
        if isinstance(value, Part):
            return self._fields(value, element) or None
        return example_value(field)

    def _new_id(self, field: ModelField, old: str, element: Element) -> str | None:
        is_local = field.relation is not None and field.relation.local
        if is_local or old not in self.ids:
            flow = element.id.partition("/")[0]
            inner = self.ids.get(f"{flow}/{old}")
            return inner.rpartition("/")[2] if inner is not None else None
        return self.ids[old]


def _even_share(number: int, count: int) -> str:
    """One of so many equal parts of a whole; the last takes what is left."""
    even, left = divmod(100, count)
    return f"{even + (left if number == count - 1 else 0)}%"


_SECTION_KINDS: Final = frozenset(cls.KIND.name for cls in SECTION_CLASSES)
