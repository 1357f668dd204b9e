"""Did you mean …? The nearest of the names there are."""

from collections.abc import Iterable
from difflib import get_close_matches

from sevenstep.language import Text

_MAX_CHOICES = 5_000
_MAX_LENGTH = 80


def did_you_mean(wrong: str, choices: Iterable[str]) -> Text | None:
    """The remedy that names the choice nearest to `wrong`, or None where none is near."""
    if len(wrong) > _MAX_LENGTH:
        return None
    folded = {choice.casefold(): choice for choice, _ in zip(choices, range(_MAX_CHOICES), strict=False)}
    near = get_close_matches(wrong.casefold(), folded, n=2, cutoff=0.6)
    if not near:
        return None
    zh = " 或 ".join(f"“{folded[one]}”" for one in near)
    en = " or ".join(f"“{folded[one]}”" for one in near)
    return Text(zh=f"是不是 {zh}？", en=f"Did you mean {en}?")
