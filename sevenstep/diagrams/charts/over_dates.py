"""An assessment at its dates: the whole and its main factors, with the target as a line; narrow, so that a phone shows
it whole. What a line is stands at its end: no key is needed."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from sevenstep.analysis.assessment.main_factors import main_factors
from sevenstep.analysis.assessment.results import AssessmentResult, Standing
from sevenstep.analysis.assessment.wording import level_said, score_shown
from sevenstep.chain.graph import Chain
from sevenstep.diagrams.charts.chart import Chart, Row
from sevenstep.diagrams.charts.dates import middle_of
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.language import Language, Text
from sevenstep.model.dates import end_of
from sevenstep.model.frames.scale import Scale

_WIDE: Final = 360.0
_TOP: Final = 14.0
_BOTTOM: Final = 232.0
_FOOT: Final = 30.0
_LEFT: Final = 66.0
_RIGHT: Final = 208.0
_ASIDE: Final = 16.0
_LINE: Final = 14.0
_DATE: Final = 60.0
_MOST: Final = 8
"""Factors that are drawn: more lines cannot be told apart."""
_STRAY: Final = 3.0

_TITLE: Final = Text(zh="历次评估：{} 为 {}，{} 为 {}", en="At its dates: {1} in {0}, {3} in {2}")
_TITLE_AIM: Final = Text(zh="；目标 {}（{}）", en="; the target is {} ({})")
_WHOLE: Final = Text(zh="总体", en="The whole")
_AIM: Final = Text(zh="{} 目标 {}", en="target {}: {}")
_RANGE: Final = Text(
    zh="竖线：有缺数据时，总体可能在哪个范围", en="Upright lines: where the whole may be while data is missing"
)
_REST: Final = Text(zh="另有 {} 个因素，见下表", en="{} more factors: see the table")


class _Course(NamedTuple):
    """One line: what it is called, and what was reached when."""

    css_classes: str
    name: str
    points: list[tuple[float, str, Standing]]


class _Name(NamedTuple):
    """What is written at the end of a line, and where that end is."""

    ink: str
    said: str
    y: float


def over_dates(name: str, chain: Chain, result: AssessmentResult, language: Language) -> Chart | None:
    """None where the whole was not known at two dates."""
    courses = [
        _Course("own-line", _WHOLE.for_language(language), _points(result.dates)),
        *_factors(chain, result, language),
    ]
    years = [year for course in courses for year, _, _ in course.points]
    if len(courses[0].points) < 2 or not is_drawable([result.low, result.high]) or min(years) == max(years):
        return None
    shown = courses[: _MOST + 1]
    notes = list(_notes(courses, shown, language))
    plot = Plot(_BOTTOM + _FOOT + len(notes) * _LINE, _WIDE)
    across = plot.scale("x", (min(years), max(years)), (_LEFT + 10, _RIGHT), zero=False, nice=False)
    down = plot.scale("y", (result.low, result.high), (_BOTTOM, _TOP), zero=False, nice=False)
    _levels(plot, chain, result, down, language)
    _dates(plot, courses[0], across)
    aim = result.target.good if result.target is not None else None
    names = [_aimed(plot, result, aim, down, language)] if aim is not None else []
    names += [_line(plot, result, course, across, down) for course in reversed(shown)]
    _write(plot, names)
    for number, said in enumerate(notes, 1):
        plot.text("note", said, 2, _BOTTOM + _FOOT + number * _LINE - 4, max_width=_WIDE - 4)
    return plot.chart(name, _title(result, courses[0], aim, language), _said(result, shown, aim, language), language)


def _title(result: AssessmentResult, whole: _Course, aim: float | None, language: Language) -> str:
    """What the chart says: the first and the last standing of the whole, and the target."""
    ends = (whole.points[0], whole.points[-1])
    told = (part for _, day, standing in ends for part in (day, score_shown(result, standing.good or 0.0)))
    title = _TITLE.for_language(language).format(*told)
    if aim is None or not result.target_date:
        return title
    return title + _TITLE_AIM.for_language(language).format(score_shown(result, aim), result.target_date)


def _notes(courses: Sequence[_Course], shown: Sequence[_Course], language: Language) -> Iterator[str]:
    if any(_is_open(standing) for _, _, standing in courses[0].points):
        yield _RANGE.for_language(language)
    if len(courses) > len(shown):
        yield _REST.for_language(language).format(len(courses) - len(shown))


def _is_open(standing: Standing) -> bool:
    return standing.high - standing.low > 1e-9


def _points(dated: Sequence[tuple[str, Standing]]) -> list[tuple[float, str, Standing]]:
    told = [(middle_of(day), day, standing) for day, standing in dated if standing.good is not None]
    return [(year, day, standing) for year, day, standing in told if year is not None]


def _factors(chain: Chain, result: AssessmentResult, language: Language) -> list[_Course]:
    """The main factors of which anything is known up to the day of the assessment, the weightiest first."""
    last = max((end_of(day) for day, _ in result.dates), default=None)
    found = []
    for one in sorted(main_factors(result), key=lambda one: -one.share):
        past = [(day, standing) for day, standing in one.by_date if last is not None and day and end_of(day) <= last]
        if points := _points(past):
            found.append(_Course("other-line", chain.elements[one.factor].title.for_language(language), points))
    return found


def _levels(plot: Plot, chain: Chain, result: AssessmentResult, down: str, language: Language) -> None:
    """Where each level begins, with its name; without levels a grid of numbers."""
    scale = chain.elements.get(result.scale)
    if not isinstance(scale, Scale):
        plot.axis(down, down=True, at=_LEFT, long=_RIGHT - _LEFT)
        return
    above = float("inf")
    for number, (score, _) in enumerate(scale.steps):
        y = plot.pixel(down, score)
        plot.rules("grid", [{"x": _LEFT, "x2": _RIGHT, "y": y, "y2": y}])
        said = level_said(chain, result.scale, number)
        if said is not None and above - y >= _LINE:
            plot.text("note", said.for_language(language), _LEFT - 8, y + 4, max_width=_LEFT - 10, anchor="end")
            above = y


def _dates(plot: Plot, whole: _Course, across: str) -> None:
    """The dates below, the last for certain, and of the others those that there is room for."""
    plot.rules("axis-line", [{"x": _LEFT, "x2": _RIGHT, "y": _BOTTOM, "y2": _BOTTOM}])
    least = float("inf")
    for year, day, _ in reversed(whole.points):
        x = plot.pixel(across, year)
        if least - x >= _DATE:
            plot.text("note", day, x, _BOTTOM + 16, max_width=_DATE, anchor="middle")
            least = x


def _aimed(plot: Plot, result: AssessmentResult, aim: float, down: str, language: Language) -> _Name:
    y = plot.pixel(down, result.told(aim))
    plot.rules("goal-line", [{"x": _LEFT, "x2": _RIGHT, "y": y, "y2": y}])
    return _Name("note", _aim_said(result, aim, language), y)


def _aim_said(result: AssessmentResult, aim: float, language: Language) -> str:
    return _AIM.for_language(language).format(result.target_date, score_shown(result, aim)).strip()


def _line(plot: Plot, result: AssessmentResult, course: _Course, across: str, down: str) -> _Name:
    is_whole = course.css_classes == "own-line"
    rows: list[Row] = []
    for year, day, standing in course.points:
        good = standing.good or 0.0
        says = f"{course.name} {day} {score_shown(result, good)}"
        rows.append({"x": year, "y": result.told(good), "says": says})
        if is_whole and _is_open(standing):
            x = plot.pixel(across, year)
            low, high = (plot.pixel(down, result.told(end)) for end in (standing.low, standing.high))
            plot.rules("interval", [{"x": x, "x2": x, "y": low, "y2": high, "says": says}])
    if len(rows) > 1:
        plot.line(course.css_classes, [{"x": row["x"], "y": row["y"]} for row in rows], across, down)
    plot.points("own" if is_whole else "peer", rows, across, down, size=80 if is_whole else 36)
    last = course.points[-1][2].good or 0.0
    ink = "title" if is_whole else "note"
    return _Name(ink, f"{score_shown(result, last)} {course.name}", plot.pixel(down, result.told(last)))


def _write(plot: Plot, names: Sequence[_Name]) -> None:
    """Every name beside the end of its line, moved apart where they would stand on one another."""
    ordered = sorted(names, key=lambda name: name.y)
    places: list[float] = []
    for name in ordered:
        places.append(max(name.y, places[-1] + _LINE) if places else name.y)
    room = _BOTTOM
    for at in range(len(places) - 1, -1, -1):
        places[at] = min(places[at], room)
        room = places[at] - _LINE
    for name, y in zip(ordered, places, strict=True):
        if abs(y - name.y) > _STRAY:
            plot.rules("grid", [{"x": _RIGHT + 5, "x2": _RIGHT + _ASIDE - 3, "y": name.y, "y2": y}])
        plot.text(name.ink, name.said, _RIGHT + _ASIDE, y + 4, max_width=_WIDE - _RIGHT - _ASIDE - 2)


def _said(result: AssessmentResult, shown: Sequence[_Course], aim: float | None, language: Language) -> str:
    """The chart in words, for who cannot see it."""
    colon, comma, stop = ("：", "，", "；") if language == "zh" else (": ", ", ", "; ")
    told = [
        f"{course.name}{colon}"
        + comma.join(f"{day} {score_shown(result, standing.good or 0.0)}" for _, day, standing in course.points)
        for course in shown
    ]
    if aim is not None:
        told.append(_aim_said(result, aim, language))
    return stop.join(told)
