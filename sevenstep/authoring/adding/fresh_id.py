"""An id that nothing has yet, in the pattern of those that the model gives to elements of the kind."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sevenstep.language import Text
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.values import MAX_ID, id_problem, same_id
from sevenstep.source.document import Plain

_NUMBERED: Final = re.compile(r"(?P<stem>.*?)(?P<number>\d+)")
_WORD: Final = re.compile(r"[^\W_]+")
_SMALL: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "is",
        "are",
        "as",
        "be",
        "its",
    ]
)
_VARIANTS: Final = frozenset({"asis", "tobe", "now", "then"})
_NO_CHANCE: Final = 4
_MOST_WORDS: Final = 4
_MOST: Final = 0.6
"""The share of ids that has to follow a pattern for it to be the model's."""


def fresh_id(
    engagement: Engagement, cls: type[Element], title: Text, fields: Mapping[str, Plain], flow: str = ""
) -> str:
    """An id for a new element: numbered on where the model numbers its kind, else out of the words of its title.

    Of a step it is the name within its `flow`.
    """
    taken = {same_id(one) for one in (*engagement.elements, *engagement.broken)}
    prefix = f"{flow}/" if flow else ""
    elements = [one for one in engagement.of(cls) if one.id.startswith(prefix) or not flow]
    ids = [one.id.rpartition("/")[2] for one in elements]

    def is_free(wanted: str) -> bool:
        return same_id(f"{prefix}{wanted}") not in taken and id_problem(wanted) is None

    parent = fields.get("parent")
    if isinstance(parent, str) and any(one.startswith(f"{parent}.") for one in ids):
        return _numbered(f"{parent}.", is_free)
    top = [one for one in ids if _NUMBERED.fullmatch(one)]
    if ids and len(top) >= _MOST * len([one for one in ids if "." not in one]):
        stem, width = _common_stem(top)
        if isinstance(parent, str) and _NUMBERED.fullmatch(parent):
            return _numbered(f"{parent}.", is_free)
        return _numbered(stem, is_free, width, _highest(top, stem) + 1)
    in_chinese = sum(not one.isascii() for one in ids) >= _MOST * len(ids) if ids else False
    name = _in_pattern(_chinese(title) if in_chinese else _words(title), ids, _alike(elements, fields), cls)
    return name if is_free(name) else _numbered(f"{name}-", is_free, 1, 2)


def _numbered(stem: str, is_free: "object", width: int = 1, first: int = 1) -> str:
    number = first
    while not is_free(f"{stem}{number:0{width}}"):  # type: ignore[operator]
        number += 1
    return f"{stem}{number:0{width}}"


def _common_stem(ids: Sequence[str]) -> tuple[str, int]:
    """What stands before the numbers of most of the ids, and how many digits these have where they are filled up."""
    found = [match for one in ids if (match := _NUMBERED.fullmatch(one)) is not None]
    stem = Counter(match["stem"] for match in found).most_common(1)[0][0]
    numbers = [match["number"] for match in found if match["stem"] == stem]
    return stem, max(map(len, numbers)) if any(number.startswith("0") for number in numbers) else 1


def _highest(ids: Iterable[str], stem: str) -> int:
    return max((int(rest) for one in ids if one.startswith(stem) and (rest := one[len(stem) :]).isdecimal()), default=0)


def _words(title: Text) -> str:
    """The words of a title as an id: English ones, else the title as it is written."""
    said = title.en or title.plain or title.zh or ""
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode()
    if sum(map(str.isalpha, plain)) * 2 >= sum(map(str.isalpha, said)):
        words = [word.casefold() for word in re.findall(r"[A-Za-z0-9]+", plain.replace("'", ""))]
        kept = [word for word in words if word not in _SMALL] or words
        return "-".join(kept[:_MOST_WORDS])
    return ""


def _chinese(title: Text) -> str:
    """A title as it is written, as an id: where the model's ids are Chinese."""
    said = title.zh or title.plain or title.en or ""
    return "-".join(re.findall(r"[^\W_]+", said)[:_MOST_WORDS])


def _alike(elements: Iterable[Element], fields: Mapping[str, Plain]) -> list[str]:
    """The ids of those of the same variant, where there are variants."""
    variant = fields.get("variant")
    return [
        one.id.rpartition("/")[2] for one in elements if variant is None or getattr(one, "variant", None) == variant
    ]


def _in_pattern(name: str, ids: Sequence[str], alike: Sequence[str], cls: type[Element]) -> str:
    """The name with the beginning and the end that the ids of the kind have in common: ``item-…``, ``…-asis``."""
    before = _shared((one.partition("-")[0] for one in ids if "-" in one), len(ids), {cls.KIND.name})
    behind = _shared((one.rpartition("-")[2] for one in alike if "-" in one), len(alike), _VARIANTS)
    if not name:
        name = f"{len(ids) + 1}" if before else f"{cls.KIND.name}-{len(ids) + 1}"
    if before and not name.startswith(f"{before}-"):
        name = f"{before}-{name}"
    if behind and not name.endswith(f"-{behind}"):
        name = f"{name}-{behind}"
    return name[:MAX_ID].rstrip("-.")


def _shared(parts: Iterable[str], count: int, usual: frozenset[str] | set[str]) -> str:
    """The part that most of the ids have: a usual one, or one that too many have for it to be chance."""
    (part, often), *_ = Counter(parts).most_common(1) or [("", 0)]
    return part if often >= _MOST * count and often >= (1 if part in usual else _NO_CHANCE) else ""
