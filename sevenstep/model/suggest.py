"""Did you mean …? The nearest of the names there are."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from sevenstep.language import Text

_MAX_CHOICES: Final = 5_000
_MAX_LENGTH: Final = 80
_NEAR: Final = 0.6
_SURE: Final = 0.8
_NUMBERS: Final = re.compile(r"\d+")


def did_you_mean(wrong: str, choices: Iterable[str]) -> Text | None:
    """The remedy that names the choice nearest to `wrong`, or None where none is near."""
    near = _nearest(wrong, choices, 2, _NEAR)
    if not near:
        return None
    zh = " 或 ".join(f"“{choice}”" for choice in near)
    en = " or ".join(f"“{choice}”" for choice in near)
    return Text(zh=f"是不是 {zh}？", en=f"Did you mean {en}?")


def surely_meant(wrong: str, choices: Iterable[str]) -> str | None:
    """The one choice that `wrong` can only be a typo of; None where none or several come into question."""
    near = _nearest(wrong, choices, 2, _NEAR)
    return near[0] if len(near) == 1 and _nearest(wrong, near, 1, _SURE) else None


def likely_meant(wrong: str, choices: Iterable[str]) -> list[str]:
    """The choices that `wrong` may be a typo of, the nearest first. Another number is no typo: of the report of another
    year a name may well be right."""
    numbers = _NUMBERS.findall(wrong)
    return _nearest(wrong, (choice for choice in choices if _NUMBERS.findall(choice) == numbers), 2, _SURE)


def _nearest(wrong: str, choices: Iterable[str], most: int, cutoff: float) -> list[str]:
    if len(wrong) > _MAX_LENGTH:
        return []
    folded = {choice.casefold(): choice for choice, _ in zip(choices, range(_MAX_CHOICES), strict=False)}
    return [folded[key] for key in get_close_matches(wrong.casefold(), folded, n=most, cutoff=cutoff)]
