"""A length of time: a quantity in hours, or a distribution of times."""

import re
from dataclasses import dataclass
from typing import Final, Literal, Self

from sevenstep.language import Language, Text
from sevenstep.model.quantity.amount import Quantity, rising, said_with
from sevenstep.model.quantity.digits import is_short
from sevenstep.model.quantity.grammar import MAX_LENGTH, Value, read
from sevenstep.model.quantity.invalid_value import InvalidValue
from sevenstep.model.quantity.plain import same_width
from sevenstep.model.quantity.shown import plain_number
from sevenstep.model.quantity.time_units import HOURS, is_working_days, readable_unit, time_key
from sevenstep.model.quantity.unit import scale_of
from sevenstep.source.characters import brief

Shape = Literal["", "exponential", "normal", "lognormal", "gamma"]

SHAPES: Final[dict[str, Text]] = {
    "exponential": Text(zh="指数分布", en="exponential"),
    "normal": Text(zh="正态分布", en="normal"),
    "lognormal": Text(zh="对数正态分布", en="lognormal"),
    "gamma": Text(zh="伽马分布", en="gamma"),
}
SHAPE_NAMES: Final[dict[str, Shape]] = {
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
_CALL: Final = re.compile(r"\s*([^\W\d_]{2,20})\s*[(]([^()]*)[)]\s*")
_SMALLER: Final[dict[str, tuple[str, ...]]] = {"d": ("h", "min"), "h": ("min", "s"), "min": ("s",)}
"""Units in which a length of time is read out where it is a long fraction of the one that fits its size."""
WORKING_DAY: Final = 24.0 * 7 / 5
"""Hours of elapsed time that go by with one working day, of which a week has five."""


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

    @property
    def canonical(self) -> str:
        if not self.shape:
            return Quantity.canonical.fget(self)  # type: ignore[attr-defined, no-any-return]
        inside = (*self.hours, self.deviation) if self.shape != "exponential" else self.hours
        return f"{self.shape}({', '.join(f'{number!r} h' for number in inside)})"

    def shown(self, language: Language, unit: str = "") -> str:
        """As a quantity; a distribution by its mean and its name."""
        ends, own = self._read_out()
        plain = said_with(ends, own or unit, language, self.bound, is_approximate=self.approximate)
        if not self.shape:
            return plain
        name = SHAPES[self.shape].for_language(language)
        return f"{plain}（{name}）" if language == "zh" else f"{plain} ({name})"

    def _read_out(self) -> tuple[tuple[float, ...], str]:
        """The value or the ends, and the unit: a smaller one than that of the points where these are long fractions,
        as 40 h, which are 1.6667 days."""
        if self.unit not in _SMALLER or all(is_short(point) for point in self.ends):
            return self.ends, self.unit
        hours = (self.hours[0], self.hours[-1]) if len(self.hours) > 1 else self.hours
        for unit in _SMALLER[self.unit]:
            told = tuple(time / HOURS[unit] for time in hours)
            if all(is_short(point) for point in told):
                return tuple(round(point, 4) for point in told), unit
        return tuple(round(point, 2) for point in self.ends), self.unit

    @classmethod
    def parse(cls, text: str, *, bounds: bool = False, elapsed: bool = False) -> Self:
        """Read a duration such as ``1h30min``, ``7d..9d``, ``2天`` or ``normal(2h, 20min)``; raises InvalidValue.

        Where it is `elapsed` time, working days are told in it: five of them go by in a week.
        """
        if len(text) <= MAX_LENGTH and (call := _CALL.fullmatch(same_width(text))):
            return cls._of_shape(text, call[1], call[2])
        return cls._of_points(text, elapsed=elapsed)

    @classmethod
    def _of_shape(cls, text: str, name: str, inside: str) -> Self:
        shape = SHAPE_NAMES.get(name.casefold())
        if shape is None:
            raise InvalidValue(
                Text(zh=f"不认识的分布“{name}”", en=f"There is no distribution “{name}”"),
                Text(
                    zh="可用：exponential（均值）、normal、lognormal、gamma（均值, 标准差）",
                    en="There are exponential(mean) and normal, lognormal, gamma(mean, deviation)",
                ),
            )
        wanted = 1 if shape == "exponential" else 2
        pieces = inside.split(",") if wanted == 2 or ", " in inside else [inside]
        values = [cls._of_points(piece) for piece in pieces]
        if len(values) != wanted or any(len(value.points) > 1 for value in values):
            example = f"{shape}(2h)" if wanted == 1 else f"{shape}(2h, 30min)"
            raise InvalidValue(
                Text(
                    zh=f"{name} 要写{'均值' if wanted == 1 else '均值和标准差'}",
                    en=f"{name} needs its mean{'' if wanted == 1 else ' and its standard deviation'}",
                ),
                Text(zh=f"例如 {example}", en=f"As in {example}"),
            )
        mean, deviation = values[0].hours[0], values[-1].hours[0]
        if shape == "normal" and mean < 3 * deviation:
            raise InvalidValue(
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
            raise InvalidValue(Text(zh=f"“{text.strip()}”的均值是 0", en=f"The mean of “{text.strip()}” is 0"))
        first = values[0]
        return cls(text.strip(), first.points, first.unit, first.hours, shape, deviation, approximate=first.approximate)

    @classmethod
    def _of_points(cls, text: str, *, elapsed: bool = False) -> Self:
        said = read(text)
        hours = rising([_hours(value, text, elapsed=elapsed) for value in said.values], text, "h")
        if hours[0] < 0:
            raise InvalidValue(
                Text(zh=f"时间不能是负数：“{brief(text)}”", en=f"A time cannot be negative: “{brief(text)}”"),
                Text(zh="写成 2h，或范围 0..2h", en="Write 2h, or a range, 0..2h"),
            )
        if said.bound:
            raise _no_bound(text, said.bound, hours[0])
        typed = said.values[-1].unit
        if is_working_days(typed):
            points, unit = tuple(value.number for value in said.values), typed
        else:
            key = time_key(scale_of(typed)[1]) or ""
            unit = key if key in {"w", "mo", "y"} else readable_unit(hours)
            points = tuple(time / HOURS[unit] for time in hours)
        return cls(text.strip(), points, unit, hours, approximate=said.approximate, half=said.values[-1].half)


def _hours(value: Value, text: str, *, elapsed: bool) -> float:
    if value.hours is not None:
        return value.hours
    shown = brief(text.strip())
    if is_working_days(value.unit):
        if elapsed:
            return value.number * WORKING_DAY
        raise InvalidValue(
            Text(zh=f"“{shown}”：工作日在这里算不出小时", en=f"“{shown}”: a working day is not a number of hours here"),
            Text(
                zh=f"写实际工作的小时数，如每天 8 小时就写 {plain_number(value.number * 8)}h；"
                f"从开始到结束过去的时间写 {plain_number(value.number * 1.4)}d；等待时间（wait）可以写工作日",
                en=f"Write the hours of work, {plain_number(value.number * 8)}h at 8 hours a day, or the time that "
                f"goes by, {plain_number(value.number * 1.4)}d; a wait can be in working days",
            ),
        )
    if value.unit == "月" and value.number in range(1, 13):
        number = plain_number(value.number)
        raise InvalidValue(
            Text(
                zh=f"“{shown}”可以是月份，也可以是时长", en=f"“{shown}” can be a month of the year or a length of time"
            ),
            Text(zh=f"时长写成 {number}个月", en=f"Write a length of time as {number}mo"),
        )
    scale, bare = scale_of(value.unit)
    key = time_key(bare)
    if key is None:
        raise InvalidValue(
            Text(
                zh=f"“{shown}”不是时间" + ("：没有单位" if not value.unit else f"：“{value.unit}”不是时间单位"),
                en=f"“{shown}” is not a length of time: "
                + (f"“{value.unit}” is not a unit of time" if value.unit else "it has no unit"),
            ),
            Text(
                zh="写成 30min、2h、1h30min、2d 或范围 7d..9d（也可写 分钟、小时、天、周）",
                en="Write 30min, 2h, 1h30min, 2d, or a range, 7d..9d",
            ),
        )
    return value.number * scale * HOURS[key]


def _no_bound(text: str, bound: str, hours: float) -> InvalidValue:
    unit = readable_unit((hours,))
    value = plain_number(hours / HOURS[unit])
    longer = plain_number(2 * hours / HOURS[unit])
    zh = "0" if bound in {"≤", "<"} else value
    end = value if bound in {"≤", "<"} else longer
    return InvalidValue(
        Text(
            zh=f"“{brief(text)}”是一个界限，算不出用时",
            en=f"“{brief(text)}” is a bound, which nothing can be computed of",
        ),
        Text(
            zh=f"写成两头都有的范围，如 {zh}..{end}{unit}",
            en=f"Write a range with both its ends, as in {zh}..{end}{unit}",
        ),
    )
