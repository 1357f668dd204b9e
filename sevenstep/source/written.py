"""Plain data as the YAML that a person would write: short values on one line, long ones on lines of their own."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from sevenstep.diagnostic import KeyPath
from sevenstep.language import LANGUAGES
from sevenstep.source.document import Plain
from sevenstep.source.reader import NULLS

_FEW: Final = 2
"""As many fields may stand on one line although one of them is said in two languages."""
WIDTH: Final = 120
"""Characters of a line; a longer value is broken up."""
_BEGINS: Final = r"(?:\w|[+.≤≥–—·“（《…](?=\w)|-(?=\w))"
_GOES_ON: Final = r"\w \-./()+%~<>=&@;'“”‘’…·–—≤≥，。；、！？（）《》【】²³"
_IN_FLOW: Final = re.compile(rf"{_BEGINS}(?:[{_GOES_ON}]|:(?=\w))*")
_IN_BLOCK: Final = re.compile(rf"{_BEGINS}(?:[{_GOES_ON},]|:(?=\w))*")


def scalar(said: str, *, in_flow: bool = False) -> str:
    """`said` as one scalar on one line: plain where that reads as the same, else in quotes."""
    plain = _IN_FLOW if in_flow else _IN_BLOCK
    if plain.fullmatch(said) and said == said.rstrip() and said not in NULLS:
        return said
    return json.dumps(said, ensure_ascii=False)


def inline(value: Plain) -> str:
    """A value on one line, as it may stand within brackets."""
    if isinstance(value, dict):
        return f"{{{', '.join(_pair(key, said) for key, said in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(inline, value))}]"
    return scalar(value, in_flow=True) if value is not None else "null"


Notes = Mapping[KeyPath, str]
"""Comments by the key path of the entry that they stand above. An empty one is no comment, but has the entry stand on a
line of its own."""
NO_NOTES: Final[Notes] = {}


def lines(fields: Mapping[str, Plain], indent: str = "", notes: Notes = NO_NOTES, path: KeyPath = ()) -> Iterator[str]:
    """A mapping as lines, without their ends; what is empty stands there without a value."""
    for key, value in fields.items():
        here = (*path, key)
        if notes.get(here):
            yield from (f"{indent}# {line}" for line in notes[here].split("\n"))
        if isinstance(value, dict) and any(note[: len(here)] == here and note != here for note in notes):
            yield f"{indent}{scalar(key)}:"
            yield from lines(value, f"{indent}  ", notes, here)
        else:
            yield from _entry(f"{indent}{scalar(key)}:", value, indent)


def _pair(key: str, value: Plain) -> str:
    return scalar(key, in_flow=True) if value is None else f"{scalar(key, in_flow=True)}: {inline(value)}"


def _entry(head: str, value: Plain, indent: str) -> Iterator[str]:
    """A value behind its key, on that line or below it."""
    if value is None:
        yield head
    elif isinstance(value, str):
        yield from _text(head, value, indent)
    elif _is_short(head, value):
        yield f"{head} {inline(value)}"
    elif isinstance(value, dict):
        yield head
        yield from lines(value, f"{indent}  ")
    else:
        yield head
        for entry in value:
            yield from _item(f"{indent}  ", entry)


def _is_short(head: str, value: dict[str, Plain] | list[Plain]) -> bool:
    """Whether it may stand on the line: it fits, and is a text per language, words, or one entry of these."""
    if isinstance(value, list):
        flat = all(isinstance(entry, str) for entry in value)
    else:
        flat = all(entry is None or isinstance(entry, str) for entry in value.values()) or (
            len(value) <= _FEW and all(isinstance(entry, str) or _is_said(entry) for entry in value.values())
        )
    return not value or (flat and _has_one_line(value) and len(head) + 1 + len(inline(value)) <= WIDTH)


def _is_said(value: Plain) -> bool:
    """Whether it is a text per language."""
    return isinstance(value, dict) and bool(value) and value.keys() <= set(LANGUAGES)


def _has_one_line(value: Plain) -> bool:
    if isinstance(value, dict):
        return all(map(_has_one_line, value.values()))
    if isinstance(value, list):
        return all(map(_has_one_line, value))
    return value is None or "\n" not in value


def _item(indent: str, value: Plain) -> Iterator[str]:
    """An entry of a list."""
    head = f"{indent}-"
    if isinstance(value, str) or value is None:
        yield from _text(head, value or "", indent)
    elif _has_one_line(value) and len(indent) + 2 + len(inline(value)) <= WIDTH:
        yield f"{head} {inline(value)}"
    elif isinstance(value, dict):
        first, *rest = lines(value, f"{indent}  ")
        yield f"{head} {first.lstrip()}"
        yield from rest
    else:
        yield head
        for entry in value:
            yield from _item(f"{indent}  ", entry)


def _text(head: str, said: str, indent: str) -> Iterator[str]:
    """A text behind its key; several lines stand below it, as they are."""
    parts = said.split("\n")
    if len(parts) > 1 and parts[-1] and not parts[0].startswith(" ") and all(part == part.rstrip() for part in parts):
        yield f"{head} |-"
        yield from (f"{indent}  {part}" if part else "" for part in parts)
    else:
        yield f"{head} {scalar(said)}"
