"""Texts in which something may be mentioned, or noted at the foot."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath
from sevenstep.language import LANGUAGES, Text
from sevenstep.model.contents import texts

SIGNS: Final = ("[[", "【【", "[^")


Said = tuple[str, KeyPath, str]
"""An element (empty: the engagement), the place of a text in it, and the text in one language."""


def texts_with_signs(chain: Chain) -> Iterator[Said]:
    """The texts in which something may be mentioned, or noted at the foot."""
    header = chain.engagement.header
    for path, text in header.texts():
        yield from _in_languages("", path, text)
    for element in chain.elements.values():
        for path, text in texts(element):
            yield from _in_languages(element.id, path, text)


def _in_languages(element: str, path: KeyPath, text: Text) -> Iterator[Said]:
    if text.plain is not None and any(sign in text.plain for sign in SIGNS):
        yield element, path, text.plain
    for language in LANGUAGES:
        said = text.zh if language == "zh" else text.en
        if said is not None and any(sign in said for sign in SIGNS):
            yield element, (*path, language), said
