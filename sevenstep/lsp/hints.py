"""Titles beside the ids that name other elements."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Language
from sevenstep.lsp.open_engagement import OpenEngagement

_LONGEST: Final = 24


@dataclass(frozen=True, slots=True)
class Hint:
    """A title behind an id: `line` and `column` where the id ends."""

    line: int
    column: int
    title: str
    whole: str


def hints(engagement: OpenEngagement, file: str, first: int, last: int, language: Language) -> Iterator[Hint]:
    """The titles for the ids in those lines of a file."""
    document, mentions = engagement.document(file), engagement.mentions
    if document is None or mentions is None:
        return
    for mention in mentions.of(document):
        element = mentions.chain.elements.get(mention.element)
        if mention.is_definition or element is None or not first <= mention.span.line <= last:
            continue
        whole = element.title.for_language(language)
        title = whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1]}…"
        yield Hint(mention.span.end_line, mention.span.end_column, title, whole)
