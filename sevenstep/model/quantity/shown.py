"""Numbers with their units as readers are shown them: the one place that decides how a quantity is written.

Chinese ``450 亿元``, ``7,800 元/标箱``, ``9 天``; English ``CNY 45 bn``, ``CNY 7,800/TEU``, ``9 days``. What is
written, read again by `sevenstep.model.quantity.grammar`, is the same quantity within the digits shown.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Language
from sevenstep.model.quantity.digits import (
    MINUS,
    apart_places,
    decimal,
    given_places,
    magnitude,
    rounded_places,
    share_places,
    written_places,
)
from sevenstep.model.quantity.unit_words import Wording, wording
from sevenstep.model.unit_names import SCALES

_STEPS: Final[dict[Language, tuple[tuple[float, str, str], ...]]] = {
    "zh": ((1e12, "万亿", "万亿"), (1e8, "亿", "亿"), (1e4, "万", "万")),
    "en": ((1e12, "tn", "trillion"), (1e9, "bn", "billion"), (1e6, "mn", "million")),
}
"""Scales: from how much on, the word behind an amount of money, and that before any other unit."""
_CHINESE_SCALES: Final = {scale: word for word, scale in SCALES.items() if not word.isascii()}
_SHORT: Final = 2
"""Decimals of a number that somebody gave, at most, for it to be written with a scale."""
_FROM: Final = {"zh": 1e5, "en": 1e6}
"""From which number on a computed one is written with a scale; a given one from 10,000 on where it stays as short."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What a number is divided by before it is written, and the word for that."""

    divisor: float = 1.0
    word: str = ""


def plain_number(number: float) -> str:
    """A number without needless digits, its thousands apart: ``0.5``, ``42``, ``7,800``."""
    return decimal(number, given_places(number))


def unit_shown(unit: str, language: Language) -> str:
    """What a unit is called, the blank before it included; nothing for a pure number. For axes and heads of columns:
    what stands with a number is written by `written`."""
    said = wording(unit, language)
    name = f"{said.before}{said.behind}"
    scale = ""
    if said.factor != 1.0:
        scale = _scale_word(said.factor, language, is_money=bool(said.before))
        name = f"{said.before} {scale}{said.behind}" if said.before else _after_scale(scale, said.behind)
    if not name:
        return ""
    return name if said.is_close and not scale else f" {name}"


_IN_FULL: Final = {"s": "seconds", "min": "minutes", "h": "hours"}


def unit_name(unit: str, language: Language) -> str:
    """What a unit is called where no number stands before it: hours, 小时, 月."""
    name = unit_shown(unit, language).strip()
    return _IN_FULL.get(name, name) if language == "en" else name.removeprefix("个") or name


def _scale_word(factor: float, language: Language, *, is_money: bool) -> str:
    if language == "zh" and factor in _CHINESE_SCALES:
        return _CHINESE_SCALES[factor]
    for divisor, money, other in _STEPS[language]:
        if factor >= divisor:
            times = factor / divisor
            before = "" if times == 1 else decimal(times, 4) + (" " if language == "en" else "")
            return before + (money if is_money else other)
    return decimal(factor, 4)


def _after_scale(scale: str, behind: str) -> str:
    """万标箱, but 万 kWh and million TEU."""
    is_apart = scale and behind and (behind[0].isascii() or scale[-1].isascii())
    return f"{scale}{' ' if is_apart else ''}{behind}"


# -- a number with its unit ----------------------------------------------------------


def given(
    numbers: Sequence[float],
    unit: str,
    language: Language,
    *,
    joint: str = "",
    apart: Iterable[float] = (),
) -> str:
    """Numbers that somebody wrote, with all their digits: one, or the ends of a range."""
    said = wording(unit, language)
    base = [_clean(number * said.factor) for number in numbers]
    scale = _scale_of_given(base, said, language)
    others = [other * said.factor / scale.divisor for other in apart]
    numbers = [each / scale.divisor for each in base]
    shown = [decimal(number, apart_places(number, max(given_places(number), 4), others)) for number in numbers]
    return _together(shown, said, scale, language, joint)


