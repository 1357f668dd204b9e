"""An indicator over time: where it began, what was measured, and what is to be reached; beside it what the flows
estimate, which has no date."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sevenstep.analysis.course.results import Point as Expected
from sevenstep.analysis.results import IndicatorState, StageValue
from sevenstep.analysis.verdict_wording import figure_shown, with_error
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row, Shape
from sevenstep.diagrams.charts.dates import middle_of, years_of
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.label_places import HIGH, Ground, Segment, label_places
from sevenstep.diagrams.charts.plot import SMALL, Plot, is_drawable
from sevenstep.diagrams.charts.value_axis import TICKS, ValueAxis, draw, note, value_axis
from sevenstep.diagrams.geometry import Box, Point, around
from sevenstep.diagrams.text.measure import shortened, width
from sevenstep.language import Language, Text
from sevenstep.model.choices import Direction, Stage

_HEIGHT: Final = 284.0
_TOP: Final = 76.0
_BOTTOM: Final = 240.0
_LEFT: Final = 70.0
_RIGHT: Final = WIDTH - 8
_COLUMN: Final = 116.0
"""Width of the column of one estimate, right of the years."""
_GAP: Final = 36.0
"""Between the years and the estimates, which have no date."""
_DATE: Final = 90.0
_VALUE: Final = 150.0
_ABOVE: Final = 18.0
"""How far words may stand above the scale."""
_DOT: Final = 10.0

_TITLE: Final = Text(zh="指标走势与目标", en="The indicator against its targets")
_MEASURED: Final = Key("measured", Text(zh="基线与实测", en="baseline and measurements"), "dot")
_EXPECTED: Final = Key("expected-line", Text(zh="随项目生效的预期", en="expected as projects end"), "line")
_TARGET: Final = Key("target", Text(zh="目标值", en="target"), "diamond")
_ESTIMATED: Final[dict[Stage, Text]] = {
    Stage.AS_IS: Text(zh="现状流程测算", en="as-is estimate"),
    Stage.TO_BE: Text(zh="目标流程测算", en="to-be estimate"),
}
_UNDATED: Final = Text(zh="按流程测算（不属于某一年份）", en="estimated from the flows, undated")


class _Dated(NamedTuple):
    """When, in years; how that is written; the value."""

    year: float
    day: str
    staged: StageValue


def indicator_course(
    name: str,
    state: IndicatorState,
    measured: Iterable[tuple[str, StageValue]],
    direction: Direction | None,
    language: Language,
) -> Chart | None:
    """The indicator with all that was measured; None where fewer than two of its values are known."""
    base = state.stage_values.get(Stage.BASELINE)
    facts = _dated([(base.date, base)] if base else [], measured)
    targets = _dated(state.targets)
    estimates = [(stage, state.stage_values[stage]) for stage in _ESTIMATED if stage in state.stage_values]
    values = [mark.staged for mark in (*facts, *targets)] + [staged for _, staged in estimates]
    values += [point.value for point in state.expected]
    ends = [end for staged in values for end in _ends(staged)]
    if len(values) < 2 or not is_drawable(ends):
        return None
    axis = value_axis(ends, state.unit, language)
    course = _Course(state, axis, language)
    left, right = _panels(len(estimates), is_dated=bool(facts or targets))
    goals = [end for mark in targets[-1:] for end in _ends(mark.staged)]
    if left is not None:
        course.panel(left, goals)
        course.over_time(left, facts, targets, state.expected)
    if right is not None:
        course.panel(right, goals)
        course.beside(right, estimates)
    if left is not None and right is not None:
        _divide(course.plot, (left.right + right.left) / 2, language)
    is_expected = left is not None and len(state.expected) > 1
    used = ((_MEASURED, facts), (_TARGET, targets), (_EXPECTED, is_expected))
    _heads(course, [key for key, has in used if has], direction)
    says = _said(course, facts, targets, estimates)
    return course.plot.chart(name, _TITLE.for_language(language), says, language)


def _panels(estimates: int, *, is_dated: bool) -> tuple[Box | None, Box | None]:
    """The room for what has a date, and that for the estimates."""
    if not estimates or not is_dated:
        whole = Box(_LEFT, _TOP, _RIGHT, _BOTTOM)
        return (whole, None) if is_dated else (None, whole)
    edge = _RIGHT - _COLUMN * estimates
    return Box(_LEFT, _TOP, edge - _GAP, _BOTTOM), Box(edge, _TOP, _RIGHT, _BOTTOM)


def _dated(*listed: Iterable[tuple[str, StageValue]]) -> list[_Dated]:
    """What has a date that can be put on an axis, in the order of time."""
    found = {}
    for day, staged in (mark for some in listed for mark in some):
        middle = middle_of(day)
        if middle is not None:
            found[day] = _Dated(middle, day, staged)
    return sorted(found.values(), key=lambda mark: mark.year)


def _ends(staged: StageValue) -> list[float]:
    """Its value, or the ends of its interval; of a bound the one that there is."""
    return [end for end in dict.fromkeys((staged.low, staged.high)) if math.isfinite(end)]


class _Label(NamedTuple):
    """What is said of a point, and how much room it may take."""

    at: Point
    said: str
    room: float


class _Course:
    """The chart being drawn: two panels on one axis of values. Words are placed once all of a panel stands."""

    def __init__(self, state: IndicatorState, axis: ValueAxis, language: Language) -> None:
        self.state = state
        self.axis = axis
        self.language = language
        self.plot = Plot(_HEIGHT)
        self.plot.scale("y", (axis.low, axis.high), (_BOTTOM, _TOP), zero=False, nice=False)
        self._lines: list[Segment] = []
        self._grid: list[Segment] = []
        self._dots: list[Box] = []

    def written(self, staged: StageValue) -> str:
        """A value as the tables of the page have it."""
        return figure_shown(staged, self.state.unit, self.language, self._others(staged))

    def hinted(self, staged: StageValue) -> str:
        """The same, with the error of what was simulated."""
        return with_error(staged, self.state.unit, self.language, self._others(staged))

    def _others(self, staged: StageValue) -> list[StageValue]:
        return [target for _, target in self.state.targets if target != staged]

    def panel(self, room: Box, goals: Sequence[float]) -> None:
        """The grid, the axes, and the last target across all of it."""
        plot = self.plot
        at = room.left
        if at == _LEFT:
            places = plot.axis("y", down=True, at=at, long=room.width, count=TICKS)
            draw(plot, self.axis, at, _TOP, _BOTTOM)
            self._grid = [((at, y), (WIDTH, y)) for y in places]
        else:
            plot.rules("grid", [{"x": at, "x2": room.right, "y": y, "y2": y} for (_, y), _ in self._grid])
        plot.rules("axis-line", [{"x": at, "x2": room.right, "y": _BOTTOM, "y2": _BOTTOM}])
        lines = [((at, y), (room.right, y)) for y in map(self._down, goals)]
        plot.rules("goal-line", [{"x": x, "x2": x2, "y": y, "y2": y2} for (x, y), (x2, y2) in lines])
        self._lines += lines

    def _down(self, value: float) -> float:
        return self.plot.pixel("y", value * self.axis.factor)

    def over_time(
        self, room: Box, facts: Sequence[_Dated], targets: Sequence[_Dated], expected: Sequence[Expected]
    ) -> None:
        """What has a date: lines, points, and the words of those that there is room for."""
        years = [mark.year for mark in (*facts, *targets)]
        years += [years_of(point.day) for point in expected if point.day is not None]
        first, last = min(years), max(years)
        inside = (room.left + _DATE / 2 + 4, room.right - _DATE / 2)
        ends = (first, last) if last > first else (first - 1, first + 1)
        self.plot.scale("x", ends, inside, zero=False, nice=False)
        if targets and all(len(_ends(mark.staged)) == 1 for mark in targets):
            way = [(mark, mark.staged.value) for mark in facts[-1:]]
            self._way("target-line", [*way, *((mark, _ends(mark.staged)[0]) for mark in targets)])
        if len(expected) > 1:
            self._steps(expected, ends)
        self._way("measured-line", [(mark, mark.staged.value) for mark in facts])
        points: tuple[tuple[str, Shape, Sequence[_Dated]], ...] = (
            ("measured", "circle", facts),
            ("target", "diamond", targets),
        )
        for css_classes, shape, listed in points:
            for mark in listed:
                marked = _ends(mark.staged) if shape == "diamond" else [mark.staged.value]
                says = f"{mark.day} {self.hinted(mark.staged)}"
                self._points(css_classes, shape, self._across(mark), mark.staged, marked, says)
        self._say(room, self._dated_labels(facts, targets))

    def _across(self, mark: _Dated) -> float:
        return self.plot.pixel("x", mark.year)

    def _way(self, css_classes: str, marked: Sequence[tuple[_Dated, float]]) -> None:
        points = [(self._across(mark), self._down(value)) for mark, value in marked]
        if len(points) > 1:
            self.plot.line(css_classes, [{"x": x, "y": y} for x, y in points])
        self._lines += pairwise(points)

    def _steps(self, expected: Sequence[Expected], ends: tuple[float, float]) -> None:
        """What is expected stays until something comes into force: a line in steps."""
        way: list[Point] = []
        for point in expected:
            x = self.plot.pixel("x", ends[0] if point.day is None else years_of(point.day))
            y = self._down(point.value.value)
            way += [(x, way[-1][1]), (x, y)] if way else [(x, y)]
        way.append((self.plot.pixel("x", ends[1]), way[-1][1]))
        self.plot.line("expected-line", [{"x": x, "y": y} for x, y in way])
        self._lines += pairwise(way)
        says = [f"{point.day} {self.written(point.value)}" for point in expected if point.day is not None]
        rows: list[Row] = [
            {"x": self.plot.pixel("x", years_of(point.day)), "y": self._down(point.value.value), "says": said}
            for point, said in zip((one for one in expected if one.day is not None), says, strict=True)
            if point.day is not None
        ]
        self.plot.points("expected", rows, shape="circle", size=24)

    def _points(
        self, css_classes: str, shape: Shape, x: float, staged: StageValue, marked: Sequence[float], says: str
    ) -> None:
        """A value and its interval; a target that is a range has no middle, but two ends."""
        ends = [self._down(end) for end in _ends(staged)]
        if len(ends) > 1:
            self.plot.rules("interval", [{"x": x, "x2": x, "y": ends[0], "y2": ends[1], "says": says}])
            self._lines.append(((x, ends[0]), (x, ends[1])))
        rows: list[Row] = [{"x": x, "y": self._down(value), "says": says} for value in marked]
        self.plot.points(css_classes, rows, shape=shape, size=80)
        self._dots += [around((x, self._down(value)), _DOT, _DOT) for value in marked]

    def _dated_labels(self, facts: Sequence[_Dated], targets: Sequence[_Dated]) -> list[_Label]:
        """The last target, the first fact, the latest, and of the others those whose dates do not stand on one another;
        the dates are written."""
        shown: list[float] = []
        labels = []
        for mark in (*reversed(targets), *facts[:1], *reversed(facts)):
            x = self._across(mark)
            if all(abs(x - other) > _DATE * 0.8 for other in shown):
                shown.append(x)
                self.plot.text("note", mark.day, x, _BOTTOM + 18, max_width=_DATE, anchor="middle")
                at = x, self._down(max(_ends(mark.staged)))
                labels.append(_Label(at, self.written(mark.staged), _VALUE))
        return labels

    def beside(self, room: Box, estimates: Sequence[tuple[Stage, StageValue]]) -> None:
        """What the flows estimate has no date: it stands in columns of its own, on the same scale."""
        labels = []
        column = room.width / len(estimates)
        for number, (stage, staged) in enumerate(estimates):
            x = room.left + column * (number + 0.5)
            label = _ESTIMATED[stage].for_language(self.language)
            self._points(stage, "square", x, staged, [staged.value], f"{label} {self.hinted(staged)}")
            self.plot.text("note", label, x, _BOTTOM + 18, max_width=column - 4, anchor="middle")
            labels.append(_Label((x, self._down(max(_ends(staged)))), self.written(staged), column))
        self._say(room, labels)

    def _say(self, room: Box, labels: Sequence[_Label]) -> None:
        """The values near their points, off everything else."""
        said = [shortened(label.said, label.room, SMALL) for label in labels]
        plane = Box(room.left + 3, room.top - _ABOVE, room.right, room.bottom - 2)
        ground = Ground(plane, self._dots, self._lines, self._grid)
        places = label_places([label.at for label in labels], [width(each, SMALL) for each in said], ground)
        for each, box in zip(said, places, strict=True):
            if box is not None:
                baseline = box.bottom - (HIGH - SMALL * 0.76) / 2
                self.plot.text("said", each, box.middle[0], baseline, max_width=_VALUE, anchor="middle")


def _divide(plot: Plot, at: float, language: Language) -> None:
    plot.rules("divider", [{"x": at, "x2": at, "y": _TOP - _ABOVE, "y2": _BOTTOM + 22}])
    plot.text("note", _UNDATED.for_language(language), _RIGHT, 44, max_width=270, anchor="end")


def _heads(course: _Course, used: Sequence[Key], direction: Direction | None) -> None:
    plot, language = course.plot, course.language
    keys(plot, used, language)
    if direction is not None:
        plot.text("up", direction.label.for_language(language), WIDTH - 4, 18, max_width=200, anchor="end")
    plot.text("note", note(course.axis, language), 2, 44, max_width=440)


def _said(
    course: _Course,
    facts: Sequence[_Dated],
    targets: Sequence[_Dated],
    estimates: Sequence[tuple[Stage, StageValue]],
) -> str:
    """The chart in words, for who cannot see it."""
    language = course.language
    told = [(mark.day, mark.staged) for mark in facts]
    told += [(f"{_TARGET.says.for_language(language)} {mark.day}", mark.staged) for mark in targets]
    told += [(_ESTIMATED[stage].for_language(language), staged) for stage, staged in estimates]
    colon, stop = ("：", "；") if language == "zh" else (": ", "; ")
    return stop.join(f"{label}{colon}{course.written(staged)}" for label, staged in told)
