"""What may stand in the marks of a chapter: ids of elements, pictures, tables, figures of indicators."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.language import Text
from sevenstep.model.chapters.tables import TABLES
from sevenstep.model.chapters.values import STAGES
from sevenstep.model.element import Element
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.step2_indicators import Indicator

_OPEN: Final = re.compile(
    r"(?:\[\[(?P<link>[^\[\]|\r\n]*)|\{\{\s*(?P<word>\w*)(?:(?P<blank>\s+)(?P<rest>[^{}\r\n]*))?)$"
)
_MACROS: Final = {
    "picture": Text(zh="图", en="a picture"),
    "table": Text(zh="表", en="a table"),
    "value": Text(zh="指标的数值", en="figures of an indicator"),
}


@dataclass(frozen=True, slots=True)
class MarkOffer:
    """A word that may stand in a mark: what it is called, and the element, if it is the id of one."""

    name: str
    title: Text
    element: Element | None = None
    behind: str = ""


@dataclass(frozen=True, slots=True)
class OpenMark:
    """The mark that is being typed: the word up to the cursor, and what may stand there."""

    word: str
    offers: tuple[MarkOffer, ...]


def open_mark(chain: Chain, before: str) -> OpenMark | None:
    """The mark that is open at the end of `before`, the line up to the cursor; None outside of marks."""
    found = _OPEN.search(before)
    if found is None:
        return None
    if (link := found["link"]) is not None:
        return OpenMark(link, tuple(_elements(chain.elements.values(), closing="]]")))
    if found["blank"] is None:
        offers = (MarkOffer(word, title, behind=" ") for word, title in _MACROS.items())
        return OpenMark(found["word"], tuple(offers))
    *given, word = found["rest"].split(" ")
    return OpenMark(word, tuple(_in_macro(chain, found["word"], given)))


def _in_macro(chain: Chain, macro: str, given: list[str]) -> Iterator[MarkOffer]:
    if macro == "value" and not given:
        yield from _elements(chain.engagement.of(Indicator))
    elif macro == "value" and len(given) == 1:
        yield from (MarkOffer(stage.value, stage.label) for stage in STAGES)
    elif macro == "table" and not given:
        for name in TABLES:
            yield MarkOffer(name, SECTIONS[name].KIND.titles if name in SECTIONS else Text(plain=""))
    elif macro == "picture" and not given:
        from sevenstep.diagrams.pictures import catalogue  # every picture there is

        for name in catalogue.names(chain):
            element = chain.elements.get(name.rpartition("/")[2])
            yield MarkOffer(name, element.title if element is not None else Text(plain=""), element)


def _elements(elements: Iterable[Element], closing: str = "") -> Iterator[MarkOffer]:
    for element in elements:
        yield MarkOffer(element.id, element.title, element, closing)
