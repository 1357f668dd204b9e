"""An entry of a section as it stands in its file: its lines, with the comments that belong to it."""

from dataclasses import dataclass

from sevenstep.diagnostic import KeyPath
from sevenstep.source.blocks import offsets, without_tail
from sevenstep.source.places import locate


@dataclass(frozen=True, slots=True)
class Lines:
    """The stretch of a text that is one entry, in whole lines; `indent` is the column of its key."""

    start: int
    end: int
    indent: int


def entry_lines(text: str, path: KeyPath) -> Lines | None:
    """The lines of the entry at the path; None where it shares a line with others.

    A comment right above it belongs to it, and so do those behind it that are further in than its key; one that a blank
    line parts from it says something of what follows. Line ends are plain.
    """
    spans = locate(text, {path}).get(path)
    if spans is None or spans.key is None:
        return None
    key, _ = offsets(text, spans.key)
    value, end = offsets(text, spans.value)
    end = max(without_tail(text, value, end), key + 1)
    start = text.rfind("\n", 0, key) + 1
    indent = key - start
    if text[start:key].strip():
        return None
    rest = _line_end(text, end)
    behind = text[end:rest].strip()
    if behind and not behind.startswith((":", "#")):
        return None
    while start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip(" ").startswith("#"):
            break
        start = above
    end = min(rest + 1, len(text))
    while end < len(text):
        line = text[end : _line_end(text, end)]
        bare = line.lstrip(" ")
        if not bare.startswith("#") or len(line) - len(bare) <= indent:
            break
        end = min(end + len(line) + 1, len(text))
    return Lines(start, end, indent)


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return found if found >= 0 else len(text)


def shifted(block: str, by: int) -> str:
    """The lines moved in (or out, below zero) by so many columns; blank lines stay blank."""
    if by >= 0:
        return "".join(f"{' ' * by}{line}" if line.strip() else line for line in block.splitlines(keepends=True))
    return "".join(
        line[min(-by, len(line) - len(line.lstrip(" "))) :] if line.strip() else line
        for line in block.splitlines(keepends=True)
    )
