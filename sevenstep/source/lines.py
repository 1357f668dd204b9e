"""Lines as every position in this tool counts them: ended by LF, CR LF or a CR alone, and counted from 1."""

import re
from typing import Final

LINE_END: Final = re.compile(r"\r\n|\n|\r")


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and the column of the character at `offset`."""
    line, start = 1, 0
    for end in LINE_END.finditer(text, 0, offset):
        if end.end() == offset and text[offset - 1 : offset + 1] == "\r\n":
            break  # `offset` stands between the two characters of one line end
        line, start = line + 1, end.end()
    return line, offset - start + 1


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
