"""How often a flow begins."""

import re
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Self

from pydantic import PlainValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared, Written
from sevenstep.model.form import Form
from sevenstep.model.part import Part
from sevenstep.model.quantity import (
    HOURS,
    Duration,
    InvalidValue,
    Quantity,
    currency,
    is_per_cent,
    is_points,
    is_time,
    is_working_days,
    scale_of,
)
from sevenstep.model.quantity.plain import same_width
from sevenstep.model.quantity.time_units import TIME_UNIT, time_key
from sevenstep.model.values import OpeningHours, Time
from sevenstep.source.characters import brief

_PER: Final = re.compile(r"(?P<number>[^/每]+?) ?(?:/|每|\bper\b|\ba\b|\beach\b) ?(?P<unit>[^/每]+)")
_EACH: Final = re.compile(rf"每 ?(?P<unit>个?(?:{TIME_UNIT.pattern}|工作[日天])) ?(?P<number>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rate:
    """So many in a unit of time: ``40/d``, ``12 / 小时``, ``40例/天``; `counted` is what they are called."""

    text: str
    number: float
    unit: str
    counted: str = ""

    @classmethod
    def parse(cls, value: Any) -> Self:
        """Read a rate; raises InvalidValue."""
        plain = " ".join(same_width(value).split()) if isinstance(value, str) and len(value) <= 60 else ""
        match = _EACH.fullmatch(plain) or _PER.fullmatch(plain)
        unit = (time_key(match["unit"]) or "") if match else ""
        shown = brief(str(value))
        if match is not None and is_working_days(match["unit"]):
            raise InvalidValue(
                Text(
                    zh=f"“{shown}”：一周有几个工作日要说清",
                    en=f"“{shown}”: how many working days a week has is not said",
                ),
                Text(
                    zh="换成每周，并用 calendar 写工作时间，如 {rate: 200/w, calendar: office}",
                    en="Give the rate a week, with the calendar it falls into, as in {rate: 200/w, calendar: office}",
                ),
            )
        if match is None or unit not in HOURS:
            raise InvalidValue(
                Text(zh=f"“{shown}”不是到达率", en=f"“{shown}” is not a rate"),
                Text(zh="写成 40/d、12/h（也可写 40/天）", en="Write 40/d or 12/h"),
            )
        amount = Quantity.parse(match["number"])
        factor, counted = scale_of(amount.unit)
        is_counted = not (is_time(counted) or is_per_cent(counted) or is_points(counted) or currency(counted))
        if len(amount.points) > 1 or amount.low <= 0 or not is_counted:
            raise InvalidValue(
                Text(
                    zh=f"“{shown}”：到达率是一个大于零的件数", en=f"“{shown}”: a rate is one number of cases above zero"
                ),
                Text(zh="写成 40/d", en="Write 40/d"),
            )
        return cls(value.strip(), amount.low * factor, unit, counted)

    @property
    def per_hour(self) -> float:
        """How many in an hour of elapsed time."""
        return self.number / HOURS[self.unit]

    @property
    def is_total(self) -> bool:
        """Whether it counts a day or more: then it is the total of that time, open or closed."""
        return HOURS[self.unit] >= 24


class Arrivals(Part):
    TITLE: ClassVar = Text(zh="到达", en="Arrivals")
    EXPLANATION: ClassVar = Text(
        zh="业务到达的频率。简写成到达率：`40/d`（随机到达：泊松过程）。",
        en="How often a case begins. Written short as a rate: `40/d` (at random: a Poisson process).",
    )
    SHORT: ClassVar = ("rate",)
    NEEDS: ClassVar = ("rate", "every")

    rate: Annotated[
        Rate | None,
        PlainValidator(lambda value: None if value is None else Rate.parse(value)),
        Written(
            Text(zh="单位时间的件数，如 40/d、12/h", en="an amount per unit of time, such as 40/d or 12/h"), Form.RATE
        ),
        Declared(
            Text(zh="到达率", en="Rate"),
            Text(
                zh="单位时间里来多少件，随机到达。按天或更长时间写的，是那段时间的总数，"
                "落在日历的开放时间里；按小时或更短写的，只在开放时有效。",
                en="So many in a unit of time, at random. A rate a day or longer is the total of that time "
                "and falls into the open hours of the calendar; a rate an hour or shorter holds while it "
                "is open.",
            ),
            "40/d",
        ),
    ] = None
    every: Annotated[
        Time | None,
        Declared(
            Text(zh="间隔", en="Every"),
            Text(
                zh="不写到达率时：一件之后多久来下一件，按开放时间算；定值、范围或分布都可以。",
                en="Instead of a rate: how long after one case the next begins, in open time; fixed, a range "
                "or a distribution.",
            ),
            "10min",
        ),
    ] = None
    calendar: Annotated[
        OpeningHours | None,
        Declared(
            Text(zh="工作日历", en="Calendar"),
            Text(
                zh="业务到达的时间：engagement.yaml 里的日历；不写则昼夜均有。",
                en="When cases begin: a calendar of engagement.yaml; left out, day and night.",
            ),
            "office",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"rate": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.rate is None) == (self.every is None) or (self.every is not None and not _lasts(self.every)):
            raise InvalidValue(
                Text(
                    zh="到达写 rate 或 every 之一，every 要大于零", en="Say either rate or every, and every above zero"
                ),
                Text(zh="例如 arrivals: 40/d", en="As in arrivals: 40/d"),
            )
        return self


def _lasts(duration: Duration) -> bool:
    return duration.mean_hours > 0
