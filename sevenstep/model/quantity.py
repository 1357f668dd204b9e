"""Values as people write them: ``36.5 h``, ``7d..9d``, ``1h30min``, ``50 CNY``, ``-30%``, ``42.07 万亿元``.

A quantity is one value, a range ``low..high``, or a range with its likeliest value between, ``low..likely..high``.
A length of time can be a distribution too: ``exponential(2h)``, ``normal(2h, 20min)``.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal, Self

from sevenstep.language import Language, Text
from sevenstep.model.dates import days_of
from sevenstep.source.characters import brief

_NUMBER: Final = r"[-+−－]?(?:\d[\d,，]*)?\.?\d+(?:[eE][-+]?\d+)?"
_VALUE: Final = re.compile(rf"\s*({_NUMBER})\s*(.*?)\s*", re.DOTALL)
_PART: Final = re.compile(rf"\s*({_NUMBER})\s*([^\d\s.+\-]+)\s*")
_SEPARATOR: Final = re.compile(r"\s*(?:\.\.+|～|~|…)\s*")
_MAX_LENGTH: Final = 100
_MAX_UNIT: Final = 40

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

_TIME_NAMES: Final[dict[str, Text]] = {
    "s": Text(zh="秒", en="s"),
    "min": Text(zh="分钟", en="min"),
    "h": Text(zh="小时", en="h"),
    "d": Text(zh="天", en="d"),
    "w": Text(zh="周", en="w"),
    "mo": Text(zh="个月", en="mo"),
    "y": Text(zh="年", en="y"),
}
_TIME_ALIASES: Final[dict[str, str]] = {
    **{unit: unit for unit in HOURS},
    "sec": "s",
    "second": "s",
    "seconds": "s",
    "秒": "s",
    "m": "min",
    "mins": "min",
    "minute": "min",
    "minutes": "min",
    "分": "min",
    "分钟": "min",
    "hr": "h",
    "hrs": "h",
    "hour": "h",
    "hours": "h",
    "时": "h",
    "小时": "h",
    "个小时": "h",
    "day": "d",
    "days": "d",
    "天": "d",
    "日": "d",
    "wk": "w",
    "week": "w",
    "weeks": "w",
    "周": "w",
    "星期": "w",
    "month": "mo",
    "months": "mo",
    "月": "mo",
    "个月": "mo",
    "yr": "y",
    "year": "y",
    "years": "y",
    "年": "y",
}


class Unfit(ValueError):
    """A value that its field cannot take: what is wrong with it and how to write it, in both languages."""

    def __init__(self, message: Text, remedy: Text | None = None) -> None:
        super().__init__(message.in_("en"))
        self.message = message
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value or a range, with its unit as the author wrote it (empty for a pure number).

    `points` holds one number, (low, high) or (low, likely, high), never falling; `text` is what was typed.
    """

    text: str
    points: tuple[float, ...]
    unit: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a quantity; raises Unfit."""
        pieces = _split(text)
        numbers: list[float] = []
        units: list[str] = []
        for piece in pieces:
            match = _VALUE.fullmatch(piece)
            if match is None or len(match[2]) > _MAX_UNIT:
                raise _not_a_quantity(text)
            numbers.append(_number(match[1], text))
            units.append(match[2])
        named = [unit for unit in units if unit]
        if len(set(named)) > 1:
            raise Unfit(
                Text(
                    zh=f"“{text}”的两端单位不同：{'、'.join(named)}",
                    en=f"The ends of “{text}” have different units: {', '.join(named)}",
                ),
                Text(zh="两端用同一个单位", en="Use one unit for both"),
            )
        return cls(text.strip(), _rising(numbers, text), named[0] if named else "")

    @property
    def low(self) -> float:
        return self.points[0]

    @property
    def high(self) -> float:
        return self.points[-1]

    @property
    def middle(self) -> float:
        """The likeliest value: as given, or halfway."""
        return self.points[1] if len(self.points) == 3 else (self.low + self.high) / 2

    @property
    def mean(self) -> float:
        """The mean, where all values of a range are equally likely and one with a likeliest value is a triangle."""
        return sum(self.points) / len(self.points)

    def shown(self, language: Language, unit: str = "") -> str:
        """The quantity as a reader of `language` is shown it; `unit` stands in where the author gave none."""
        ends = (self.points[0], self.points[-1]) if len(self.points) > 1 else self.points
        numbers = "–".join(plain_number(end) for end in ends)
        own = self.unit or unit
        return f"{numbers}{unit_shown(own, language)}"


Shape = Literal["", "exponential", "normal", "lognormal", "gamma"]

SHAPES: Final[dict[str, Text]] = {
    "exponential": Text(zh="指数分布", en="exponential"),
    "normal": Text(zh="正态分布", en="normal"),
    "lognormal": Text(zh="对数正态分布", en="lognormal"),
    "gamma": Text(zh="伽马分布", en="gamma"),
}
_SHAPE_ALIASES: Final[dict[str, Shape]] = {
    "exponential": "exponential",
    "exp": "exponential",
    "指数": "exponential",
    "normal": "normal",
    "正态": "normal",
    "lognormal": "lognormal",
    "对数正态": "lognormal",
    "gamma": "gamma",
    "伽马": "gamma",
}
_CALL: Final = re.compile(r"\s*([^\W\d_]{2,20})\s*[(（]([^()（）]*)[)）]\s*")


@dataclass(frozen=True, slots=True)
class Duration(Quantity):
    """A quantity of time; `hours` are its points in hours.

    With a `shape` it is a distribution: `hours` holds its mean alone and `deviation` its standard deviation in hours.
    """

    hours: tuple[float, ...] = ()
    shape: Shape = ""
    deviation: float = 0.0

    @property
    def mean_hours(self) -> float:
        """The mean, in hours."""
        return sum(self.hours) / len(self.hours)

    def shown(self, language: Language, unit: str = "") -> str:
        """As a quantity; a distribution by its mean and its name."""
        plain = Quantity.shown(self, language, unit)
        if not self.shape:
            return plain
        name = SHAPES[self.shape].in_(language)
        return f"{plain}（{name}）" if language == "zh" else f"{plain} ({name})"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a duration such as ``1h30min``, ``7d..9d``, ``2天`` or ``normal(2h, 20min)``; raises Unfit."""
        if len(text) <= _MAX_LENGTH and (call := _CALL.fullmatch(text)):
            return cls._of_shape(text, call[1], call[2])
        return cls._of_points(text)

    @classmethod
    def _of_shape(cls, text: str, name: str, inside: str) -> Self:
        shape = _SHAPE_ALIASES.get(name.casefold())
        if shape is None:
            raise Unfit(
                Text(zh=f"不认识的分布“{name}”", en=f"There is no distribution “{name}”"),
                Text(
                    zh="可用：exponential（均值）、normal、lognormal、gamma（均值, 标准差）",
                    en="There are exponential(mean) and normal, lognormal, gamma(mean, deviation)",
                ),
            )
        values = [cls._of_points(piece) for piece in re.split("[,，]", inside) if piece.strip()]
        wanted = 1 if shape == "exponential" else 2
        if len(values) != wanted or any(len(one.points) > 1 for one in values):
            example = f"{shape}(2h)" if wanted == 1 else f"{shape}(2h, 30min)"
            raise Unfit(
                Text(
                    zh=f"{name} 要写{'均值' if wanted == 1 else '均值和标准差'}",
                    en=f"{name} needs its mean{'' if wanted == 1 else ' and its standard deviation'}",
                ),
                Text(zh=f"例如 {example}", en=f"As in {example}"),
            )
        mean, deviation = values[0].hours[0], values[-1].hours[0]
        if shape == "normal" and mean < 3 * deviation:
            raise Unfit(
                Text(
                    zh=f"“{text.strip()}”会出现负的时间：标准差超过均值的三分之一",
                    en=f"“{text.strip()}” reaches below zero: its deviation is more than a third of its mean",
                ),
                Text(
                    zh="改用 lognormal 或 gamma，它们不会是负数",
                    en="Use lognormal or gamma, which are never negative",
                ),
            )
        if shape != "exponential" and mean == 0 < deviation:
            raise Unfit(Text(zh=f"“{text.strip()}”的均值是 0", en=f"The mean of “{text.strip()}” is 0"))
        return cls(text.strip(), values[0].points, values[0].unit, values[0].hours, shape, deviation)

    @classmethod
    def _of_points(cls, text: str) -> Self:
        pieces = _split(text)
        last_unit = _last_unit(pieces[-1])
        hours: list[float] = []
        for piece in pieces:
            bare = re.fullmatch(_NUMBER, piece.strip())
            hours.append(_hours(f"{piece}{last_unit}" if bare and last_unit else piece, text))
        rising = _rising(hours, text)
        if rising[0] < 0:
            raise Unfit(Text(zh=f"时间不能是负数：“{text}”", en=f"A time cannot be negative: “{text}”"))
        typed = _TIME_ALIASES.get(last_unit.strip().casefold(), "")
        unit = typed if typed in {"w", "mo", "y"} else readable_unit(rising)
        return cls(text.strip(), tuple(hour / HOURS[unit] for hour in rising), unit, rising)


