"""How a key or value is written: quotes only where they are needed, long texts folded over several lines."""

import json
import re
import unicodedata
from typing import Final

from sevenstep.model.folding import unfolded
from sevenstep.source.reader import NULLS

WIDTH: Final = 120
"""Columns of a line; a Chinese character takes two."""
_TYPED: Final = re.compile(
    r"[-+]?[\d.][\d_,.:eE+\-xXoObBa-fA-F]*|[-+]?\.(?:inf|nan)|y|n|yes|no|on|off|true|false|null|~|=|<<"
    r"|\d{4}-\d{1,2}-\d{1,2}.*",
    re.IGNORECASE,
)
"""What other readers of YAML would take for a number, a date or a truth: quotes around it are meant."""
_START: Final = re.compile(r"[-?:](?:\s|$)|[\s,\[\]{}#&*!|>'\"%@`]|-{3}|\.{3}")
_APART_IN_FLOW: Final = re.compile(r"[,\[\]{}?]")
"""What parts words within brackets; a question mark for some readers only, PyYAML among them."""
_PLACES: Final = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60])(?=[\u2e80-\u2fff\u3003-\u3007\u3012\u3105-\u9fff\uf900-\ufaff])"
)
_NOT_AT_START: Final = "，。；：、！？）》」』”’…—·,.;:!?)]}%"


def columns(text: str) -> int:
    """How wide a text is."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def is_plain(value: str, *, in_flow: bool, is_key: bool = False) -> bool:
    """Whether a word can stand without quotes and is read as it is, here and by other readers."""
    if not value or value != value.strip() or value in NULLS or _START.match(value) or "\n" in value or "\t" in value:
        return False
    if ": " in value or " #" in value or value.endswith(":") or (is_key and value == "<<"):
        return False
    if in_flow and (_APART_IN_FLOW.search(value) or (":" in value and re.search(r":(?![\w/\\])", value))):
        return False
    return value.isprintable() and "：" not in value[:40]


def written(raw: str, value: str, style: str, *, in_flow: bool, is_key: bool = False) -> str:
    """A word on one line, as it is best written; `raw` is how it is written now."""
    if not style or "\n" in raw:
        return raw
    if is_plain(value, in_flow=in_flow, is_key=is_key) and not _TYPED.fullmatch(value):
        return value
    if style == '"' or "\\" in value or '"' in value or not value.isprintable():
        return raw
    return json.dumps(value, ensure_ascii=False)


def folded(value: str, indent: str) -> list[str] | None:
    """The lines of a text folded at the width, without a blank between Chinese characters; None where that would
    change it."""
    lines: list[str] = []
    for number, paragraph in enumerate(value.split("\n")):
        if number:
            lines.append("")
        if paragraph:
            lines += _filled(paragraph, WIDTH - len(indent))
    said = _joined(lines)
    if not lines or unfolded(said) != unfolded(value) or any(line != line.strip() for line in lines):
        return None
    return [f"{indent}{line}" if line else "" for line in lines]


def _joined(lines: list[str]) -> str:
    """What a folded text of these lines says."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([])
    return "\n".join(" ".join(paragraph) for paragraph in paragraphs)


def _filled(paragraph: str, width: int) -> list[str]:
    lines: list[str] = []
    here = ""
    for word in _words(paragraph):
        gap = " " if here and word.startswith(" ") else ""
        piece = word.lstrip(" ")
        if here and columns(here) + len(gap) + columns(piece) > width and piece[:1] not in _NOT_AT_START:
            lines.append(here)
            here = piece
        else:
            here += gap + piece
    return [*lines, here] if here else lines


def _words(paragraph: str) -> list[str]:
    """The pieces between which a line may break; one that a blank stands before begins with it."""
    pieces: list[str] = []
    for number, word in enumerate(paragraph.split(" ")):
        parts = _PLACES.split(word) if word else [""]
        pieces += [f" {parts[0]}" if number else parts[0], *parts[1:]]
    return pieces
