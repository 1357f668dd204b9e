"""Between the positions of an editor and those of the toolkit.

An editor counts lines from 0 and, unless it agreed on something else, UTF-16 units; we count lines and code points from
1. Lines are cut as the protocol cuts them: at LF, CR LF and CR.
"""

from typing import Protocol

from sevenstep.diagnostic import Span
from sevenstep.source.lines import LineIndex


class Units(Protocol):
    """What counts the units of an editor; the library's codec is one."""

    def client_num_units(self, chars: str) -> int:
        """How many units the text has."""
        ...


class Positions:
    """A text with its lines, seen by an editor that counts in its own units."""

    def __init__(self, text: str, units: Units) -> None:
        self.text = text
        self.units = units
        self.lines = LineIndex(text)

    def inwards(self, line: int, character: int) -> tuple[int, int]:
        """Line and column of what the editor calls so; the end of the line where it has no such character."""
        content = self._line(line + 1)
        column = 0
        while column < len(content) and character > 0:
            character -= self.units.client_num_units(content[column])
            column += 1
        return line + 1, column + 1

    def outwards(self, line: int, column: int) -> tuple[int, int]:
        """What the editor calls that line and column."""
        return line - 1, self.units.client_num_units(self._line(line)[: column - 1])

    def of_offset(self, offset: int) -> tuple[int, int]:
        """What the editor calls the place of the character at the offset."""
        line = self.lines.line(offset)
        return self.outwards(line, offset - self.lines.start(line) + 1)

    def of_span(self, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
        """What the editor calls the two ends of a stretch."""
        return self.outwards(span.line, span.column), self.outwards(span.end_line, span.end_column)

    def offset(self, line: int, character: int) -> int:
        """The offset of what the editor calls so."""
        own, column = self.inwards(line, character)
        return self.lines.start(own) + column - 1

    def _line(self, line: int) -> str:
        start = self.lines.start(line)
        return self.text[start : self.lines.start(line + 1)].rstrip("\r\n") if line <= len(self.lines.starts) else ""
