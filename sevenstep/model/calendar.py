"""Working hours: on which days of the week, from when to when.

Written short: ``mon-fri 08:00-12:00 13:00-17:30``, or ``周一至周五 08:00-12:00``; ``24:00`` is the end of the day.
"""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text
from sevenstep.model.field import Declared
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.source.characters import brief

WEEK: Final = 168.0
"""Hours of a week."""
_MOMENT: Final = 1e-9
"""Hours that are nothing: less than what is lost where hours are added up."""
_DAYS: Final[tuple[str, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CHINESE: Final[dict[str, int]] = dict(zip("一二三四五六日天", (*range(7), 6), strict=True))
_SPAN: Final = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})")
_RANGE: Final = re.compile(r"[-–—~～至到]")


def _several(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


class Calendar(Part):
    TITLE: ClassVar = Text(zh="工作日历", en="Calendar")
    EXPLANATION: ClassVar = Text(
        zh="什么时候办事、什么时候有件来。简写成一段文字：先写星期，再写时间，如 `mon-fri 08:00-12:00 13:00-17:30`。",
        en="When work is done or cases arrive. Written short as text, the days, then the hours: `mon-fri "
        "08:00-12:00 13:00-17:30`.",
    )

    days: Annotated[
        str,
        Declared(
            Text(zh="星期", en="Days"),
            Text(
                zh="星期几：`mon-fri`、`mon,wed`、`周一至周五`。",
                en="Days of the week: `mon-fri`, `mon,wed`, `周一至周五`.",
            ),
            "mon-fri",
        ),
    ] = "mon-sun"
    hours: Annotated[
        tuple[str, ...],
        BeforeValidator(_several),
        Declared(
            Text(zh="时间", en="Hours"),
            Text(
                zh="这些天里从几点到几点；中间有休息就写几段。",
                en="From when to when on each of these days; several where there is a break.",
            ),
            "[08:00-12:00, 13:00-17:30]",
        ),
    ] = ("00:00-24:00",)

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        first, *rest = value.split()[:20] or [""]
        if _SPAN.fullmatch(first):
            return {"hours": value.split()}
        return {"days": first, **({"hours": rest} if rest else {})}

    @model_validator(mode="after")
    def _is_readable(self) -> "Calendar":
        if not self.spans:
            raise InvalidValue(Text(zh="没有任何工作时间", en="There are no working hours"))
        return self

    @cached_property
    def spans(self) -> tuple[tuple[float, float], ...]:
        """The open spans of a week in hours from Monday 00:00, in order and apart from one another."""
        daily = sorted(_span(text) for text in self.hours)
        found: list[tuple[float, float]] = []
        for day in sorted(_days(self.days)):
            for begin, end in daily:
                here = (24 * day + begin, 24 * day + end)
                if found and here[0] <= found[-1][1]:
                    found[-1] = (found[-1][0], max(found[-1][1], here[1]))
                else:
                    found.append(here)
        return tuple(found)

    @cached_property
    def weekly(self) -> float:
        """Open hours in a week."""
        return sum(end - begin for begin, end in self.spans)

    @cached_property
    def _sums(self) -> list[float]:
        return list(accumulate((end - begin for begin, end in self.spans), initial=0.0))

    def open_until(self, time: float) -> float:
        """Open hours between Monday 00:00 of the first week and `time`, in hours."""
        weeks, rest = divmod(time, WEEK)
        place = bisect_right(self.spans, (rest, float("inf"))) - 1
        inside = 0.0
        if place >= 0:
            begin, end = self.spans[place]
            inside = self._sums[place] + min(rest, end) - begin
        return weeks * self.weekly + inside

    def time_of(self, opened: float) -> float:
        """When so many open hours have passed: the latest moment before more pass, so the next opening where closed."""
        weeks, rest = divmod(opened, self.weekly)
        place = min(bisect_right(self._sums, rest) - 1, len(self.spans) - 1)
        return weeks * WEEK + self.spans[place][0] + rest - self._sums[place]

    def after(self, time: float, work: float) -> float:
        """When `work` hours begun at `time` are done, going on at each opening where closing interrupts them.

        What is done at closing time is done then, not at the next opening.
        """
        if not work:
            return self.start(time)
        weeks, rest = divmod(self.open_until(time) + work - _MOMENT, self.weekly)
        place = min(bisect_right(self._sums, rest) - 1, len(self.spans) - 1)
        return max(time, weeks * WEEK + self.spans[place][0] + rest - self._sums[place] + _MOMENT)

    def start(self, time: float) -> float:
        """`time` where it is open then, else the next opening."""
        return max(time, self.time_of(self.open_until(time)))


def _span(text: str) -> tuple[float, float]:
    match = _SPAN.fullmatch(text.strip())
    if match is not None:
        begin, end = int(match[1]) + int(match[2]) / 60, int(match[3]) + int(match[4]) / 60
        if int(match[2]) < 60 and int(match[4]) < 60 and begin < end <= 24:
            return begin, end
    raise InvalidValue(
        Text(zh=f"“{brief(text)}”不是一段时间", en=f"“{brief(text)}” is no span of hours"),
        Text(zh="写成 08:00-12:00，从早到晚", en="Write 08:00-12:00, the earlier first"),
    )


def _days(text: str) -> set[int]:
    found: set[int] = set()
    for piece in re.split("[,，、]", text.strip()):
        ends = [_day(end, text) for end in _RANGE.split(piece)]
        if len(ends) > 2:
            raise _not_days(text)
        first, last = ends[0], ends[-1]
        found |= set(range(first, last + 1)) if first <= last else {*range(first, 7), *range(last + 1)}
    return found


def _day(text: str, whole: str) -> int:
    plain = text.strip().casefold()
    if plain[:3] in _DAYS and plain.isalpha():
        return _DAYS.index(plain[:3])
    bare = plain.removeprefix("周").removeprefix("星期").removeprefix("礼拜")
    if bare in _CHINESE:
        return _CHINESE[bare]
    raise _not_days(whole)


def _not_days(text: str) -> InvalidValue:
    return InvalidValue(
        Text(zh=f"“{brief(text)}”不是星期几", en=f"“{brief(text)}” names no days of the week"),
        Text(zh="写成 mon-fri、mon,wed 或 周一至周五", en="Write mon-fri, or mon,wed"),
    )
