"""Changing a file at marks: the least stretch of text is replaced, comments and layout stay as they are.

Every change is proved: what the file says afterwards is what it said before, but for the change, or nothing is done.
"""

import json
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from sevenstep.diagnostic import Edit, KeyPath, Place, Span
from sevenstep.source.blocks import without_tail
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.moves import moved_apart
from sevenstep.source.places import KeySpans, locate
from sevenstep.source.reader import NULLS, read

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_PLAIN: Final = re.compile(r"\w[\w.\-/]*")
_ONLY_INDENT: Final = re.compile(r"\s*(?:-\s+)?")
_ENTRY: Final = re.compile(r"[ ]*-[ ]+")
_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)")
_KEY_LINE_BEFORE: Final = re.compile(r":(?P<gap>[ \t]*(?:\r\n|\n|\r)[ \t]*)\Z")
_COMMA_BEHIND: Final = re.compile(r"\s*,[ \t]*")
_COMMA_BEFORE: Final = re.compile(r",\s*\Z")
_ONE_BY_ONE: Final = 50
"""How many changes of a file are tried singly, should all of them together not prove right."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text from `start` to `end` (offsets) becomes `new`."""

    start: int
    end: int
    new: str


class _Lines:
    """A text, and where its lines begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [match.start() for match in _LINE.finditer(text)]

    def offset(self, line: int, column: int) -> int:
        return min(self.starts[min(line, len(self.starts)) - 1] + column - 1, len(self.text))

    def stretch(self, span: Span, new: str) -> Stretch:
        return Stretch(self.offset(span.line, span.column), self.offset(span.end_line, span.end_column), new)


def edited(document: Document, edits: Sequence[Edit]) -> tuple[str, int]:
    """The text of the document with those edits that prove right, and how many those are."""
    text = document.text
    lines = _Lines(text)
    raw = [
        lines.stretch(edit.place.span, edit.new if isinstance(edit.new, str) else "")
        for edit in edits
        if edit.place.span is not None
    ]
    if raw:  # the file cannot be read as it is: what it says is known only after these are fixed
        fixed = replaced(text, raw)
        return (fixed, len(raw)) if fixed is not None and _reads_on(document, fixed) else (text, 0)
    found = _try(document, edits)
    if found is not None:
        return found, len(edits)
    count = 0
    for edit in edits[:_ONE_BY_ONE]:
        if (single := _try(document, [edit])) is not None:
            document = read(SourceFile(document.name, single))
            count += 1
    return document.text, count


def _reads_on(document: Document, fixed: str) -> bool:
    """Whether the text with its typos fixed says what was read with them fixed in memory, no more problems, and
    nothing else but for texts that are longer because they are no longer cut off."""
    if document.data is None:
        return True
    after = read(SourceFile(document.name, fixed))
    return len(after.diagnostics) < len(document.diagnostics) and _goes_on(document.data, after.data)


def _goes_on(before: Plain, after: Plain) -> bool:
    waiting = [(before, after)]
    while waiting:
        value, other = waiting.pop()
        if isinstance(value, str) and isinstance(other, str):
            if not other.startswith(value) and "\\" not in other:
                return False
        elif isinstance(value, dict) and isinstance(other, dict) and value.keys() <= other.keys():
            waiting += [(value[key], other[key]) for key in value]
        elif isinstance(value, list) and isinstance(other, list) and len(value) <= len(other):
            waiting += zip(value, other, strict=False)
        elif value is not None and type(value) is not type(other):
            return False
    return True


def _try(document: Document, edits: Sequence[Edit]) -> str | None:
    """The text with all edits, or None where it would say anything but what is meant."""
    text = document.text
    lines = _Lines(text)
    edits = [_widened(edit, document.data) for edit in edits]
    spans = locate(text, {edit.place.path[:length] for edit in edits for length in range(1, len(edit.place.path) + 1)})
    wanted = deepcopy(document.data)
    stretches = []
    for edit in sorted(edits, key=lambda edit: _last_first(edit.place), reverse=True):
        here = spans.get(edit.place.path)
        if edit.moved:
            moved = moved_apart(lines.text, edit, wanted)
            if moved is None:
                return None
            stretches += [Stretch(*stretch) for stretch in moved]
            continue
        if here is None or not _change(wanted, edit):
            return None
        stretch = _taken_out(lines, here) if edit.new is None else _renamed(lines, edit, here)
        if stretch is None:
            return None
        stretches.append(stretch)
    changed = replaced(text, stretches)
    if changed is None:
        return None
    after = read(SourceFile(document.name, changed))
    return changed if _same(after.data, wanted) and len(after.diagnostics) <= len(document.diagnostics) else None


def _widened(edit: Edit, data: Any) -> Edit:
    """Where the only entry of a collection is taken out, the collection goes with it; a list of one may be the one."""
    path: KeyPath = edit.place.path
    if path[-1:] == (0,) and isinstance(_at(data, path[:-1]), str):
        path = path[:-1]
    while edit.new is None and len(path) > 2:
        parent = _at(data, path[:-1])
        if not isinstance(parent, dict | list) or len(parent) != 1:
            break
        path = path[:-1]
    return Edit(Place(edit.place.file, path, edit.place.on_key), edit.new, edit.moved)


def _at(data: Any, path: KeyPath) -> Any:
    """What stands under the path; None where nothing does."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _last_first(place: Place) -> tuple[tuple[bool, int, str], ...]:
    """Later entries of a list sort behind earlier ones: taken out from the end, indexes stay right."""
    return tuple((isinstance(part, str), part if isinstance(part, int) else 0, str(part)) for part in place.path)


