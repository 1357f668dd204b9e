"""Parts of sentences that several grounds of a verdict share."""

from collections.abc import Sequence
from typing import Final

from sevenstep.language import Text, joined, noun
from sevenstep.model.element import Element
from sevenstep.model.step6_items import Item

_MOST_NAMED: Final = 4
_MOST_LETTERS: Final = 40


def numbered(places: Sequence[int]) -> tuple[str, str]:
    """Operations by their numbers, which count from 1."""
    shown = [str(place + 1) for place in places]
    return f"第 {'、'.join(shown)} 步", f"{noun(len(shown), 'Operation')} {', '.join(shown)}"


def titles_of(elements: Sequence[Element]) -> Text:
    """The titles of some elements, and whether there are more."""
    shown = joined(element.title.inserted_into(zh="“{}”", en="“{}”") for element in elements[:_MOST_NAMED])
    return shown if len(elements) <= _MOST_NAMED else shown.inserted_into(zh="{}等", en="{} …")


def named(item: Item, place: int) -> Text:
    """What is done in an operation, in quotation marks."""
    said = item.operations[place].does
    return Text(zh=f"“{_short(said.for_language('zh'))}”", en=f"“{_short(said.for_language('en'))}”")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_LETTERS else plain[: _MOST_LETTERS - 1] + "…"
