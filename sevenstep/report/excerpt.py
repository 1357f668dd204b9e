"""The offending lines of a file, with the place marked under them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from sevenstep.diagnostic import Span
from sevenstep.report.terminal import shown

_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_WIDEST = 100
"""Columns of a line that are shown; of a longer one the part around the place."""


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """A line to show: its number, or None for the line of marks under the one before."""

    number: int | None
    text: str


def lines_of(text: str) -> list[str]:
    """The lines of a file as its positions count them."""
    return _LINE_ENDS.split(text)


def excerpt(lines: list[str], span: Span) -> Iterator[ExcerptLine]:
    """The line of the place and the one before it, then the marks; columns count terminal cells, so that Chinese
    lines up."""
    if not 1 <= span.line <= len(lines):
        return
    line = lines[span.line - 1]
    if span.line > 1 and lines[span.line - 2].strip():
        yield ExcerptLine(span.line - 1, _cut(lines[span.line - 2], 0)[0])
    end = span.end_column if span.end_line == span.line else len(line) + 1
    window, offset = _cut(line, span.column - 1)
    first = span.column - 1 - offset
    before = shown(window[:first])
    marked = shown(window[first : max(first + 1, end - 1 - offset)])
    yield ExcerptLine(span.line, shown(window))
    yield ExcerptLine(None, " " * cell_len(before) + "^" * max(1, cell_len(marked.rstrip())))


def _cut(line: str, column: int) -> tuple[str, int]:
    """At most `_WIDEST` characters of the line that hold `column`, and how many were left out before them."""
    start = max(0, column - _WIDEST // 2) if column > _WIDEST * 3 // 4 else 0
    return line[start : start + _WIDEST], start
