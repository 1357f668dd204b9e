"""Whether what is typed can mean an element or a field: by its id, its titles, or the initials of its Chinese title."""

import re
from collections.abc import Iterable
from typing import Final

from sevenstep.memory import by_content
from sevenstep.model.values import same_id

_WORDS: Final = re.compile(r"[\W_]+")
_HAN: Final = re.compile(r"[\u3400-\u9fff]")


def rank(typed: str, names: Iterable[str]) -> int | None:
    """How well `typed` matches the best of the names, 0 best; None where it matches none.

    The beginning of a name goes before that of a word in it, then its middle, the initials of a Chinese name, and last
    the letters in their order.
    """
    wanted = same_id(typed)
    if not wanted:
        return 0
    best: int | None = None
    for name in names:
        found = _rank(wanted, same_id(name), name)
        if found is not None and (best is None or found < best):
            best = found
    return best


def _rank(wanted: str, name: str, written: str) -> int | None:
    if name.startswith(wanted):
        return 0 if name == wanted else 1
    if wanted.isascii() and _HAN.search(written):
        short, whole = spelling(written)
        if short.startswith(wanted):
            return 2
        if whole.startswith(wanted):
            return 3
        if len(wanted) > 1 and wanted in short:
            return 5
    if any(word.startswith(wanted) for word in _WORDS.split(name)[1:]):
        return 3
    if len(wanted) > 1 and wanted in name:
        return 4
    if len(wanted) > 2 and name.isascii() and _in_order(wanted, name):
        return 6
    return None


def _in_order(wanted: str, name: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in wanted)


@by_content(50_000)
def spelling(title: str) -> tuple[str, str]:
    """The pinyin initials of a title, and all of its pinyin; what is not Chinese in it stays."""
    from pypinyin import Style, lazy_pinyin  # its tables take a moment to load

    short = "".join(lazy_pinyin(title, style=Style.FIRST_LETTER))
    return same_id("".join(short.split())), same_id("".join("".join(lazy_pinyin(title)).split()))
