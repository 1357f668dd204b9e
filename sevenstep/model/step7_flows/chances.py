"""What stands behind a target of ``next``: a chance, a condition, or both in one text.

``80%``, ``80% complete``, ``90%齐全``, ``0.9 ok``, ``九成 合格``, ``齐全（90%）``. A number that looks like a chance
and is none for certain is refused, with the two ways to say what is meant: no branch takes what is left in silence.
"""

import re
from typing import Any, Final

from sevenstep.language import Text
from sevenstep.model.quantity import InvalidValue, is_known_unit
from sevenstep.model.quantity.number import CHINESE_DIGITS
from sevenstep.model.quantity.plain import same_width
from sevenstep.source.characters import brief

_LONGEST: Final = 200
_ABOUT: Final = r"(?:(?:大约|大概|约|近|~|≈|about|around|approximately|approx\.?|roughly|ca\.?|nearly|almost) ?)?"
_NUMERAL: Final = (
    rf"(?:[0-9][0-9.,']*(?:[eE][-+]?[0-9]{{1,3}})?|\.[0-9]+|[{CHINESE_DIGITS}十百]+(?:点[{CHINESE_DIGITS}]+)?)"
)
_PER_CENT: Final = r"(?:%|‰|﹪|per ?cent\b|percent\b|pct\b)"
_TENTHS: Final = (
    rf"(?:[{CHINESE_DIGITS}]|[0-9](?:\.[0-9])?) ?成(?![功品本交员年为就果立都熟分套百千万人新])[一二三四五六七八九半]?"
)
_SURE: Final = (
    rf"{_ABOUT}(?:-?{_NUMERAL} ?{_PER_CENT}|[百千]分之 ?{_NUMERAL}|{_TENTHS}"
    r"|[一二三四五六七八九十两]+分之[一二三四五六七八九十]+|(?<![^\W约概近])一半(?=的|及?以[上下]|\W|\Z))"
)
_BARE: Final = rf"(?<![0-9.]){_ABOUT}(?:0?\.[0-9]+|[1-9][0-9]?/[1-9][0-9]{{0,2}}|[½¼¾⅓⅔])(?![0-9])"
_MARK: Final = r" *[:;,|=、–—-]? *"

