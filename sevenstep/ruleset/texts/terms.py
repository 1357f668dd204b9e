"""Every text, and how the words of the glossary are found in it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath
from sevenstep.language import Text
from sevenstep.model.contents import texts
from sevenstep.model.values import same_words

Some = TypeVar("Some")

_LATIN: Final = "[a-z0-9\u00df-\u024f\u0300-\u036f]"


def every_text(chain: Chain) -> Iterator[tuple[str, KeyPath, Text]]:
    """Every text with its element; those of the engagement itself, which has no id here, first."""
    for path, text in chain.engagement.header.texts():
        yield "", path, text
    for element in chain.elements.values():
        for path, text in texts(element):
            yield element.id, path, text


def by_folded_word(words: Iterable[tuple[str, Some]]) -> dict[str, Some]:
    """What is said of each word, by what the word is compared by."""
    return {folded: said for word, said in words if (folded := same_words(word))}


def pattern_of(words: Iterable[str], *, ended: bool = True) -> re.Pattern[str]:
    """Finds any of the words in what `same_words` makes of a text, the longest first; Latin ones as whole words, which
    Chinese may stand right beside. Not `ended`, a word may go on, as in the plural."""
    parts = []
    for word in sorted(words, key=lambda word: (-len(word), word)):
        before = f"(?<!{_LATIN})" if re.match("[a-z0-9]", word[0]) else ""
        after = f"(?!{_LATIN})" if ended and re.match("[a-z0-9]", word[-1]) else ""
        parts.append(f"{before}{re.escape(word)}{after}")
    return re.compile("|".join(parts))
