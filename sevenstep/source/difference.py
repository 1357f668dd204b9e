"""What changes in a file, as a unified diff, which ``patch`` and ``git apply`` read."""

import re
from collections.abc import Iterator
from difflib import unified_diff


def difference(name: str, before: str | None, after: str | None) -> Iterator[str]:
    """The lines of the diff, without line ends; None: there is no such file."""
    old, new = (f"{side}/{name}" if text is not None else "/dev/null" for side, text in (("a", before), ("b", after)))
    for line in unified_diff(_kept_lines(before or ""), _kept_lines(after or ""), old, new):
        yield line.rstrip("\r\n")


def _kept_lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)