def written(
    number: float,
    unit: str,
    language: Language,
    beside: Iterable[float] = (),
    *,
    apart: Iterable[float] = (),
    half: float = 0.0,
    digits: int = 2,
) -> str:
    """A computed number, to the digits that its size and its error (`half`) deserve.

    It is written in one scale with those `beside` it, with as many digits, and told apart from those `apart`.
    """
    said = wording(unit, language)
    base = number * said.factor
    others = [other * said.factor for other in beside]
    scale = _scale_of([base, *others], said, language)
    together = [each / scale.divisor for each in (base, *others)]
    error = half * said.factor / scale.divisor
    if said.behind == "%":
        places = share_places(together, half=error)
    else:
        digits += scale.word != ""
        least = 1 if _is_days(said, together) else 0
        places = rounded_places(together[0], together[1:], digits=digits, half=error, least=least)
    wanted = apart_places(together[0], places, [other * said.factor / scale.divisor for other in apart])
    if wanted > places or not others:
        text = decimal(together[0], wanted)
    else:
        text = decimal(together[0], written_places(together, places), zeros=True)
    return _together([text], said, scale, language)


def _is_days(said: Wording, numbers: Iterable[float]) -> bool:
    """Whether these are days, of which a tenth is hours: 17.7 days are no 18."""
    return said.behind in {"天", "days"} and all(abs(number) < 100 for number in numbers)


def written_range(ends: tuple[float, float], unit: str, language: Language, joint: str = "–") -> str:
    """Both ends of a computed range, to the digits that tell them apart."""
    said = wording(unit, language)
    base = [end * said.factor for end in ends]
    scale = _scale_of(base, said, language)
    together = [end / scale.divisor for end in base]
    places = rounded_places(together[0], together[1:], digits=2 + (scale.word != ""))
    shown = [decimal(end, written_places(together, places), zeros=True) for end in together]
    return _together(list(dict.fromkeys(shown)), said, scale, language, joint)


def full_unit(unit: str, language: Language) -> tuple[float, str]:
    """For a number in full: the factor that takes its scale in, and what the unit is called without it."""
    said = wording(unit, language)
    return said.factor, f"{said.before}{said.behind}"


def scale_for(largest: float, unit: str, language: Language) -> tuple[float, str]:
    """For an axis that reaches so far: the factor for its numbers, and what its unit is called with it."""
    said = wording(unit, language)
    scale = _scale_of([largest * said.factor], said, language)
    if said.before:
        name = f"{said.before} {scale.word}{said.behind}" if scale.word else f"{said.before}{said.behind}"
    else:
        name = _after_scale(scale.word, said.behind)
    return said.factor / scale.divisor, name.strip()


def _scale_of(numbers: Sequence[float], said: Wording, language: Language) -> Scale:
    """The scale for computed numbers: that of the largest, unless the smallest would be next to nothing in it."""
    sizes = [abs(number) for number in numbers if number and math.isfinite(number)]
    if not said.is_scaled or not sizes or max(sizes) < _FROM[language]:
        return Scale() if not sizes or not said.is_scaled else _scale_of_given(numbers, said, language)
    for divisor, money, other in _STEPS[language]:
        if max(sizes) >= divisor and min(sizes) >= divisor / 1_000:
            return Scale(divisor, money if said.before else other)
    return Scale()


def _scale_of_given(numbers: Sequence[float], said: Wording, language: Language) -> Scale:
    """The scale for numbers that somebody gave: the largest in which all of them are short."""
    sizes = [abs(number) for number in numbers if number and math.isfinite(number)]
    if not said.is_scaled or not sizes or max(sizes) < 1e4:
        return Scale()
    most = _SHORT if max(sizes) >= _FROM[language] else 1
    for divisor, money, other in _STEPS[language]:
        if max(sizes) >= divisor and all(_decimals(size / divisor) <= most for size in sizes):
            return Scale(divisor, money if said.before else other)
    return Scale()


def _decimals(number: float) -> int:
    """How many decimals it takes to write a number in full."""
    text = f"{_clean(number):.10f}".rstrip("0")
    return len(text.partition(".")[2])


def _clean(number: float) -> float:
    """The number without what computing left behind it."""
    if not number or not math.isfinite(number):
        return number
    return round(number, 11 - magnitude(number))


def _together(shown: Sequence[str], said: Wording, scale: Scale, language: Language, joint: str = "") -> str:
    """The written numbers with what stands before and behind them."""
    number = joint.join(shown) if len(shown) > 1 else shown[0]
    if said.before:
        sign = MINUS if number.startswith(MINUS) and len(shown) == 1 else ""
        word = f" {scale.word}" if scale.word else ""
        return f"{sign}{said.before} {number.removeprefix(MINUS) if sign else number}{word}{said.behind}"
    behind = _after_scale(scale.word, said.of(number) if not scale.word else said.behind)
    gap = "" if not behind or (said.is_close and not scale.word) else " "
    return f"{number}{gap}{behind}"