def _same(value: Plain, other: Plain) -> bool:
    """Whether two documents say the same; an empty collection says nothing."""
    return _without_empty(value) == _without_empty(other)


def _without_empty(data: Plain) -> Plain:
    if isinstance(data, dict):
        kept = {key: _without_empty(value) for key, value in data.items()}
        return {key: value for key, value in kept.items() if value not in ({}, [])}
    if isinstance(data, list):
        return [_without_empty(value) for value in data]
    return data


def _change(data: Any, edit: Edit) -> bool:
    """Make the change in plain data."""
    *parents, last = edit.place.path
    data = _at(data, tuple(parents))
    try:
        if edit.new is None:
            del data[last]
        elif isinstance(edit.new, tuple):
            if isinstance(data, list) and isinstance(last, int):
                data[last : last + 1] = edit.new
            else:
                data[last] = list(edit.new)
        elif edit.place.on_key:
            entries = [(edit.new if key == last else key, value) for key, value in data.items()]
            data.clear()
            data.update(entries)
        else:
            data[last] = edit.new
    except (KeyError, IndexError, TypeError, AttributeError):
        return False
    return True


def _renamed(lines: _Lines, edit: Edit, here: KeySpans) -> Stretch | None:
    span = here.key if edit.place.on_key else here.value
    if span is None or edit.new is None:
        return None
    old = lines.stretch(span, "")
    old = Stretch(old.start, max(without_tail(lines.text, old.start, old.end), old.start), "")
    if isinstance(edit.new, str) and lines.text.startswith("- ", old.start):  # a list of one becomes the one
        lead = _KEY_LINE_BEFORE.search(lines.text, max(0, old.start - 200), old.start)
        return Stretch(
            lead.start("gap") if lead else old.start, old.end, f"{' ' if lead else ''}{scalar(edit.new, '')}"
        )
    if isinstance(edit.new, tuple):
        return _several(lines, edit.new, old, in_list=isinstance(edit.place.path[-1], int))
    return Stretch(old.start, old.end, scalar(edit.new, lines.text[old.start : old.start + 1]))


def _several(lines: _Lines, words: tuple[str, ...], old: Stretch, *, in_list: bool) -> Stretch:
    """Several words in place of one: in brackets, or each on a line of its own like the entry that was there."""
    said = [scalar(word, "") for word in words]
    if not in_list:
        return Stretch(old.start, old.end, f"[{', '.join(said)}]")
    line_start = max(lines.text.rfind("\n", 0, old.start), lines.text.rfind("\r", 0, old.start)) + 1
    lead = lines.text[line_start : old.start]
    end = "\r\n" if lines.text[line_start - 2 : line_start] == "\r\n" else "\n"
    return Stretch(old.start, old.end, (f"{end}{lead}" if _ENTRY.fullmatch(lead) else ", ").join(said))


def scalar(said: str, quote: str) -> str:
    """`said` as a scalar, in the quotes that stood there."""
    if quote == "'" and said.isprintable():
        return "'" + said.replace("'", "''") + "'"
    return (
        said if quote != '"' and _PLAIN.fullmatch(said) and said not in NULLS else json.dumps(said, ensure_ascii=False)
    )


def _taken_out(lines: _Lines, here: KeySpans) -> Stretch | None:
    """The stretch to delete so that the entry is gone: its lines, or its part of a list in brackets."""
    text, first = lines.text, here.key or here.value
    start, end = lines.offset(first.line, first.column), lines.offset(here.value.end_line, here.value.end_column)
    end = without_tail(text, start, end)
    line_start = lines.offset(first.line, 1)
    if _ONLY_INDENT.fullmatch(text[line_start:start]) and (rest := _REST_OF_LINE.match(text, end)):
        return Stretch(line_start, rest.end(), "")
    if comma := _COMMA_BEHIND.match(text, end):
        return Stretch(start, comma.end(), "")
    if comma := _COMMA_BEFORE.search(text[max(0, start - 200) : start]):
        return Stretch(start - len(comma[0]), end, "")
    return Stretch(start, end, "") if text[start - 1 : start] in {"{", "["} else None


def replaced(text: str, stretches: Iterable[Stretch]) -> str | None:
    """The text with every stretch replaced; None where two of them overlap."""
    pieces: list[str] = []
    position = 0
    for stretch in sorted(stretches, key=lambda stretch: stretch.start):
        if stretch.start < position:
            return None
        pieces += [text[position : stretch.start], stretch.new]
        position = stretch.end
    return "".join([*pieces, text[position:]])
