"""Words around a quantity: about how much, at least, at most, and those that tell no quantity at all."""

import re
from typing import Final, Literal

from sevenstep.language import Text
from sevenstep.model.quantity.invalid_value import InvalidValue

Bound = Literal["", "≥", "≤", ">", "<"]

BOUND_BEFORE: Final[dict[Bound, tuple[str, ...]]] = {
    "≥": (
        *(
            "≥",
            ">=",
            "=>",
            "不低于",
            "不少于",
            "不小于",
            "不短于",
            "不早于",
            "至少",
            "最少",
            "最低",
            "大于等于",
            "大于或等于",
        ),
        *("at least", "no less than", "not less than", "no fewer than", "not below", "minimum of", "minimum", "min\\."),
    ),
    "≤": (
        *("≤", "<=", "=<", "不超过", "不高于", "不多于", "不大于", "不长于", "不晚于", "至多", "最多", "最高", "最长"),
        *("小于等于", "小于或等于", "控制在", "at most", "no more than", "not more than", "not over", "not above"),
        *("no longer than", "maximum of", "maximum", "max\\.", "up to", "within"),
    ),
    ">": (
        "大于",
        "超过",
        "高于",
        "多于",
        "超",
        ">",
        "more than",
        "greater than",
        "over",
        "above",
        "exceeding",
        "longer than",
    ),
    "<": (
        "小于",
        "少于",
        "低于",
        "短于",
        "不到",
        "不足",
        "不满",
        "<",
        "less than",
        "fewer than",
        "under",
        "below",
        "shorter than",
    ),
}
BOUND_AFTER: Final[dict[Bound, tuple[str, ...]]] = {
    # By article 1259 of the Civil Code 以上, 以下 and 以内 include the number itself, 超过 and 不满 do not.
    "≥": (
        "及以上",
        "或以上",
        "以上",
        "or more",
        "or above",
        "and above",
        "and more",
        "or higher",
        "or over",
        "at least",
        r"\+",
    ),
    "≤": (
        "及以下",
        "或以下",
        "以下",
        "以内",
        "之内",
        "内",
        "or less",
        "or below",
        "and below",
        "or fewer",
        "or lower",
        "at most",
    ),
}
ABOUT_BEFORE: Final = (
    *("大约", "大概", "约为", "约", "接近", "将近", "近", "差不多", "~", "≈"),
    *(
        "approximately",
        "approx\\.?",
        "about",
        "around",
        "roughly",
        "circa",
        "ca\\.?",
        "c\\.",
        "nearly",
        "almost",
        "some",
    ),
)
ABOUT_AFTER: Final = ("左右", "上下", "or so", "approximately", "approx\\.?", "roughly")
_UNKNOWN: Final = re.compile(
    r"n/?a\.?|none|nil|null|unknown|not known|tbd|tbc|t\.b\.d\.?|to be (?:defined|determined|decided|confirmed)"
    r"|\?+|[-–]+|/"
    r"|待定|待确认|待测|待补充?|未知|不详|不明|不知道|无|没有|暂无|未测|不清楚|…+|\.\.\.+|x+",
    re.IGNORECASE,
)
_VAGUE: Final = re.compile(
    r"几|数[十百千天周月年]|若干|许多|多[天个次]|翻番|翻一番|翻倍"
    r"|several|a few|few|many|some\b(?! [0-9])|a couple|couple|dozens?|double|twice|triple",
    re.IGNORECASE,
)


def _one_of(words: tuple[str, ...]) -> str:
    """A pattern of words that end where a word ends; those that are no letters may stand right at the number."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        f"{re.escape(word) if not word.endswith(('.', '.?', '+')) else word}"
        + (r"\b" if word[-1].isalpha() and word.isascii() else "")
        for word in ordered
    )


_BOUND_WORDS_BEFORE: Final = {
    mark: re.compile(rf"(?:{_one_of(words)}) *", re.IGNORECASE) for mark, words in BOUND_BEFORE.items()
}
_BOUND_WORDS_AFTER: Final = {
    mark: re.compile(rf"\s*(?:{_one_of(words)})\Z", re.IGNORECASE) for mark, words in BOUND_AFTER.items()
}
_APPROXIMATE_BEFORE: Final = re.compile(rf"(?:{_one_of(ABOUT_BEFORE)}) *", re.IGNORECASE)
_APPROXIMATE_AFTER: Final = re.compile(rf" *(?:{_one_of(ABOUT_AFTER)})\Z", re.IGNORECASE)


def says_unknown(plain: str) -> bool:
    """Whether the text says that the value is not known."""
    return _UNKNOWN.fullmatch(plain.strip()) is not None


def is_vague(plain: str) -> bool:
    """Whether the text begins with a number that nobody can tell: several, 几天."""
    return _VAGUE.match(plain.strip()) is not None


def stripped(plain: str, text: str) -> tuple[str, Bound, bool]:
    """The quantity without the words around it, the bound that they set, and whether it is approximate."""
    rest, bound, about = plain.strip(), "", False
    for _ in range(4):
        before = rest
        if match := _APPROXIMATE_BEFORE.match(rest):
            rest, about = rest[match.end() :], True
        elif (found := _bound_before(rest)) is not None:
            bound, rest = _once(bound, found[0], text), found[1]
        elif match := _APPROXIMATE_AFTER.search(rest):
            rest, about = rest[: match.start()], True
        else:
            for mark, pattern in _BOUND_WORDS_AFTER.items():
                if match := pattern.search(rest):
                    bound, rest = _once(bound, mark, text), rest[: match.start()]
                    break
        if rest == before:
            break
    return rest.strip(), bound, about  # type: ignore[return-value]


def _bound_before(rest: str) -> tuple[Bound, str] | None:
    longest: tuple[Bound, str] | None = None
    for mark, pattern in _BOUND_WORDS_BEFORE.items():
        match = pattern.match(rest)
        if match and (longest is None or match.end() > len(rest) - len(longest[1])):
            longest = mark, rest[match.end() :]
    return longest


def _once(known: str, found: Bound, text: str) -> Bound:
    if known and known != found:
        raise InvalidValue(
            Text(zh=f"“{text}”里有两个界限", en=f"“{text}” sets two bounds"),
            Text(zh="写成范围，如 3..5 d", en="Write a range, as in 3..5 d"),
        )
    return found
