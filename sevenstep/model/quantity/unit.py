"""What may stand as a unit: a name, a product or quotient of names; never what begins like a number or a remark."""

import re
from typing import Final

from sevenstep.language import Text
from sevenstep.memory import per_process
from sevenstep.model import unit_names
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.time_units import TIME_UNIT, canonical_unit, is_time, is_working_days

MAX_UNIT: Final = 40
_SIZES: Final = r"(?:20|40|45|53) ?(?:ft|foot|feet|英尺|尺)"
_NAME: Final = (
    rf"(?:{_SIZES} ?)?[^\W\d_]++(?:(?<=[A-Za-z])[0-9]++[^\W\d_]*+)*+[²³]?|[%‰°¥$€£₩₽฿₫#℃㎡㎥′″](?:[^\W\d_]++)?|{_SIZES}"
)
"""A name; digits stand in it behind Latin letters only, as in CO2. What was read is not given back: no text is slow."""
_NAMES: Final = rf"(?:(?:{_NAME})(?:\^-?[1-9])?(?:[-.&](?=[^\W\d_])|[ ·*×]{{0,2}}))++"
_FORM: Final = re.compile(
    rf"{_NAMES}(?:(?:/|每|(?<= )per\b) ?(?:[0-9][0-9,]{{0,9}}+ ?)?{_NAMES}){{0,3}}+|(?:/|per |每){_NAMES}"
)
_NO_NAME: Final = re.compile(
    r"\A[百千万亿]+[零一二两三四五六七八九]|\A半\Z|\A(?:(?:to|and|or)(?: |\Z)|x |per\Z)|[-.&*·×]\Z"
    r"|(?![²³])[\u2070-\u209f\u2150-\u218f\u2460-\u24ff\u2776-\u2793½¼¾¹]|\A[²³]",
    re.IGNORECASE,
)
"""What has the form of a name and is none: further numerals, words that join, signs at the end, digits in a circle."""
_AFTER_KNOWN: Final = re.compile(r" ?(?:[/·*×^²³-]|每|per\b|of\b|p\.a\.|a\b|each\b)", re.IGNORECASE)
_REMARK: Final = re.compile("(?:之?[后前外间里]|多|余|来|[早晚]|平均|以来|延[迟误]|不到|[的了吗呢])")
_SCALE_WORDS: Final = sorted(unit_names.SCALES, key=len, reverse=True)
_SCALE: Final = re.compile(
    "(" + "|".join(word + r"(?![a-z])" if word.isascii() else word for word in _SCALE_WORDS) + ") *", re.IGNORECASE
)
_SHORT_SCALES: Final = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9}
_SHORT: Final = re.compile(r"(k|mm?|b)(?![a-z]) *", re.IGNORECASE)
_POINTS: Final = frozenset(map(canonical_unit, unit_names.POINTS))


def is_points(unit: str) -> bool:
    """Whether it is a difference in points of per cent, which is not per cent: from 40 % to 44 % are 4 points."""
    return canonical_unit(unit).removeprefix("个") in _POINTS


def is_per_cent(unit: str) -> bool:
    """Whether it is per cent."""
    return canonical_unit(unit) in {"%", "percent", "pct", "百分比"}


@per_process
def _currencies() -> tuple[dict[str, str], re.Pattern[str]]:
    known = {canonical_unit(name): code for code, names in unit_names.CURRENCIES.items() for name in (code, *names)}
    names = sorted(
        {name for code, names in unit_names.CURRENCIES.items() for name in (code, *names)}, key=len, reverse=True
    )
    ascii_end = (re.escape(name) + (r"(?![a-z])" if name[-1].isalpha() and name.isascii() else "") for name in names)
    return known, re.compile("|".join(ascii_end), re.IGNORECASE)


def currency_at(text: str, position: int = 0) -> tuple[str, int] | None:
    """The currency that is named at a place of a plain text, as it stands there, and where that ends."""
    match = _currencies()[1].match(text, position)
    return (match[0], match.end()) if match else None


def currency(unit: str) -> str | None:
    """The code of the currency that a unit is, a scale before it left out; None of any other unit."""
    bare = unit
    for _ in range(3):
        if match := _SCALE.match(bare):
            bare = bare[match.end() :]
    return _currencies()[0].get(canonical_unit(bare))