def same_unit(one: str, other: str) -> bool:
    """Whether two units differ in spelling only: ``H`` and ``小时`` do, ``h`` and ``d`` do not."""
    return canonical_unit(one) == canonical_unit(other)


def is_time(unit: str) -> bool:
    """Whether it is a unit of time."""
    return canonical_unit(unit) in HOURS


def canonical_unit(unit: str) -> str:
    """The unit without what is spelling only (case, blanks, width); of a unit of time its key in HOURS."""
    plain = "".join(unicodedata.normalize("NFKC", unit).casefold().split())
    return _TIME_ALIASES.get(plain, plain)


def _split(text: str) -> list[str]:
    if len(text) > _MAX_LENGTH:
        raise _not_a_quantity(text[:20] + "…")
    pieces = _SEPARATOR.split(text)
    if not 1 <= len(pieces) <= 3 or not all(piece.strip() for piece in pieces):
        raise _not_a_quantity(text)
    return pieces


def _number(digits: str, text: str) -> float:
    plain = digits.replace("−", "-").replace("－", "-").replace(",", "").replace("，", "")
    try:
        number = float(plain)
    except ValueError:
        raise _not_a_quantity(text) from None
    if not math.isfinite(number) or abs(number) > 1e30:
        raise Unfit(Text(zh=f"“{text}”太大", en=f"“{text}” is too large"))
    return number


