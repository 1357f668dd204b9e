"""What each word of a file is, so that the editor can colour it: sections, fields, ids, fixed words, numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.diagnostic import KeyPath, Span
from sevenstep.language import LANGUAGES
from sevenstep.lsp.slots import Slot, below, start
from sevenstep.model.custom.classes import NOTHING, Added
from sevenstep.source.document import Document, Plain
from sevenstep.source.places import KeySpans, locate

TYPES: Final = ("namespace", "property", "class", "variable", "enumMember", "number", "keyword")
"""The kinds of words, by the names under which editors know them: a section, a field, an id where it is defined, an id
that is named, a fixed word, a quantity, a language."""
_NUMBER: Final = re.compile(r"[~≈约+\-−]?\s*\d")
_MOST: Final = 60_000
"""How many words of a file are coloured."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A word of a file, and what it is: one of `TYPES`."""

    span: Span
    type: str


def colours(document: Document, added: Added = NOTHING) -> list[Colour]:
    """The words of a file that mean something to the model, in its order."""
    wanted: dict[tuple[KeyPath, bool], str] = {}
    for path, on_key, kind in _words(document.data, start(document.name, added)):
        wanted[path, on_key] = kind
        if len(wanted) > _MOST:
            break
    spans = locate(document.read_as, {path for path, _ in wanted})
    found = [
        Colour(span, kind)
        for (path, on_key), kind in wanted.items()
        if path in spans and (span := _span(spans[path], on_key=on_key)) is not None and span.line == span.end_line
    ]
    return sorted(found, key=lambda colour: (colour.span.line, colour.span.column))


def _span(spans: KeySpans, *, on_key: bool) -> Span | None:
    return spans.key if on_key else spans.value


def _words(data: Plain, whole: list[Slot]) -> Iterator[tuple[KeyPath, bool, str]]:
    """Every word with its key path, whether it is the key there, and what it is."""
    waiting: list[tuple[KeyPath, Plain, list[Slot]]] = [((), data, whole)]
    while waiting:
        path, value, slots = waiting.pop()
        if isinstance(value, dict):
            for key, inner in value.items():
                behind = below(slots, key, path, key)
                if (kind := _of_key(slots, behind, key, path)) is not None:
                    yield (*path, key), True, kind
                waiting.append(((*path, key), inner, behind))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                waiting.append(((*path, index), inner, below(slots, index, path, "")))
        elif value is not None and (kind := _of_value(slots, value)) is not None:
            yield path, False, kind


def _of_key(slots: list[Slot], behind: list[Slot], key: str, path: KeyPath) -> str | None:
    if any(slot.section is not None for slot in behind):
        return "namespace"
    if any(slot.section is not None for slot in slots):
        return "class"
    if key in LANGUAGES and any(key in slot.key_words for slot in slots):
        return "keyword"
    if any(slot.takes_keys and slot.relation is not None for slot in slots):
        return "variable"
    if path and path[-1] == "steps" and any(slot.takes_keys for slot in slots):
        return "class"
    return "property" if behind and any(slot.field is not None for slot in behind) else None


def _of_value(slots: list[Slot], value: str) -> str | None:
    for slot in slots:
        if value in slot.words:
            return "enumMember"
        if slot.relation is not None and not slot.takes_keys:
            return "variable"
        if slot.is_number and _NUMBER.match(value):
            return "number"
    return None
