"""The offending lines of a file, with the place marked under them."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len

from sevenstep.diagnostic import Span
from sevenstep.report.terminal import shown
from sevenstep.source.excerpt import excerpt as part_of

_WIDEST = 100
"""Columns of a line that are shown; of a longer one the part around the place."""


@dataclass(frozen=True, slots=True)
class ExcerptLine:
    """A line to show: its number, or None for the line of marks under the one before."""

    number: int | None
    text: str


def excerpt(lines: list[str], span: Span) -> Iterator[ExcerptLine]:
    """The line of the place and the one before it, then the marks; columns count terminal cells, so that Chinese
    lines up."""
    found = part_of(lines, span, _WIDEST)
    if found is None:
        return
    if found.before:
        yield ExcerptLine(found.number - 1, found.before)
    window, first = found.line[found.cut : found.cut + _WIDEST], found.start - found.cut
    before = shown(window[:first])
    marked = shown(window[first : max(first + 1, found.end - found.cut)])
    yield ExcerptLine(found.number, shown(window))
    yield ExcerptLine(None, " " * cell_len(before) + "^" * max(1, cell_len(marked.rstrip())))
