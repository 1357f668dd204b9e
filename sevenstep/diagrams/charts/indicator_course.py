"""An indicator over time: where it began, what was measured, what the flows estimate, and what is to be reached."""

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sevenstep.analysis.results import IndicatorState, StageValue
from sevenstep.analysis.verdict_wording import given_shown
from sevenstep.analysis.wording import shown_number
from sevenstep.diagrams.charts.chart import WIDTH, Chart
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import Plot, Row, is_drawable
from sevenstep.language import Language, Text
from sevenstep.model.choices import Direction, Stage
from sevenstep.model.dates import days_of
from sevenstep.model.quantity import unit_shown

_HEIGHT: Final = 270.0
_TOP: Final = 64.0
_BOTTOM: Final = 226.0
_LEFT: Final = 66.0
_RIGHT: Final = WIDTH - 24
_COLUMN: Final = 120.0
"""Width of the column of one estimate, right of the years."""
_LABEL: Final = 96.0

_TITLE: Final = Text(zh="指标走势与目标", en="The indicator against its targets")
_MEASURED: Final = Key("measured", Text(zh="基线与实测", en="baseline and measurements"), "dot")
_TARGET: Final = Key("target", Text(zh="目标值", en="target"), "diamond")
_ESTIMATED: Final[dict[Stage, Text]] = {
    Stage.AS_IS: Text(zh="现状估算", en="as-is estimate"),
    Stage.TO_BE: Text(zh="目标流程测算", en="to-be estimate"),
}
_UNIT: Final = Text(zh="单位：{}", en="in {}")


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
    ends = [end for staged in values for end in _ends(staged)]
    if len(values) < 2 or not is_drawable(ends):
        return None
    plot = Plot(_HEIGHT)
    plot.scale("y", _range(ends), (_BOTTOM, _TOP), zero=False)
    plot.axis("y", down=True, at=_LEFT, long=_RIGHT - _LEFT)
    edge = _RIGHT - _COLUMN * len(estimates)
    if facts or targets:
        _over_time(plot, facts, targets, edge, state.unit, language)
    _beside(plot, estimates, edge, state.unit, language)
    _heads(plot, state, [key for key, has in ((_MEASURED, facts), (_TARGET, targets)) if has], direction, language)
    return plot.chart(name, _TITLE.for_language(language), _said(state, facts, targets, estimates, language), language)


def _dated(*listed: Iterable[tuple[str, StageValue]]) -> list[_Dated]:
    """What has a date that can be put on an axis, in the order of time."""
    found = {}
    for day, staged in (mark for some in listed for mark in some):
        days = days_of(day) if day else None
        if days is not None:
            middle = days[0] + (days[1] - days[0]) / 2
            found[day] = _Dated(middle.year + (middle.timetuple().tm_yday - 1) / 365.25, day, staged)
    return sorted(found.values(), key=lambda mark: mark.year)


def _ends(staged: StageValue) -> list[float]:
    """Its value, or the ends of its interval; of a bound the one that there is."""
    return [end for end in dict.fromkeys((staged.low, staged.high)) if math.isfinite(end)]


def _marks(mark: _Dated, *, is_target: bool) -> list[float]:
    """Where a value is marked: a target that is a range has no middle, but two ends."""
    return _ends(mark.staged) if is_target else [mark.staged.value]


def _shown(staged: StageValue, unit: str, language: Language, *, is_target: bool) -> str:
    return given_shown(staged, unit, language) if is_target else shown_number(staged.value, unit, language)


def _range(ends: Sequence[float]) -> tuple[float, float]:
    """All values with a little room; from nought where that costs not much of it."""
    low, high = min(ends), max(ends)
    margin = (high - low or abs(high) or 1.0) * 0.12
    low = 0.0 if 0 <= low < 0.5 * high else low - margin
    return low, high + margin


