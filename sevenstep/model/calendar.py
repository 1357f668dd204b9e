"""Working hours: on which days of the week, from when to when.

Written short: ``mon-fri 08:00-12:00 13:00-17:30``, or ``周一至周五 08:00-12:00``; ``24:00`` is the end of the day.
"""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import Annotated, Any, ClassVar, Final

from pydantic import BeforeValidator, model_validator

from sevenstep.language import Text, joined
from sevenstep.model.field import Declared
from sevenstep.model.form import Form, Short, reads
from sevenstep.model.part import Part
from sevenstep.model.quantity import InvalidValue
from sevenstep.model.values import Title
from sevenstep.source.characters import brief

WEEK: Final = 168.0
"""Hours of a week."""
_MOMENT: Final = 1e-9
"""Hours that are nothing: less than what is lost where hours are added up."""
_DAYS: Final[tuple[str, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_NAMES: Final = tuple(
    Text(zh=f"周{zh}", en=en)
    for zh, en in zip("一二三四五六日", ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), strict=True)
)
_CHINESE: Final[dict[str, int]] = dict(zip("一二三四五六日天", (*range(7), 6), strict=True))
_SPAN: Final = re.compile(r"(\d{1,2})[:：](\d{2})\s*[-–—~～至到]\s*(\d{1,2})[:：](\d{2})")
_RANGE: Final = re.compile(r"[-–—~～至到]")


@reads(short=Short.ONE)
def _several(value: Any) -> Any:
    return value.split() if isinstance(value, str) else value


class Calendar(Part):
    TITLE: ClassVar = Text(zh="工作日历", en="Calendar")
    EXPLANATION: ClassVar = Text(
        zh="何时办理、何时受理。简写成一段文字：先写星期，再写时间，如 `mon-fri 08:00-12:00 13:00-17:30`。",
        en="When work is done or cases arrive. Written short as text, the days, then the hours: `mon-fri "
        "08:00-12:00 13:00-17:30`.",
    )
    SHORT: ClassVar = (Form.NAME,)

    title: Annotated[
        Title | None,
        Declared(
            Text(zh="名称", en="Title"),
            Text(
                zh="日历叫什么；不写则只显示工作时间。",
                en="What the calendar is called; left out, only its hours are shown.",
            ),
            "{zh: 场站开放时间, en: Yard hours}",
        ),
    ] = None
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
                zh="各天的起止时间；中间休息的，分段书写。",
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
    def said(self) -> Text:
        """What it is called, with its hours; its hours alone where it has no title."""
        if self.title is None:
            return self.opening
        return Text(
            zh=f"{self.title.for_language('zh')}（{self.opening.for_language('zh')}）",
            en=f"{self.title.for_language('en')} ({self.opening.for_language('en')})",
        )

    @cached_property
    def opening(self) -> Text:
        """Its days and hours in words."""
        days, hours = _days(self.days), sorted(_span(text) for text in self.hours)
        is_day_and_night = hours == [(0.0, 24.0)]
        if len(days) == 7 and is_day_and_night:
            return Text(zh="全年无休", en="around the clock")
        if is_day_and_night:
            said = Text(zh="全天", en="day and night")
        else:
            said = joined(Text(plain=f"{_clock(begin)}–{_clock(end)}") for begin, end in hours)
        named = _named_days(days)
        return Text(
            zh=f"{named.for_language('zh')} {said.for_language('zh')}".replace(" 全", "全"),
            en=f"{named.for_language('en')} {said.for_language('en')}",
        )

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
        Text(zh=f"“{brief(text)}”不是一段时间", en=f"“{brief(text)}” is not a span of hours"),
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


def _clock(hour: float) -> str:
    return f"{int(hour):02}:{round(hour % 1 * 60):02}"


def _named_days(days: set[int]) -> Text:
    """Days of the week in words: runs of three and more as runs."""
    if len(days) == 7:
        return Text(zh="每天", en="every day")
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    pieces: list[Text] = []
    for run in runs:
        if len(run) < 3:
            pieces.extend(_DAY_NAMES[day] for day in run)
        else:
            first, last = _DAY_NAMES[run[0]], _DAY_NAMES[run[-1]]
            pieces.append(Text(zh=f"{first.zh}至{last.zh}", en=f"{first.en}–{last.en}"))
    return joined(pieces)


def _not_days(text: str) -> InvalidValue:
    return InvalidValue(
        Text(zh=f"“{brief(text)}”不是星期几", en=f"“{brief(text)}” names no days of the week"),
        Text(zh="写成 mon-fri、mon,wed 或 周一至周五", en="Write mon-fri, or mon,wed"),
    )
