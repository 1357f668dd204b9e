"""Fixes: what a typo should have been, tried on the text in memory, so that the rest of a file is read.

A fix never adds or takes a line, so that only columns of its own line move.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sevenstep.diagnostic import Edit, Place, RuleInfo, Span
from sevenstep.language import Text
from sevenstep.source.lines import LineStarts


@dataclass(frozen=True, slots=True, order=True)
class Fix:
    """`length` characters of a line, from `column` on, become `new`; lines and columns count from 1."""

    line: int
    column: int
    length: int
    new: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Where reading came to a halt, or met what cannot be meant; `said` is the parser's own explanation.

    `since` is the line in which the bracket or quote that was being read opens.
    """

    line: int
    column: int
    said: str
    since: int
    final: bool = True
    """Whether nothing can be read beyond it."""

    @property
    def at(self) -> tuple[int, int]:
        return self.line, self.column


@dataclass(frozen=True, slots=True)
class Typo:
    """What is wrong, and where; with its `fixes` the text can be read on. They are `safe` where nobody need decide."""

    rule: RuleInfo
    line: int
    column: int
    length: int
    message: Text
    remedy: Text
    fixes: tuple[Fix, ...] = ()
    safe: bool = False

    def place(self, file: str) -> Place:
        return Place(file, span=Span(self.line, self.column, self.line, self.column + max(1, self.length)))

    def edits(self, file: str) -> tuple[Edit, ...]:
        """The fixes as edits of the file, none where somebody must decide."""
        return tuple(edit_of(fix, file) for fix in self.fixes) if self.safe else ()


def edit_of(fix: Fix, file: str) -> Edit:
    span = Span(fix.line, fix.column, fix.line, fix.column + fix.length)
    return Edit(Place(file, span=span), fix.new)


def quoting(line: int, column: int, text: str) -> tuple[Fix, ...]:
    """The fixes that put `text`, which stands there, in quotes; a text of several lines stays on its lines."""
    quote = _quote_around(text)
    fixes = [Fix(line, column, 0, quote)]
    for position, character in enumerate(text):
        if character == "\n":
            line, column = line + 1, -position
        elif quote == '"' and character in '"\\':
            fixes.append(Fix(line, column + position, 0, "\\"))
    fixes.append(Fix(line, column + len(text), 0, quote))
    return tuple(fixes)


def _quote_around(text: str) -> str:
    """The quotation mark in which least has to be escaped."""
    return "'" if '"' in text and "'" not in text and "\\" not in text else '"'


def quoted(text: str) -> str:
    """`text` in quotes, as a remedy shows it."""
    text = " ".join(text.split())
    if _quote_around(text) == "'":
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fixed(lines: LineStarts, fixes: Iterable[Fix]) -> str | None:
    """The text with all fixes; None where two of them overlap or one is not in the text."""
    text, pieces, done = lines.text, list[str](), 0
    for fix in sorted(fixes):
        start = lines.start(fix.line)
        if start is None:
            return None
        begin = start + fix.column - 1
        if begin < done or begin + fix.length > lines.end(start):
            return None
        pieces += [text[done:begin], fix.new]
        done = begin + fix.length
    return "".join([*pieces, text[done:]])


class FixedText:
    """From the fixed text back to the text as it stands in the file."""

    def __init__(self, fixes: Sequence[Fix]) -> None:
        self.by_line: dict[int, list[Fix]] = {}
        for fix in sorted(fixes):
            self.by_line.setdefault(fix.line, []).append(fix)

    def column(self, line: int, column: int) -> int:
        """The column in the file of what stands in that column of the fixed text."""
        shift = 0
        for fix in self.by_line.get(line, ()):
            begin = fix.column + shift
            if column < begin:
                break
            if column < begin + len(fix.new):
                return min(fix.column + column - begin, fix.column + fix.length)
            shift += len(fix.new) - fix.length
        return column - shift

    def span(self, span: Span) -> Span:
        if span.line not in self.by_line and span.end_line not in self.by_line:
            return span
        start, end = self.column(span.line, span.column), self.column(span.end_line, span.end_column)
        if span.line == span.end_line:
            end = max(end, start + 1)
        return Span(span.line, start, span.end_line, end)

    def in_file(self, fix: Fix) -> Fix:
        """The fix of the fixed text as one of the file."""
        start = self.column(fix.line, fix.column)
        end = self.column(fix.line, fix.column + fix.length)
        return Fix(fix.line, start, end - start, fix.new)
