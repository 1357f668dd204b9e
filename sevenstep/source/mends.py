"""Mends: what a slip of writing should have been, tried on the text in memory, so that the rest of a file is read.

A mend never adds or takes a line, so that only columns of its own line move.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.diagnostic import Edit, Place, RuleInfo, Span
from sevenstep.language import Text
from sevenstep.source.lines import LINE_END


@dataclass(frozen=True, slots=True, order=True)
class Mend:
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
class Slip:
    """What is wrong, and where; with its `mends` the text can be read on. They are `safe` where nobody need decide."""

    rule: RuleInfo
    line: int
    column: int
    length: int
    message: Text
    remedy: Text
    mends: tuple[Mend, ...] = ()
    safe: bool = False

    def place(self, file: str) -> Place:
        return Place(file, span=Span(self.line, self.column, self.line, self.column + max(1, self.length)))

    def edits(self, file: str) -> tuple[Edit, ...]:
        """The mends as edits of the file, none where somebody must decide."""
        return tuple(edit_of(one, file) for one in self.mends) if self.safe else ()


def edit_of(mend: Mend, file: str) -> Edit:
    span = Span(mend.line, mend.column, mend.line, mend.column + mend.length)
    return Edit(Place(file, span=span), mend.new)


def quoting(line: int, column: int, text: str) -> tuple[Mend, ...]:
    """The mends that put `text`, which stands there, in quotes; a text of several lines stays on its lines."""
    quote = _quote_around(text)
    mends = [Mend(line, column, 0, quote)]
    for position, character in enumerate(text):
        if character == "\n":
            line, column = line + 1, -position
        elif quote == '"' and character in '"\\':
            mends.append(Mend(line, column + position, 0, "\\"))
    mends.append(Mend(line, column + len(text), 0, quote))
    return tuple(mends)


def _quote_around(text: str) -> str:
    """The quotation mark in which least has to be escaped."""
    return "'" if '"' in text and "'" not in text and "\\" not in text else '"'


def quoted(text: str) -> str:
    """`text` in quotes, as a remedy shows it."""
    text = " ".join(text.split())
    if _quote_around(text) == "'":
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class LineStarts:
    """A text whose lines are found without splitting it: of a large file only the part around a fault is looked at."""

    _STEP: Final = 1 << 16

    def __init__(self, text: str) -> None:
        self.text = text
        self.known: dict[int, int] = {1: 0}
        self.plain = "\r" not in text

    def start(self, line: int) -> int | None:
        """The offset at which a line begins; None where there is no such line."""
        if line in self.known:
            return self.known[line]
        number = max(one for one in self.known if one < line)
        at = self.known[number]
        while self.plain and at < len(self.text):
            count = self.text.count("\n", at, at + self._STEP)
            if number + count >= line:
                break
            number, at = number + count, at + self._STEP
        while number < line:  # `at` may lie inside a line: what counts is how many line ends follow
            if not (end := LINE_END.search(self.text, at)):
                return None
            number, at = number + 1, end.end()
        self.known[line] = at
        return at

    def end(self, start: int) -> int:
        """The offset at which the line that begins there ends."""
        found = LINE_END.search(self.text, start)
        return found.start() if found else len(self.text)

    def some(self, first: int, last: int, longest: int) -> list[str]:
        """The lines from `first` to `last`, as far as there are any, each cut where it is very long."""
        found: list[str] = []
        start = self.start(first)
        while start is not None and len(found) <= last - first:
            end = LINE_END.search(self.text, start)
            found.append(self.text[start : min(start + longest, end.start() if end else len(self.text))])
            start = end.end() if end else None
        return found


def mended(lines: LineStarts, mends: Iterable[Mend]) -> str | None:
    """The text with all mends; None where two of them overlap or one is not in the text."""
    text, pieces, done = lines.text, list[str](), 0
    for one in sorted(mends):
        start = lines.start(one.line)
        if start is None:
            return None
        begin = start + one.column - 1
        if begin < done or begin + one.length > lines.end(start):
            return None
        pieces += [text[done:begin], one.new]
        done = begin + one.length
    return "".join([*pieces, text[done:]])


class Mended:
    """From the mended text back to the text as it stands in the file."""

    def __init__(self, mends: Sequence[Mend]) -> None:
        self.by_line: dict[int, list[Mend]] = {}
        for one in sorted(mends):
            self.by_line.setdefault(one.line, []).append(one)

    def column(self, line: int, column: int) -> int:
        """The column in the file of what stands in that column of the mended text."""
        shift = 0
        for one in self.by_line.get(line, ()):
            begin = one.column + shift
            if column < begin:
                break
            if column < begin + len(one.new):
                return min(one.column + column - begin, one.column + one.length)
            shift += len(one.new) - one.length
        return column - shift

    def span(self, span: Span) -> Span:
        if span.line not in self.by_line and span.end_line not in self.by_line:
            return span
        start, end = self.column(span.line, span.column), self.column(span.end_line, span.end_column)
        if span.line == span.end_line:
            end = max(end, start + 1)
        return Span(span.line, start, span.end_line, end)

    def mend(self, one: Mend) -> Mend:
        start = self.column(one.line, one.column)
        end = self.column(one.line, one.column + one.length)
        return Mend(one.line, start, end - start, one.new)
