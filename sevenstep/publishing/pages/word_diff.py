"""Two wordings of a text, told apart word by word (in Chinese, character by character)."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"[\u3400-\u9fff]|\w+|\s+|[^\w\s]")
_SENTENCE: Final = re.compile(r"[^。！？；.!?;\n]*(?:[。！？；.!?;\n]\s*|$)")
_MOST: Final = 600
"""Of more words, sentences are compared, and of more sentences nothing: what they share takes ever longer to find."""
_LONG, _BESIDE = 60, 24
"""From how many words on a stretch that stayed is shortened, and how many are left beside a change."""

Piece = tuple[str, str]
"""``same``, ``del`` or ``ins``, and a stretch of text."""


def pieces(old: str, new: str) -> Iterator[Piece]:
    """What was taken out and what was put in, between what stayed."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    start = _shared(before, after)
    end = _shared(before[start:][::-1], after[start:][::-1])
    middle_old, middle_new = before[start : len(before) - end], after[start : len(after) - end]
    if len(middle_old) + len(middle_new) > _MOST:
        middle_old, middle_new = (_SENTENCE.findall("".join(words)) for words in (middle_old, middle_new))
    found = [("same", before[:start]), *_compared(middle_old, middle_new), ("same", before[len(before) - end :])]
    return ((kind, "".join(words)) for kind, words in found if any(words))


def _shared(old: list[str], new: list[str]) -> int:
    """With how many words both begin."""
    pairs = zip(old, new, strict=False)
    return next((at for at, (mine, yours) in enumerate(pairs) if mine != yours), min(len(old), len(new)))


def _compared(old: list[str], new: list[str]) -> Iterator[tuple[str, list[str]]]:
    if not old or not new or len(old) + len(new) > _MOST:
        yield from (("del", old), ("ins", new))
        return
    for kind, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "same", old[start:end]
        else:
            yield from (("del", old[start:end]), ("ins", new[begin:stop]))


def around_changes(found: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without the inner part of long stretches that stayed."""
    listed = list(found)
    for at, (kind, text) in enumerate(listed):
        words = _WORD.findall(text) if kind == "same" else []
        if len(words) <= _LONG:
            yield kind, text
            continue
        head = words[:_BESIDE] if at else []
        tail = words[-_BESIDE:] if at < len(listed) - 1 else []
        yield kind, "".join((*head, " … ", *tail))
