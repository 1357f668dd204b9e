"""Moving entries out of a mapping into another one behind it: each keeps the words in which it was written."""

import re
from collections.abc import Iterator
from typing import Any, Final

from sevenstep.diagnostic import Edit, KeyPath
from sevenstep.source.blocks import offsets, without_tail
from sevenstep.source.lines import LINE_END, LineIndex
from sevenstep.source.places import KeySpans, locate

Stretch = tuple[int, int, str]
"""Text between two offsets, and what becomes of it."""
_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$)")


def moved_apart(text: str, edit: Edit, data: Any) -> list[Stretch] | None:
    """The stretches that move the entries, and the change made in the plain `data`; None where it cannot be made."""
    path, name = edit.place.path, edit.new
    around = _mapping(data, path[:-1])
    held = _mapping(data, path)
    if (
        around is None
        or held is None
        or not isinstance(name, str)
        or name in around
        or not set(edit.moved) <= set(held)
    ):
        return None
    spans = locate(text, {path, *((*path, key) for key in held)})
    here = spans.get(path)
    if here is None or here.key is None or any((*path, key) not in spans for key in held):
        return None
    kept = [key for key in held if key not in edit.moved]
    around[name] = {key: held.pop(key) for key in edit.moved}
    writing = _Writing(text)
    if not kept:
        del around[str(path[-1])]
        return [(*writing.ends(here, key_alone=True), name)]
    entries = [(key, writing.entry(spans[*path, key])) for key in (*kept, *edit.moved)]
    return writing.moved(here, sorted(entries, key=lambda entry: entry[1]), set(edit.moved), name)


def _mapping(data: Any, path: KeyPath) -> dict[str, Any] | None:
    for part in path:
        data = data[part] if isinstance(data, dict) and part in data else None
    return data if isinstance(data, dict) else None


class _Writing:
    """A text, and how the mappings in it are written: in braces, or a line an entry."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = LineIndex(text)
        self.newline = found[0] if (found := LINE_END.search(text)) else "\n"

    def ends(self, spans: KeySpans, *, key_alone: bool = False) -> tuple[int, int]:
        """Where the value begins and ends, or the key."""
        span = spans.key if key_alone and spans.key is not None else spans.value
        begin, end = offsets(self.text, span)
        return begin, without_tail(self.text, begin, end)

    def entry(self, spans: KeySpans) -> tuple[int, int]:
        """Where key and value begin and end."""
        return self.ends(spans, key_alone=True)[0], self.ends(spans)[1]

    def moved(
        self, here: KeySpans, entries: list[tuple[str, tuple[int, int]]], gone: set[str], name: str
    ) -> list[Stretch]:
        start, (first, end) = self.ends(here, key_alone=True)[0], self.ends(here)
        in_braces = self.text[first : first + 1] == "{"
        words = [
            self.text[begin : close if in_braces else self._line_end(close)]
            for key, (begin, close) in entries
            if key in gone
        ]
        cut = self._cut_braces(entries, gone) if in_braces else self._cut_lines(entries, gone)
        indent = self.text[self.lines.start(self.lines.line(start)) : start]
        if indent.strip():
            return [*cut, (end, end, f", {name}: {{{', '.join(words)}}}")]
        behind = found.end() if (found := _REST_OF_LINE.match(self.text, end)) else end
        told = (
            f"{indent}{name}: {{{', '.join(words)}}}{self.newline}"
            if in_braces
            else self.newline.join((f"{indent}{name}:", *(f"{indent}  {word}" for word in words), ""))
        )
        lead = "" if self.text[behind - 1 : behind] in {"\n", "\r"} else self.newline
        return [*cut, (behind, behind, lead + told)]

    def _cut_braces(self, entries: list[tuple[str, tuple[int, int]]], gone: set[str]) -> Iterator[Stretch]:
        """Each run of entries with the comma that parts it from what stays."""
        before: int | None = None
        run: int | None = None
        for key, (start, end) in entries:
            if key in gone:
                run = start if run is None else run
                if before is not None:
                    yield (before, end, "")
                    before = end
            else:
                if run is not None and before is None:
                    yield (run, start, "")
                before, run = end, None

    def _cut_lines(self, entries: list[tuple[str, tuple[int, int]]], gone: set[str]) -> Iterator[Stretch]:
        for key, (start, end) in entries:
            if key in gone and (rest := _REST_OF_LINE.match(self.text, end)):
                yield (self.lines.start(self.lines.line(start)), rest.end(), "")

    def _line_end(self, end: int) -> int:
        """Behind the remark on the line."""
        rest = _REST_OF_LINE.match(self.text, end)
        return end + len(rest[0].rstrip("\r\n")) if rest is not None else end
