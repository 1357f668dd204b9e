"""The line of a place, the one before it, and the part that is meant: what every report and page shows of a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from sevenstep.diagnostic import Span


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a file: the `line` of that number, from `cut` on where it is long, in it the part from `start`
    to `end`; and the line before it, empty where that is blank."""

    number: int
    before: str
    line: str
    cut: int
    start: int
    end: int


def excerpt(lines: Sequence[str], span: Span, widest: int) -> Excerpt | None:
    """The excerpt for a place, at most `widest` characters of each line; None where the file has no such line."""
    if not 1 <= span.line <= len(lines):
        return None
    line = lines[span.line - 1]
    before = lines[span.line - 2] if span.line > 1 else ""
    start = max(0, span.column - 1)
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - widest // 2) if start > widest * 3 // 4 else 0
    return Excerpt(span.line, before[:widest] if before.strip() else "", line, cut, start, end)
