"""Units of time: what they are called, how long they last, and in which of them a length reads best."""

import re
import unicodedata
from typing import Final

from sevenstep.language import Text
from sevenstep.memory import by_content

HOURS: Final[dict[str, float]] = {
    "s": 1 / 3600,
    "min": 1 / 60,
    "h": 1.0,
    "d": 24.0,
    "w": 168.0,
    "mo": 730.5,
    "y": 8766.0,
}
"""Length of each unit of time in hours; a day has 24 (elapsed time, not working time), a year 365.25 days."""

TIME_NAMES: Final[dict[str, Text]] = {
    "s": Text(zh="秒", en="s"),
    "min": Text(zh="分钟", en="min"),
    "h": Text(zh="小时", en="h"),
    "d": Text(zh="天", en="d"),
    "w": Text(zh="周", en="w"),
    "mo": Text(zh="个月", en="mo"),
    "y": Text(zh="年", en="y"),
}
_ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "s": ("sec", "secs", "second", "seconds", "秒", "秒钟"),
    "min": ("m", "mins", "minute", "minutes", "分钟"),
    "h": ("hr", "hrs", "hour", "hours", "时", "小时", "个小时", "钟头", "个钟头", "个钟"),
    "d": ("day", "days", "天", "日", "自然日", "个自然日", "日历天", "calendar day", "calendar days"),
    "w": ("wk", "wks", "week", "weeks", "周", "个周", "星期", "个星期", "礼拜", "个礼拜"),
    "mo": ("mos", "month", "months", "月", "个月"),
    "y": ("yr", "yrs", "year", "years", "年"),
}
_KEYS: Final[dict[str, str]] = {
    **{key: key for key in HOURS},
    **{"".join(name.split()): key for key, names in _ALIASES.items() for name in names},
}
_CLOCK: Final = {"分": "min", "刻": "", "刻钟": ""}
"""Names that tell a time only beside hours, or in a field that holds nothing else: 分 is a point of a score too."""
WORKING_DAYS: Final = re.compile(r"个?工作[日天]|(?:working|work|business) ?days?|wd", re.IGNORECASE)

TIME_UNIT: Final = re.compile(
    "(?:"
    + "|".join(
        name + r"(?![a-z])" if name.isascii() else name
        for name in sorted(
            {*HOURS, *(alias for names in _ALIASES.values() for alias in names)}, key=lambda name: (-len(name), name)
        )
    )
    + r"|分(?![a-z之数]))",
    re.IGNORECASE,
)
"""A unit of time, the longest name there is."""


@by_content(1024)
def canonical_unit(unit: str) -> str:
    """The unit without what is spelling only (case, blanks, width); of a unit of time its key in HOURS."""
    plain = "".join(unicodedata.normalize("NFKC", unit).casefold().split())
    return _KEYS.get(plain, plain)


def time_key(unit: str) -> str | None:
    """The key in HOURS of a unit in a field that holds times, where 分 are minutes; None of any other."""
    plain = canonical_unit(unit)
    return plain if plain in HOURS else _CLOCK.get(plain) or None


def same_unit(one: str, other: str) -> bool:
    """Whether two units differ in spelling only: ``H`` and ``小时`` do, ``h`` and ``d`` do not."""
    return canonical_unit(one) == canonical_unit(other)


def is_time(unit: str) -> bool:
    """Whether it is a unit of time."""
    return canonical_unit(unit) in HOURS


def is_working_days(unit: str) -> bool:
    """Whether it counts working days, which are no stretch of elapsed time."""
    return WORKING_DAYS.fullmatch(unit) is not None


def readable_unit(hours: tuple[float, ...]) -> str:
    """The unit in which the largest point reads best: the largest of which there are at least one and a half."""
    if hours == (1.0,):
        return "h"
    for unit in ("d", "h", "min"):
        if hours[-1] >= 1.5 * HOURS[unit]:
            return unit
    return "min" if hours[-1] >= HOURS["min"] or hours[-1] == 0 else "s"
