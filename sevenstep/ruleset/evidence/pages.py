"""Pages as people cite them: “p. 43”, “pp. 37-54”, “第 43 页”."""

import re
import unicodedata
from typing import Final

_STRETCH: Final = re.compile(r"(\d{1,6})(?:\s*(?:[-–—−~〜至到]|to)\s*(\d{1,6}))?")


def share_a_page(one: str, other: str) -> bool:
    """Whether two citations can mean the same page; they can where one of them has no number."""
    first, second = _stretches(one), _stretches(other)
    if not first or not second:
        return True
    return any(low <= last and start <= high for low, high in first for start, last in second)


def _stretches(said: str) -> list[tuple[int, int]]:
    found = _STRETCH.findall(unicodedata.normalize("NFKC", said[:200]))
    return [(int(low), max(int(low), int(high or low))) for low, high in found]
