"""One number, as people write it in both languages, read at a place of a text.

``1,200.5``, ``1 200``, ``-30``, ``1e3``, ``3×10^4``, ``1/3``, ``½``, ``十五``, ``一点五``, ``two``. A comma groups
thousands or is refused with both readings: nothing is guessed.
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from sevenstep.language import Text
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.plain import DASH

CHINESE_DIGITS: Final = "零〇一二两三四五六七八九"
_VULGAR: Final = "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_WORDS: Final = (*("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),)
_MOST: Final = 1e30

STARTS: Final = rf"(?:\.?[0-9]|[{_VULGAR}]|[{CHINESE_DIGITS}十半]|(?:{'|'.join(_WORDS)}|half|an?)\b)"
"""How a number begins, its sign left out."""

_DIGITS: Final = re.compile(
    r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9,'])(?:\.[0-9]+)?"  # blanks between groups of three
    r"|[0-9]+(?:[,'.][0-9]+)*"
    r"|\.[0-9]+"
)
_GROUPED: Final = re.compile(
    r"[1-9][0-9]{0,2}(?:(,|')[0-9]{3})(?:\1[0-9]{3})*(?:\.[0-9]+)?|[1-9][0-9]{0,2}(?: [0-9]{3})+(?:\.[0-9]+)?"
)
_PLAIN: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+")
_POWER: Final = re.compile(
    r"[eE]([-+]?[0-9]{1,3})(?!\.?[0-9]|[A-Za-z])| ?[×x*·] ?10(?:\^([-+]?[0-9]{1,3})|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))"
)
_FRACTION: Final = re.compile(r"(?:([0-9]{1,6}) )?([0-9]{1,6}) ?/ ?([0-9]{1,6})(?![0-9.,'])")
_WITH_VULGAR: Final = re.compile(rf"([0-9]{{1,6}})? ?([{_VULGAR}])")
_CHINESE: Final = re.compile(rf"[{CHINESE_DIGITS}十百千万亿]+(?:点[{CHINESE_DIGITS}]+)?")
_ENGLISH: Final = re.compile(rf"(half an?|half|an?|{'|'.join(_WORDS)})\b(?=[ -][a-z]|\Z)", re.IGNORECASE)
_AND_A_HALF: Final = re.compile(r" and a half\b", re.IGNORECASE)
_ZEROS_MEANT: Final = 2
"""Zeros at the end of a whole number may be rounding; of so many digits all are taken for meant."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, where it ends, and half of its last digit: what it leaves open by having been rounded."""

    value: float
    end: int
    half: float = 0.0
    only_times: bool = False
    """Whether it counts only before a unit of time: ``a day``, ``半天``."""


def number_at(text: str, position: int, whole: str) -> Number | None:
    """The number that begins at `position` of a plain text, or None; `whole` is what messages call it.

    Raises InvalidValue.
    """
    sign = -1.0 if text[position : position + 1] in {"-", DASH} else 1.0
    begin = position + (text[position : position + 1] in {"-", "+", DASH})
    found = _unsigned(text, begin, whole) if begin < len(text) else None
    if found is None:
        return None
    if begin > position and not (text[begin].isdigit() or text[begin] in "." + _VULGAR):
        return None
    if not math.isfinite(found.value) or found.value > _MOST:
        raise InvalidValue(
            Text(zh=f"“{whole}”太大", en=f"“{whole}” is too large"),
            Text(zh="换一个大一些的单位，如 亿元、万吨", en="Take a larger unit, such as billion CNY"),
        )
    return Number(sign * found.value, found.end, found.half, found.only_times)


def _unsigned(text: str, begin: int, whole: str) -> Number | None:
    if match := _FRACTION.match(text, begin):
        return _fraction(match, whole)
    if match := _WITH_VULGAR.match(text, begin):
        return Number(float(match[1] or 0) + unicodedata.numeric(match[2]), match.end())
    if match := _DIGITS.match(text, begin):
        return _with_half(text, _of_digits(text, match, whole))
    if text.startswith("半", begin):
        return Number(0.5, begin + 1, only_times=True)
    if match := _CHINESE.match(text, begin):
        return _of_chinese(text, match, whole)
    if match := _ENGLISH.match(text, begin):
        word = match[1].casefold()
        value = float(_WORDS.index(word) + 1) if word in _WORDS else 0.5 if word.startswith("half") else 1.0
        return _with_half(text, Number(value, match.end(), only_times=word not in _WORDS))
    return None


def _with_half(text: str, number: Number) -> Number:
    if match := _AND_A_HALF.match(text, number.end):
        return Number(number.value + 0.5, match.end(), 0.0, number.only_times)
    return number


def _of_digits(text: str, match: re.Match[str], whole: str) -> Number:
    digits = match[0]
    if not (_PLAIN.fullmatch(digits) or _GROUPED.fullmatch(digits)):
        raise _two_readings(digits, whole)
    plain = re.sub("[, ']", "", digits)
    exponent, end = 0, match.end()
    if power := _POWER.match(text, end):
        exponent, end = (
            int(power[1] or power[2] or unicodedata.normalize("NFKC", power[3]).replace("−", "-")),
            power.end(),
        )
    try:
        value = float(f"{plain}e{exponent}")
    except ValueError:
        raise InvalidValue(Text(zh=f"“{whole}”不是数值", en=f"“{whole}” is not a quantity")) from None
    whole_part, _, decimals = plain.partition(".")
    zeros = 0 if decimals else len(whole_part) - max(len(whole_part.rstrip("0")), _ZEROS_MEANT)
    places = exponent - len(decimals) + max(zeros, 0)
    return Number(value, end, 0.5 * 10.0 ** min(max(places, -300), 300))