_LEADING: Final = re.compile(rf"(?P<open>[(\[])? *(?P<chance>{_SURE}) *(?(open)[)\]])", re.IGNORECASE)
_LEADING_BARE: Final = re.compile(rf"(?P<open>[(\[])? *(?P<chance>{_BARE}) *(?(open)[)\]]|(?=[ :;,|(]))", re.IGNORECASE)
_TRAILING: Final = re.compile(rf"{_MARK}(?P<open>[(\[])? *(?P<chance>{_SURE}) *(?(open)[)\]])\Z", re.IGNORECASE)
_TRAILING_BARE: Final = re.compile(
    r"(?:(?P<mark> *[:=,;|] *| +)(?P<open>[(\[])?|(?P<glued>[(\[])) *"
    rf"(?P<chance>{_BARE}) *(?(open)[)\]])(?(glued)[)\]])\Z",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(rf" *(?:[-–~]|\.\.|至|到|to ) *(?:{_NUMERAL})")
_BOUND_AFTER: Final = re.compile(r" *(?:及?以[上下内]|or (?:more|less|above|below)|\+|[多余](?!\w))")
_COMPARED: Final = re.compile(
    r"(?:[<>≤≥=]|不?[大小高低多少]于|不?超过?|不[到足满]|至[少多]|达到?|占|[率税比例度额版本号]|以[上下内]"
    r"|\b(?:over|above|below|under|than|least|most|exceeds?|of|to|by|at|versions?|v|no\.?|rate|ratio|share|tax|vat|load|level))\W*\Z",
    re.IGNORECASE,
)
_LOOKS_LIKE_ONE: Final = re.compile(
    rf"{_NUMERAL} ?{_PER_CENT}|[0-9][0-9.]*(?:[OoIl][0-9.OoIl]*|[多余几来]) ?{_PER_CENT}|百分之"
    rf"|{_TENTHS}|\A{_BARE}|{_BARE}\Z|\A[01](?= |[:;,|(])|[:=(] *[01] *\)?\Z",
    re.IGNORECASE,
)
_NUMBER_ALONE: Final = re.compile(r"[-+]?[0-9][0-9.,'/]*(?:[eE][-+]?[0-9]+)?")
_WORD: Final = re.compile(r"[^\W\d_]+[23²³]?|[%‰$¥€£]")


def branch_of(text: str) -> dict[str, Any]:
    """The chance and the condition that a text says, as fields of a branch; raises InvalidValue."""
    said = text.strip()
    plain = same_width(said)
    if len(said) > _LONGEST:
        return {"when": said}  # too long for a condition, which its field says
    if _NUMBER_ALONE.fullmatch(plain):
        return {"chance": said}
    found = _leading(said, plain) or _trailing(said, plain)
    if found is None:
        if (match := _LOOKS_LIKE_ONE.search(plain)) and _is_part(match[0]):
            raise _not_certain(said, match[0])
        return {"when": said}
    chance, condition = found
    if match := _LOOKS_LIKE_ONE.search(same_width(condition)):
        raise _not_certain(said, match[0])
    return {"chance": chance, **({"when": condition} if condition else {})}


def _leading(said: str, plain: str) -> tuple[str, str] | None:
    """The chance that stands before the condition."""
    match = _LEADING.match(plain)
    is_bare = match is None
    match = match or _LEADING_BARE.match(plain)
    if match is None or not _is_part(match["chance"]):
        return None
    rest = plain[match.end() :]
    if _RANGE.match(rest) or _BOUND_AFTER.match(rest):
        raise _not_certain(said, match["chance"])
    if is_bare and (word := _WORD.match(rest.lstrip())) and is_known_unit(word[0]):
        raise _not_certain(said, match[0].strip())
    return said[match.start("chance") : match.end("chance")], _bare(said[match.end() :])


def _trailing(said: str, plain: str) -> tuple[str, str] | None:
    """The chance that stands behind the condition: not where that compares something, or names a rate."""
    match = _TRAILING.search(plain, max(0, len(plain) - 60)) or _TRAILING_BARE.search(plain, max(0, len(plain) - 60))
    if match is None or match.start() == 0 or not _is_part(match["chance"]):
        return None
    before = plain[: match.start()]
    is_fraction = "/" in match["chance"] and match[0].lstrip()[:1] not in ":=([,;|"
    if (_COMPARED.search(before) and "(" not in match[0]) or is_fraction or before[-1:].isdigit():
        raise _not_certain(said, match["chance"])
    return said[match.start("chance") : match.end("chance")], _bare(said[: match.start()])


def _is_part(chance: str) -> bool:
    """Whether what may be a fraction is one of a whole: 24/7 is none."""
    above, slash, below = chance.rpartition("/")
    digits = re.search("[0-9]+$", above)
    return not slash or (digits is not None and int(digits[0]) < int(below or 0))


def _bare(condition: str) -> str:
    """The condition without the mark that parts it from its chance, and without brackets around the whole."""
    text = re.sub(r"\A[\s:：;；,，|=、–—-]+(?=\D)|[\s:：;；,，|=、–—-]+\Z", "", condition.strip())
    text = re.sub(r"\A(?:的|of\s+)", "", text.strip())
    if (
        len(text) > 1
        and text[0] in "(（[【"
        and text[-1] in ")）]】"
        and not re.search(r"[()（）\[\]【】]", text[1:-1])
    ):
        text = text[1:-1]
    return text.strip() if re.search(r"\w", text) else ""


def _not_certain(said: str, found: str) -> InvalidValue:
    shown, number = brief(said), brief(found.strip())
    return InvalidValue(
        Text(
            zh=f"“{shown}”里的 {number} 像是概率，又不能肯定",
            en=f"{number} in “{shown}” looks like a chance, but it cannot be told whether it is one",
        ),
        Text(
            zh=f'概率单独写：{{chance: 80%, when: 条件}}；若只是条件里的数，写成 {{when: "{shown}"}}',
            en=f"Write the chance apart, {{chance: 80%, when: condition}}; where the number is part of the condition, "
            f'write {{when: "{shown}"}}',
        ),
    )
