"""The comments of a file: what is said beside the data, and must survive every change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.source.lines import LINE_END
from sevenstep.source.scalars import scalars

_COMMENT: Final = re.compile(r"#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Comment:
    """What a comment says, from its ``#`` to the end of its line, and where it begins."""

    said: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends, before the line end."""
        return self.start + len(self.said)


def comments(text: str) -> Iterator[Comment]:
    """The comments of a text that can be read, in order."""
    behind = 0
    for scalar in scalars(text):
        yield from _between(text, behind, scalar.start)
        behind = scalar.end
        if scalar.style in {"|", ">"}:  # its first line holds the sign alone, and perhaps a comment
            first = found.start() if (found := LINE_END.search(text, scalar.start)) else len(text)
            yield from _between(text, scalar.start, min(first, scalar.end))
    yield from _between(text, behind, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, end):
        yield Comment(found[0].rstrip(), found.start())
