"""What follows a number and shows that it was not read whole: a typo, or a word that makes it vague."""

import re
from typing import Final

from sevenstep.language import Text
from sevenstep.model.quantity.invalid_value import InvalidValue

_LOOKS_LIKE_DIGIT: Final = re.compile(
    r"(?!l(?: ?[/·]|\Z))[OoIl|]+(?:[0-9][OoIl|0-9.]*|\.[0-9]+|(?![A-Za-z])|(?=(?:h|d|min|s|w|mo|y|CNY|RMB|USD|EUR)\Z))"
)
"""Letters typed for digits right behind one: ``1O``, ``5O%``, ``1l h``; ``5l`` and ``5l/km`` are litres."""
_AS_DIGITS: Final = str.maketrans("OoIl|", "00111")
_HALF_EXPONENT: Final = re.compile(r"[eE](?![A-Za-z])")
_COUNTED: Final = "个家人次项件天日周月年元种台辆吨页份条户笔名位处座小分秒公千百万亿箱标单艘列趟班级步"
_SOME_MORE: Final = re.compile(rf"[个十百千万亿]*(?:[余多来]|几)(?=[{_COUNTED}]|\Z)")


def refuse_typos(number: str, behind: str, shown: str) -> None:
    """Raise InvalidValue where what stands right behind a number belongs to it and cannot be read."""
    if match := _LOOKS_LIKE_DIGIT.match(behind):
        letters = match[0]
        meant = number + letters.translate(_AS_DIGITS)
        raise InvalidValue(
            Text(
                zh=f"“{shown}”里的 {number}{letters} 混有字母：要写 {meant} 吗？",
                en=f"{number}{letters} in “{shown}” has letters among its digits: is {meant} meant?",
            ),
            Text(zh=f"数字用 0 和 1：写成 {meant}", en=f"Write the digits 0 and 1, as in {meant}"),
        )
    if _HALF_EXPONENT.match(behind):
        raise InvalidValue(
            Text(
                zh=f"“{shown}”读到 {number} 为止：后面的 e 不成幂",
                en=f"In “{shown}”, the e behind {number} begins no power of ten that can be read",
            ),
            Text(zh="写成 1e3 h（单位前空一格），或写全 1000 h", en="Write 1e3 h, with a blank, or in full, 1000 h"),
        )
    if _SOME_MORE.match(behind.lstrip()):
        about = number + re.sub("[余多来几]", "", behind, count=1)
        raise InvalidValue(
            Text(zh=f"“{shown}”没有确定的数值", en=f"“{shown}” is not a definite amount"),
            Text(zh=f"写成 约{about}，或写范围", en=f"Write 约{about}, or a range"),
        )


def refuse_short_range(first: str, last: str, factor: float, shown: str) -> None:
    """Raise InvalidValue for ``5-8k``: whether the k stands for both ends cannot be told."""
    both = f"{first}..{last}", f"{float(first) * factor:g}..{last}"
    raise InvalidValue(
        Text(zh=f"“{shown}”有两种读法：{both[0]} 或 {both[1]}", en=f"“{shown}” can be read as {both[0]} or {both[1]}"),
        Text(zh="两端都写全", en="Write both ends in full"),
    )
