"""Where a block of lines in a file really ends: the comments and blank lines behind it belong to what follows."""

from sevenstep.diagnostic import Span
from sevenstep.source.lines import LineIndex


def offsets(text: str, span: Span) -> tuple[int, int]:
    """From where to where a span reaches, as offsets."""
    lines = LineIndex(text)
    return (
        min(lines.start(span.line) + span.column - 1, len(text)),
        min(lines.start(span.end_line) + span.end_column - 1, len(text)),
    )


def without_tail(text: str, start: int, end: int) -> int:
    """The end of the block from `start` to `end` without the blank lines and whole-line comments behind it."""
    while True:
        end = start + len(text[start:end].rstrip())
        last = max(text.rfind("\n", start, end), text.rfind("\r", start, end)) + 1
        if not last or last <= start or not text[last:end].lstrip().startswith("#"):
            return end
        end = last