def is_currency(unit: str) -> bool:
    """Whether an amount in it is one of money, in a currency of the table or by any code of ISO 4217."""
    return currency(unit) is not None or scale_of(unit)[1].strip() in unit_names.CURRENCY_CODES


def is_known_unit(name: str) -> bool:
    """Whether a word is the name of a unit that everybody knows: of time, money, length, weight and the like."""
    plain = canonical_unit(name)
    return is_time(plain) or is_points(plain) or currency(plain) is not None or plain in _measures()


@per_process
def _measures() -> frozenset[str]:
    tables = {**unit_names.MEASURES, **unit_names.EMISSIONS, **unit_names.THINGS, **unit_names.SHARES}
    return frozenset(canonical_unit(name) for known, names in tables.items() for name in (known, *names))


def scale_of(unit: str) -> tuple[float, str]:
    """The factor that stands before a unit, and what is left: 10,000 and 元 of 万元."""
    factor, rest = 1.0, unit
    for _ in range(3):
        match = _SCALE.match(rest)
        if match is None or canonical_unit(rest) in whole_names():
            break
        factor, rest = factor * unit_names.SCALES[match[1].casefold()], rest[match.end() :]
    return factor, rest


@per_process
def whole_names() -> frozenset[str]:
    """Names that begin with a scale without being one, such as 千瓦."""
    return frozenset(
        canonical_unit(name)
        for table in (unit_names.MEASURES, unit_names.THINGS)
        for names in table.values()
        for name in names
    )


def with_short_scale(unit: str, has_currency: bool) -> tuple[float, str]:
    """The factor of ``k``, and before or behind a currency of ``m`` and ``b``, and the rest of the unit."""
    match = _SHORT.match(unit)
    if match is None:
        return 1.0, unit
    rest = unit[match.end() :]
    is_money = (not rest and has_currency) or (currency_at(rest) is not None) or (has_currency and rest.startswith("/"))
    if match[1].casefold() != "k" and not is_money:
        return 1.0, unit
    if match[1].casefold() == "k" and rest and not is_money:
        return 1.0, unit
    return _SHORT_SCALES[match[1].casefold()], rest


def checked_unit(unit: str, text: str) -> str:
    """The unit, blanks at its ends and doubled ones left out; raises InvalidValue where the rest of a text is none."""
    plain = " ".join(unit.split())
    if not plain:
        return ""
    if len(plain) > MAX_UNIT or not _FORM.fullmatch(plain) or _NO_NAME.search(plain) or _has_remark(plain):
        raise InvalidValue(
            Text(
                zh=f"“{text}”读到数字为止：后面的“{_short(plain)}”不是单位",
                en=f"In “{text}”, “{_short(plain)}” is not a unit",
            ),
            Text(
                zh="数字后面只写单位，如 36.5 h、50 CNY、70%；说明写进 note 或 description",
                en="Only a unit stands behind a number, as in 36.5 h, 50 CNY, 70%; remarks go into note or description",
            ),
        )
    if plain == "M":
        raise InvalidValue(
            Text(
                zh=f"“{text}”里的 M 可以是百万、分钟、米或月",
                en=f"M in “{text}” can be millions, minutes, metres or months",
            ),
            Text(zh="写成 百万、min、m 或 mo", en="Write million, min, metres or mo"),
        )
    return plain


def _short(text: str) -> str:
    return text if len(text) <= MAX_UNIT else text[:MAX_UNIT] + "…"


def _has_remark(plain: str) -> bool:
    """Whether words follow a unit that is whole by itself: ``d late``, ``天后``, ``% complete``."""
    if is_working_days(plain) or is_points(plain) or currency(plain) or canonical_unit(plain) in whole_names():
        return False
    if plain[0] in "%‰":
        return bool(plain[1:]) and not _AFTER_KNOWN.match(plain, 1)
    match = TIME_UNIT.match(plain)
    if match is None or match.end() == len(plain) or is_time(plain):
        return False
    if plain[match.end()] == " " and match[0].isascii():
        return _AFTER_KNOWN.match(plain, match.end()) is None
    return _REMARK.fullmatch(plain, match.end()) is not None
