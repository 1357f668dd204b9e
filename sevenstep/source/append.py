"""Adding entries to a section of a file: what stands there already, comments and layout included, stays as it is.

As with every change of a file, the new text is proved: it says what the old one said, and the entries, or nothing is
done.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from sevenstep.source.blocks import offsets, without_tail
from sevenstep.source.document import Document, Plain
from sevenstep.source.files import SourceFile
from sevenstep.source.lines import LINE_END
from sevenstep.source.places import locate
from sevenstep.source.reader import NULLS, read

Fields = Mapping[str, "str | Fields"]
"""The fields of one entry: texts, or fields of their own."""

_PLAIN: Final = re.compile(r"\w(?:[\w \-./,，。；;、！？“”（）…·%+~—]|:(?=\w))*")
_NUMBER: Final = re.compile(r"[\d.]+")
_REST_OF_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


def with_entries(document: Document, section: str, entries: Mapping[str, Fields]) -> str | None:
    """The text of the document with the entries behind those of the section; None where that cannot be done safely."""
    data = document.data
    before = data if isinstance(data, dict) else {}
    held = before.get(section)
    if not document.complete or not (data is None or isinstance(data, dict)) or not (held is None or _is_map(held)):
        return None
    wanted = {**before, section: {**(held if isinstance(held, dict) else {}), **_plain(entries)}}
    for scalar in (_easy, _quoted):
        for changed in _candidates(document, section, entries, scalar):
            after = read(SourceFile(document.name, changed))
            if after.data == wanted and after.complete and len(after.diagnostics) <= len(document.diagnostics):
                return changed
    return None


def _is_map(held: Plain) -> bool:
    return isinstance(held, dict)


def _plain(fields: Fields) -> dict[str, Plain]:
    return {key: value if isinstance(value, str) else _plain(value) for key, value in fields.items()}


_Scalar = Callable[[str, str], str]


def _candidates(document: Document, section: str, entries: Mapping[str, Fields], scalar: _Scalar) -> Iterator[str]:
    """Texts with the entries in places that may be right, the likeliest first."""
    text = document.text
    newline = found[0] if (found := LINE_END.search(text)) else "\n"
    held = document.data.get(section) if isinstance(document.data, dict) else None
    if isinstance(held, dict) and held:
        last = (section, next(reversed(held)))
        spans = locate(text, {last})
        if last not in spans or (key := spans[last].key) is None:
            return
        block = "".join(_lines(entries, " " * (key.column - 1), newline, scalar))
        start, end = offsets(text, spans[last].value)
        for at in (without_tail(text, start, end), end, len(text)):
            yield _inserted(text, at, block, newline)
        return
    block = "".join(_lines(entries, "  ", newline, scalar))
    if isinstance(document.data, dict) and section in document.data:
        start, end = offsets(text, locate(text, {(section,)})[(section,)].value)
        yield _inserted(text[:start].rstrip(" ") + text[end:], start, block, newline)
    yield _inserted(text, len(text), f"{section}:{newline}{block}", newline)


def _inserted(text: str, at: int, block: str, newline: str) -> str:
    """The text with the block on lines of its own behind the line in which `at` lies."""
    at = min(at, len(text))
    if at and text[at - 1] not in "\r\n" and (rest := _REST_OF_LINE.match(text, at)):
        at = rest.end()
    between = newline if at and text[at - 1] not in "\r\n" else ""
    return f"{text[:at]}{between}{block}{text[at:]}"


def _lines(fields: Fields, indent: str, newline: str, scalar: _Scalar) -> Iterator[str]:
    for key, value in fields.items():
        if isinstance(value, str):
            yield f"{indent}{scalar(key, indent)}: {scalar(value, indent)}".replace("\n", newline) + newline
        else:
            yield f"{indent}{scalar(key, indent)}:{newline}"
            yield from _lines(value, f"{indent}  ", newline, scalar)


def _easy(said: str, indent: str) -> str:
    """The form that is easiest to read and to change by hand."""
    if _PLAIN.fullmatch(said) and said == said.strip() and said not in NULLS and not _NUMBER.fullmatch(said):
        return said
    lines = said.split("\n")
    if len(lines) > 1 and all(line == line.rstrip() for line in lines) and lines[-1] and not lines[0].startswith(" "):
        return "|-\n" + "\n".join(f"{indent}  {line}" if line else "" for line in lines)
    return _quoted(said, indent)


def _quoted(said: str, _indent: str) -> str:
    return json.dumps(said, ensure_ascii=False)