def _two_readings(digits: str, whole: str) -> InvalidValue:
    """What a comma means that groups no thousands: a decimal point, or nothing."""
    readings = list(dict.fromkeys(_readings(digits)))
    shown = digits.replace(" ", "\u00a0")
    listed_zh, listed_en = " 或 ".join(readings), " or ".join(readings)
    return InvalidValue(
        Text(
            zh=f"“{whole}”里的 {shown} 可以有几种读法：{listed_zh}"
            if len(readings) > 1
            else f"“{whole}”里的 {shown} 读不准",
            en=f"{shown} in “{whole}” can be read as {listed_en}"
            if len(readings) > 1
            else f"{shown} in “{whole}” cannot be read for certain",
        ),
        Text(
            zh=f"小数用点，千位可以用逗号三位一组：写成 {listed_zh}",
            en=f"Decimals take a point; commas only group thousands, by threes: write {listed_en}",
        ),
    )


def _readings(digits: str) -> Iterator[str]:
    last = max(digits.rfind(mark) for mark in ",.'")
    bare = re.sub("[,.' ]", "", digits)
    if len(set(re.findall("[,.']", digits))) == 2 or (len(re.findall("[,.']", digits)) == 1):
        yield (re.sub("[,.']", "", digits[:last]) or "0") + "." + digits[last + 1 :]
    if len(set(re.findall("[,.']", digits))) == 1:
        yield bare.lstrip("0") or "0"
    elif "." in digits and digits.rfind(".") < last:
        first = min(digits.find(mark) for mark in ",.'" if mark in digits)
        yield digits[:first] + "." + re.sub("[,.']", "", digits[first + 1 :])


def _fraction(match: re.Match[str], whole: str) -> Number:
    above, below = int(match[2]), int(match[3])
    if below == 0 or above >= below:
        raise InvalidValue(
            Text(zh=f"“{whole}”里的 {match[0]} 不是真分数", en=f"{match[0]} in “{whole}” is not a part of one"),
            Text(zh="写成小数，如 1.5", en="Write it with a point, as in 1.5"),
        )
    return Number(float(int(match[1] or 0) + Fraction(above, below)), match.end())


# -- Chinese numerals ----------------------------------------------------------------

_PLACES: Final = {"十": 10, "百": 100, "千": 1_000}
_SCALES: Final = {"万": 10_000, "亿": 100_000_000}


def _of_chinese(text: str, match: re.Match[str], whole: str) -> Number | None:
    written, point, decimals = match[0].partition("点")
    end = match.start() + len(written)
    # 万 and 亿 that close the numeral belong to the unit, as in 3 万元: what is shown stays what was typed.
    bare = written.rstrip("万亿") if not point else written
    end -= len(written) - len(bare)
    if not bare or text.startswith("分之", match.end()):
        return None
    value = _chinese(bare)
    if value is None:
        raise InvalidValue(
            Text(zh=f"“{whole}”里的“{written}”读不准", en=f"“{written}” in “{whole}” cannot be read for certain"),
            Text(zh="用阿拉伯数字写，如 350、3..5", en="Write it in digits, as in 350 or 3..5"),
        )
    if not point:
        return Number(float(value), end)
    fraction = "".join(str(_digit(character)) for character in decimals)
    return Number(float(f"{value}.{fraction}"), match.end(), 0.5 * 10.0 ** -len(fraction))


def _digit(character: str) -> int:
    return {"零": 0, "〇": 0, "两": 2}.get(character) or (
        "一二三四五六七八九".index(character) + 1 if character in "一二三四五六七八九" else 0
    )


def _chinese(written: str) -> int | None:
    """The value of a numeral; None where it is not written as that value is (``三五``, ``三百五``)."""
    total = section = 0
    digit: int | None = None
    for character in written:
        if character in _PLACES:
            section += (1 if digit is None else digit) * _PLACES[character]
            digit = None
        elif character in _SCALES:
            section += digit or 0
            total = (
                (total + section) * _SCALES[character] if character == "亿" else total + section * _SCALES[character]
            )
            section, digit = 0, None
        else:
            digit = _digit(character)
    total += section + (digit or 0)
    same = written.replace("〇", "零").replace("两", "二")
    return (
        total
        if total < 10**13
        and same in {(full := _in_chinese(total)), full.removeprefix("一") if full.startswith("一十") else full}
        else None
    )


def _in_chinese(number: int) -> str:
    """A whole number as it is written in full."""
    if number == 0:
        return "零"
    parts: list[str] = []
    gap = False
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section, number = divmod(number, scale)
        if section >= 10_000:
            return ""
        if section:
            needs_zero = bool(parts) and (gap or section < 1_000)
            parts.append(("零" if needs_zero else "") + _section(section) + name)
            gap = False
        elif parts:
            gap = True
    return "".join(parts)


def _section(number: int) -> str:
    written = ""
    gap = False
    for place, name in ((1_000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, place)
        if digit:
            written += ("零" if gap else "") + "一二三四五六七八九"[digit - 1] + name
            gap = False
        elif written:
            gap = True
    return written