def _rising(numbers: list[float], text: str) -> tuple[float, ...]:
    if numbers != sorted(numbers):
        raise Unfit(
            Text(
                zh=f"范围“{text}”的数字没有从小到大",
                en=f"The numbers of the range “{text}” do not rise",
            ),
            Text(zh="写成 小..大 或 小..最可能..大", en="Write low..high or low..likeliest..high"),
        )
    return tuple(numbers)


def _not_a_quantity(text: str) -> Unfit:
    return Unfit(
        Text(zh=f"“{text}”不是数值", en=f"“{text}” is not a quantity"),
        Text(
            zh="写成数字加单位，如 36.5 h、50 CNY、70%，或范围 7..9 d",
            en="Write a number and its unit, as in 36.5 h, 50 CNY, 70%, or a range, 7..9 d",
        ),
    )


def _hours(piece: str, text: str) -> float:
    total, position = 0.0, 0
    while position < len(piece):
        match = _PART.match(piece, position)
        unit = _TIME_ALIASES.get(match[2].casefold()) if match else None
        if match is None or unit is None:
            raise Unfit(
                Text(zh=f"“{text}”不是时间", en=f"“{text}” is not a length of time"),
                Text(
                    zh="写成 30min、2h、1h30min、2d 或范围 7d..9d（也可写 分钟、小时、天、周）",
                    en="Write 30min, 2h, 1h30min, 2d, or a range, 7d..9d",
                ),
            )
        total += _number(match[1], text) * HOURS[unit]
        position = match.end()
    return total


def _last_unit(piece: str) -> str:
    match = re.search(r"[^\d\s.]+\s*$", piece)
    return match[0] if match else ""


def readable_unit(hours: tuple[float, ...]) -> str:
    """The unit in which the largest point reads best: the largest of which there are at least one and a half."""
    for unit in ("d", "h", "min"):
        if hours[-1] >= 1.5 * HOURS[unit]:
            return unit
    return "min" if hours[-1] >= HOURS["min"] or hours[-1] == 0 else "s"


def plain_number(number: float) -> str:
    """A number without needless digits, with thin grouping from five digits on: ``0.5``, ``42``, ``12,500``."""
    rounded = round(number, 4) if abs(number) < 10_000 else round(number, 1)
    if rounded == int(rounded):
        whole = int(rounded)
        return f"{whole:,}" if abs(whole) >= 10_000 else str(whole)
    return f"{rounded:,.4f}".rstrip("0") if abs(rounded) >= 10_000 else f"{rounded:.4f}".rstrip("0")


def unit_shown(unit: str, language: Language) -> str:
    """What stands behind a number for its unit, the blank before it included; nothing for a pure number."""
    if not unit:
        return ""
    if unit in _TIME_NAMES:
        return f" {_TIME_NAMES[unit].in_(language)}"
    return unit if unit in {"%", "‰", "°"} else f" {unit}"


def parse_date(text: str) -> str:
    """Check a date: ``2024``, ``2024-03``, ``2024-03-05`` or ``2024Q1``; returns it as typed, or raises Unfit."""
    if days_of(text) is None:
        raise Unfit(
            Text(zh=f"“{brief(text)}”不是日期", en=f"“{brief(text)}” is not a date"),
            Text(
                zh="写成 2024、2024-03、2024-03-05 或 2024Q1",
                en="Write 2024, 2024-03, 2024-03-05 or 2024Q1",
            ),
        )
    return text.strip()
