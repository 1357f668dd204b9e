"""The marks of chapters, with their places and with what those may mean that name nothing."""

from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Mark, MarkKind
from sevenstep.model.nearest import element_meant
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation

MOST_NAMES: Final[dict[MarkKind, int]] = {"picture": 1, "table": 1, "value": 3}
_MOST_SUGGESTIONS: Final = 50
"""For how many marks the nearest name is looked for: each is compared with all the names there are."""
_MOST_BY_TITLE: Final = 10
"""Of how many the nearest title is looked for, too, which takes longer."""


class Marks:
    """The marks of some kinds in all chapters, each with its place; and suggestions for the first of them."""

    def __init__(self, chain: Chain, *kinds: MarkKind) -> None:
        self.chain = chain
        self.kinds = kinds
        self.suggested = 0

    def __iter__(self) -> Iterator[tuple[Mark, Place]]:
        for chapter in self.chain.engagement.chapters:
            for mark in chapter.marks:
                if mark.kind in self.kinds:
                    yield mark, Place(chapter.file, span=mark.span)

    def meant(self, wrong: str, choices: Iterable[str], otherwise: Text) -> Text:
        self.suggested += 1
        found = did_you_mean(wrong, choices) if self.suggested <= _MOST_SUGGESTIONS else None
        return found or otherwise

    def element(self, wrong: str) -> Text:
        """Which element may be meant, by its id or, where none is near, by its title."""
        elements = self.chain.engagement.elements
        by_title = element_meant(wrong, elements.values()) if self.suggested < _MOST_BY_TITLE else None
        otherwise = Text(zh="写上要素的编号，或删掉这个引用", en="Write the id of an element, or take the mark out")
        return self.meant(wrong, elements, by_title or otherwise)


def violation_at(place: Place, message: Text, remedy: Text, replacement: str | None = None) -> Violation:
    return Violation("", message, remedy, place=place, replacement=replacement)
