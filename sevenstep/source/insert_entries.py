"""Putting entries into a mapping anywhere in a file, in the least lines: all else stays as it stands, comments too.

As with every change of a file, the new text is proved: it says what the old one said, and the entries, or nothing is
done.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

from sevenstep.diagnostic import KeyPath
from sevenstep.source.blocks import offsets, without_tail
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.lines import LINE_END, LineIndex
from sevenstep.source.places import KeySpans, locate
from sevenstep.source.reader import read
from sevenstep.source.written import NO_NOTES, Notes, inline, lines, scalar

Entries = Mapping[str, Plain]


def with_inserted(
    document: Document, path: KeyPath, entries: Entries, *, behind: str | None = None, notes: Notes = NO_NOTES
) -> str | None:
    """The text of the document with the entries in the mapping under `path`, behind its last entry or that named.

    A mapping that is not there is made. `notes` are comments above entries, by key paths within these. None where that
    cannot be done safely.
    """
    data = document.data if document.data is not None else {}
    wanted = deepcopy(data)
    if not document.complete or not _put(wanted, path, entries, behind):
        return None
    while path and not _has(data, path):
        entries, notes, path = {str(path[-1]): dict(entries)}, _deeper(notes, str(path[-1])), path[:-1]
    for changed in _candidates(document, path, entries, behind, notes):
        after = read(SourceFile(document.name, changed))
        if _same(after.data, wanted) and after.complete and len(after.diagnostics) <= len(document.diagnostics):
            return changed
    return None


def _put(data: Any, path: KeyPath, entries: Entries, behind: str | None) -> bool:
    """Make the change in plain data; whether nothing stands in its way."""
    for key in path:
        if not isinstance(data, dict):
            return False
        if data.get(str(key)) is None:
            data[str(key)] = {}
        data = data[str(key)]
    if not isinstance(data, dict) or any(key in data for key in entries) or (behind is not None and behind not in data):
        return False
    before = dict(data)
    data.clear()
    for key, value in before.items():
        data[key] = value
        if key == behind:
            data.update(entries)
    data.update(entries)
    return True


def _same(value: Plain, other: Plain) -> bool:
    """Whether both say the same in the same order."""
    if isinstance(value, dict) and isinstance(other, dict):
        return list(value) == list(other) and all(_same(value[key], other[key]) for key in value)
    return value == other


def _at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data.get(str(key)) if isinstance(data, dict) else None
    return data


def _has(data: Any, path: KeyPath) -> bool:
    above = _at(data, path[:-1])
    return isinstance(above, dict) and path[-1] in above


def _deeper(notes: Notes, key: str) -> Notes:
    return {(key, *path): note for path, note in notes.items()}


def _candidates(document: Document, path: KeyPath, entries: Entries, behind: str | None, notes: Notes) -> Iterator[str]:
    """Texts with the entries in places that may be right, the likeliest first."""
    text = document.text
    found = LINE_END.search(text)
    newline = found[0] if found else "\n"
    held = _at(document.data, path) if path else document.data
    if isinstance(held, dict) and held:
        last = behind if behind is not None else next(reversed(held))
        spans = locate(text, {path, (*path, last)})
        yield from _behind(text, spans, path, last, entries, notes, newline)
        return
    yield from _into_nothing(text, path, entries, notes, newline)


def _behind(
    text: str,
    spans: Mapping[KeyPath, KeySpans],
    path: KeyPath,
    last: str,
    entries: Entries,
    notes: Notes,
    newline: str,
) -> Iterator[str]:
    """Behind an entry of a mapping that is there: within its brackets, or on lines of their own."""
    here = spans.get((*path, last))
    if here is None or here.key is None:
        return
    value_start, end = offsets(text, here.value)
    if path and path in spans:
        start, _ = offsets(text, spans[path].value)
        if text[start : start + 1] == "{":
            said = ", ".join(f"{scalar(key, in_flow=True)}: {inline(value)}" for key, value in entries.items())
            yield f"{text[:end]}, {said}{text[end:]}"
            return
    block = newline.join(lines(entries, " " * (here.key.column - 1), notes)) + newline
    block = (newline if _stands_apart(text, here) else "") + block
    for at in (without_tail(text, value_start, end), end, len(text)):
        yield _on_lines_of_its_own(text, at, block, newline)


def _stands_apart(text: str, here: KeySpans) -> bool:
    """Whether a blank line stands before the entry, as between those of its section."""
    if here.key is None or here.key.line < 3:
        return False
    start = LineIndex(text).start(here.key.line)
    above = text[:start].splitlines()
    while above and above[-1].lstrip().startswith("#"):
        above.pop()
    return len(above) > 1 and not above[-1].strip() and not above[-2].rstrip().endswith(":")


def _into_nothing(text: str, path: KeyPath, entries: Entries, notes: Notes, newline: str) -> Iterator[str]:
    """Under a key without a value, or as the first of a file."""
    if not path:
        before = text.rstrip()
        gap = newline * 2 if before else ""
        yield f"{before}{gap}{newline.join(lines(entries, '', notes))}{newline}"
        return
    here = locate(text, {path}).get(path)
    if here is None or here.key is None:
        return
    block = newline.join(lines(entries, " " * (here.key.column + 1), notes)) + newline
    start, end = offsets(text, here.value)
    yield _on_lines_of_its_own(text[:start].rstrip(" ") + text[end:], start, block, newline)
    yield _on_lines_of_its_own(text, offsets(text, here.key)[1], block, newline)
    said = ", ".join(f"{scalar(key, in_flow=True)}: {inline(value)}" for key, value in entries.items())
    yield f"{text[:start]}{{{said}}}{text[end:]}"


_REST_OF_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


def _on_lines_of_its_own(text: str, at: int, block: str, newline: str) -> str:
    """The text with the block on lines of its own behind the line in which `at` lies."""
    at = min(at, len(text))
    if at and text[at - 1] not in "\r\n" and (rest := _REST_OF_LINE.match(text, at)):
        at = rest.end()
    between = newline if at and text[at - 1] not in "\r\n" else ""
    return f"{text[:at]}{between}{block}{text[at:]}"
