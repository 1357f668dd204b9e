"""Which element somebody may have meant, by what they typed: a typo of an id, a part of one, or a title."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import islice
from typing import Final

from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.values import same_id, same_words

_MOST: Final = 3
_LOOKED_AT: Final = 5_000
_NEAR: Final = 0.6
_LONGEST: Final = 80
_FEW: Final = 8


def nearest(wrong: str, elements: Iterable[Element], least: float = _NEAR) -> list[Element]:
    """The elements nearest to `wrong`, by id or title, the nearest first."""
    if not wrong.strip() or len(wrong) > _LONGEST:
        return []
    scored = [(_likeness(wrong, element), element) for element in islice(elements, _LOOKED_AT)]
    near = sorted((pair for pair in scored if pair[0] >= least), key=lambda pair: (-pair[0], pair[1].id))
    return [element for _, element in near[:_MOST]]


def element_meant(wrong: str, elements: Iterable[Element], before: str = "", least: float = _NEAR) -> Text | None:
    """The remedy that names the elements nearest to `wrong`, with `before` in front of each id; None where none is."""
    near = nearest(wrong, elements, least)
    if not near:
        return None
    zh = " 或 ".join(f"{before}{element.id}（{element.title.for_language('zh')}）" for element in near)
    en = " or ".join(f"{before}{element.id} ({element.title.for_language('en')})" for element in near)
    return Text(zh=f"是不是 {zh}？", en=f"Did you mean {en}?")


def there_are(elements: Iterable[Element]) -> Text | None:
    """The first of the elements there are; None where there is none."""
    few = [element.id for element in islice(elements, _FEW + 1)]
    if not few:
        return None
    more = ("……", ", …") if len(few) > _FEW else ("", "")
    listed = few[:_FEW]
    return Text(zh=f"可以写：{'、'.join(listed)}{more[0]}", en=f"There are {', '.join(listed)}{more[1]}")


def _likeness(wrong: str, element: Element) -> float:
    typed = same_id(wrong.strip())
    words = same_words(wrong)
    ids = [same_id(element.id), same_id(element.id.rpartition("/")[2])]
    titles = [same_words(title) for title in element.title.wordings()]
    return max(*(_near(typed, element_id) for element_id in ids), *(_near(words, title) for title in titles), 0.0)


def _near(typed: str, name: str) -> float:
    if typed == name:
        return 1.0
    if len(typed) > 1 and typed in name:
        return 0.7 + 0.3 * len(typed) / len(name)
    matcher = SequenceMatcher(None, typed, name, autojunk=False)
    if matcher.real_quick_ratio() < _NEAR or matcher.quick_ratio() < _NEAR:
        return 0.0
    return matcher.ratio()
