"""Adding one entry to a mapping, wherever it stands in a file, in the style in which the mapping is written.

As with every change of a file, the new text is proved: it says what the old one said, and the entry, or nothing is
done.
"""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, Final

from sevenstep.diagnostic import KeyPath
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.lines import LINE_END, LineIndex
from sevenstep.source.places import KeySpans, locate
from sevenstep.source.reader import NULLS, read

_PLAIN: Final = re.compile(r"[^\W\d][\w\-./ ]*")


def with_entry(document: Document, path: KeyPath, key: str, value: Plain) -> str | None:
    """The text of the document with `key: value` in the mapping at `path`, or in a new one where there is none yet;
    None where that cannot be done safely."""
    if not document.complete or document.fixes:
        return None
    wanted = deepcopy(document.data)
    if not _put(wanted, path, key, value):
        return None
    for text in _candidates(document, path, key, value):
        after = read(SourceFile(document.name, text))
        if after.data == wanted and after.complete and len(after.diagnostics) <= len(document.diagnostics):
            return text
    return None


def _put(data: Any, path: KeyPath, key: str, value: Plain) -> bool:
    for part in path:
        if isinstance(data, dict) and data.get(str(part)) is None and part == path[-1]:
            data[str(part)] = {}
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return False
    if not isinstance(data, dict) or key in data:
        return False
    data[key] = value
    return True


def _candidates(document: Document, path: KeyPath, key: str, value: Plain) -> Iterator[str]:
    text = document.text
    held = _at(document.data, path)
    if isinstance(held, dict) and held:
        last = next(reversed(held))
        spans = locate(text, {path, (*path, last)})
        if path in spans and (*path, last) in spans:
            yield from _beside(text, spans[path], spans[*path, last], f"{_word(key)}: ", value)
    elif held is None and path:
        parent = _at(document.data, path[:-1])
        if isinstance(parent, dict) and path[-1] not in parent:
            yield from _candidates(document, path[:-1], str(path[-1]), {key: value})


def _beside(text: str, whole: KeySpans, last: KeySpans, head: str, value: Plain) -> Iterator[str]:
    lines = LineIndex(text)
    start = lines.start(whole.value.line) + whole.value.column - 1
    if text[start : start + 1] == "{":
        end = lines.start(whole.value.end_line) + whole.value.end_column - 1
        closing = text.rfind("}", start, end)
        at = len(text[:closing].rstrip())
        comma = "" if text[at - 1] == "," else ","
        yield f"{text[:at]}{comma} {head}{_flow(value)}{text[at:]}"
        return
    if last.key is None:
        return
    newline = found[0] if (found := LINE_END.search(text)) else "\n"
    indent = " " * (last.key.column - 1)
    end = lines.start(last.value.end_line) + last.value.end_column - 1
    for at in dict.fromkeys((_line_end(text, _without_tail(text, end)), _line_end(text, end), len(text))):
        before = text[:at] if not at or text[at - 1] in "\r\n" else text[:at] + newline
        behind = text[at:]
        yield f"{before}{indent}{head}{_flow(value)}{newline}{behind}"


def _line_end(text: str, at: int) -> int:
    """Behind the line in which `at` lies."""
    if at and text[at - 1] in "\r\n":
        return at
    found = LINE_END.search(text, at)
    return found.end() if found else len(text)


def _without_tail(text: str, end: int) -> int:
    """Where what ends at `end` really ends: before the blank lines and whole-line comments behind it."""
    while True:
        end = len(text[:end].rstrip())
        start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
        if not start or not text[start:end].lstrip().startswith("#"):
            return end
        end = start


def _flow(value: Plain) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_word(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return "null" if value is None else _word(value)


def _word(said: str) -> str:
    is_easy = _PLAIN.fullmatch(said) and said == said.strip() and said not in NULLS
    return said if is_easy else json.dumps(said, ensure_ascii=False)


def _at(data: Any, path: KeyPath) -> Any:
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
