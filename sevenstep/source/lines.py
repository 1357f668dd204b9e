"""Lines as every position in this tool counts them: ended by LF, CR LF or a CR alone, and counted from 1."""

import re
from bisect import bisect_right
from typing import Final

from sevenstep.diagnostic import Span

LINE_END: Final = re.compile(r"\r\n|\n|\r")


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of the character at `offset`."""
    line, start = 1, 0
    for end in LINE_END.finditer(text, 0, offset):
        if end.end() == offset and text[offset - 1 : offset + 1] == "\r\n":
            break  # `offset` stands between the two characters of one line end
        line, start = line + 1, end.end()
    return line, offset - start + 1


class LineIndex:
    """A text, and where each of its lines begins: from offsets to lines and back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def line(self, offset: int) -> int:
        """The number of the line in which the character at `offset` stands."""
        return bisect_right(self.starts, offset)

    def start(self, line: int) -> int:
        """The offset at which the line begins; the end of the text where there is no such line."""
        return self.starts[line - 1] if line <= len(self.starts) else len(self.text)

    def is_alone(self, start: int, end: int) -> bool:
        """Whether nothing but blanks stands beside the part on its line."""
        line = self.line(start)
        return not self.text[self.start(line) : start].strip() and not self.text[end : self.start(line + 1)].strip()

    def span(self, start: int, end: int) -> Span:
        """The part of one line from one offset to another."""
        line = self.line(start)
        column = start - self.start(line) + 1
        return Span(line, column, line, column + end - start)


def lines_of(text: str) -> list[str]:
    """The lines of a text."""
    return LINE_END.split(text)


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
        number = max(known for known in self.known if known < line)
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
