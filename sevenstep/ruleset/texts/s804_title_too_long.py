import unicodedata
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.memory import per_element
from sevenstep.model.element import Element
from sevenstep.ruleset.rule import Violation, rule

WIDEST_TITLE: Final = 60
"""In cells of a terminal, of which a Chinese character takes two: about three lines of a box in a picture."""


@rule(
    "S804",
    "title-too-long",
    Severity.WARNING,
    literal=True,
    title=Text(zh=f"名称不超过 {WIDEST_TITLE // 2} 个汉字", en=f"A title has at most {WIDEST_TITLE} letters"),
    reason=Text(
        zh="更长的名称在图里要占很多行，也没有人会这样称呼它。",
        en="A longer one fills its box in every picture, and nobody will call the thing by it.",
    ),
)
def title_too_long(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        for language, said, width in _too_long(element):
            yield Violation(
                element.id,
                Text(
                    zh=f"名称有 {width // 2} 个汉字宽：“{said}”",
                    en=f"The title is {width} letters wide: “{said}”",
                ),
                Text(zh="写短，细节放进 description", en="Shorten it; details go into description"),
                ("title", language) if language else ("title",),
            )


@per_element
def _too_long(element: Element) -> Iterator[tuple[str, str, int]]:
    """Each wording that is too wide: its language, the words, how wide they are."""
    title = element.title
    for language, said in (("zh", title.zh), ("en", title.en), ("", title.plain)):
        width = _width(said) if said is not None else 0
        if said is not None and width > WIDEST_TITLE:
            yield language, said, width


def _width(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