def _over_time(
    plot: Plot, facts: Sequence[_Dated], targets: Sequence[_Dated], edge: float, unit: str, language: Language
) -> None:
    years = [mark.year for mark in (*facts, *targets)]
    first, last = min(years), max(years)
    inside = (_LEFT + _LABEL / 2, edge - _LABEL / 2)
    plot.scale("x", (first, last) if last > first else (first - 1, first + 1), inside, zero=False, nice=False)
    if targets:
        plot.rules(
            "goal-line",
            [{"x": _LEFT, "x2": _RIGHT, "y": end, "y2": end} for mark in targets[-1:] for end in _ends(mark.staged)],
            down="y",
        )
        if all(len(_ends(mark.staged)) == 1 for mark in targets):
            way: list[Row] = [{"x": mark.year, "y": mark.staged.value} for mark in facts[-1:]]
            way += [{"x": mark.year, "y": _ends(mark.staged)[0]} for mark in targets]
            plot.line("target-line", way, "x", "y")
    plot.line("measured-line", [{"x": mark.year, "y": mark.staged.value} for mark in facts], "x", "y")
    kinds = (("measured", "circle", facts, False), ("target", "diamond", targets, True))
    for css_classes, shape, listed, is_target in kinds:
        _ranges(plot, [(mark.year, mark.staged) for mark in listed], "x")
        rows: list[Row] = [
            {
                "x": mark.year,
                "y": end,
                "says": f"{mark.day} {_shown(mark.staged, unit, language, is_target=is_target)}",
            }
            for mark in listed
            for end in _marks(mark, is_target=is_target)
        ]
        plot.points(css_classes, rows, "x", "y", shape=shape, size=80)
    _labels(plot, facts, targets, unit, language)


def _labels(plot: Plot, facts: Sequence[_Dated], targets: Sequence[_Dated], unit: str, language: Language) -> None:
    """The values at their points and the dates below, as far as they do not stand on one another."""
    years = [mark.year for mark in (*facts, *targets)]
    narrowest = (max(years) - min(years)) / 6
    shown: list[float] = []
    for mark in (*reversed(targets), *facts[:1], *reversed(facts)):
        if all(abs(mark.year - other) > narrowest for other in shown):
            shown.append(mark.year)
            plot.text("note", mark.day, mark.year, _BOTTOM + 18, max_width=_LABEL, anchor="middle", across="x")
            said = _shown(mark.staged, unit, language, is_target=mark in targets)
            top = max(_ends(mark.staged))
            plot.text("legend", said, mark.year, top, max_width=_LABEL, anchor="middle", across="x", down="y", above=10)


def _ranges(plot: Plot, listed: Sequence[tuple[float, StageValue]], across: str = "") -> None:
    rows: list[Row] = [
        {"x": x, "x2": x, "y": staged.low, "y2": staged.high} for x, staged in listed if len(_ends(staged)) > 1
    ]
    plot.rules("interval", rows, across, "y")


def _beside(
    plot: Plot, estimates: Sequence[tuple[Stage, StageValue]], edge: float, unit: str, language: Language
) -> None:
    """What the flows estimate has no date: it stands in columns right of the years, on the same scale."""
    if estimates:
        plot.rules("divider", [{"x": edge, "x2": edge, "y": _TOP - 6, "y2": _BOTTOM + 24}])
    for number, (stage, staged) in enumerate(estimates):
        x = edge + _COLUMN * (number + 0.5)
        said = shown_number(staged.value, unit, language)
        label = _ESTIMATED[stage].for_language(language)
        _ranges(plot, [(x, staged)])
        plot.points(stage, [{"x": x, "y": staged.value, "says": f"{label} {said}"}], down="y", shape="square", size=110)
        plot.text("legend", said, x, staged.high, max_width=_COLUMN - 8, anchor="middle", down="y", above=11)
        plot.text("note", label, x, _BOTTOM + 18, max_width=_COLUMN - 8, anchor="middle")


def _heads(
    plot: Plot, state: IndicatorState, used: Sequence[Key], direction: Direction | None, language: Language
) -> None:
    keys(plot, used, language)
    if direction is not None:
        plot.text("up", direction.label.for_language(language), WIDTH - 4, 18, max_width=200, anchor="end")
    if unit := unit_shown(state.unit, language).strip():
        plot.text("note", _UNIT.for_language(language).format(unit), 2, 44, max_width=300)


def _said(
    state: IndicatorState,
    facts: Sequence[_Dated],
    targets: Sequence[_Dated],
    estimates: Sequence[tuple[Stage, StageValue]],
    language: Language,
) -> str:
    told = [(mark.day, mark.staged, False) for mark in facts]
    told += [(f"{_TARGET.says.for_language(language)} {mark.day}", mark.staged, True) for mark in targets]
    told += [(_ESTIMATED[stage].for_language(language), staged, False) for stage, staged in estimates]
    return ("；" if language == "zh" else "; ").join(
        f"{label}: {_shown(staged, state.unit, language, is_target=is_target)}" for label, staged, is_target in told
    )
