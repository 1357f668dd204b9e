"""An indicator by a dimension: a row for each member, all on one scale: where it began, where it is, its target."""

import math
from collections.abc import Sequence
from typing import Final

from sevenstep.analysis.dimension_wording import spread_said
from sevenstep.analysis.results import DimensionState, IndicatorState, MemberState, StageValue
from sevenstep.analysis.verdict_wording import given_shown
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import NORMAL, SMALL, Plot, is_drawable
from sevenstep.diagrams.text.measure import width
from sevenstep.language import Language, Text
from sevenstep.model.choices import Stage
from sevenstep.model.quantity import scale_for

_ROW: Final = 36.0
_BAR: Final = 10.0
_TOP: Final = 40.0
_NAMES: Final = 130.0
_RIGHT: Final = 110.0
"""Room behind the longest bar, for its value."""
_GAP: Final = 8.0
_FOOT: Final = 24.0
_MOST: Final = 24
"""As many members as a screen or two can show."""

_TITLE: Final = Text(zh="{}：按{}", en="{}: by {}")
_KEYS: Final = {
    Stage.BASELINE: Key("as-is", Text(zh="基线", en="baseline")),
    Stage.TODAY: Key("measured", Text(zh="最新实测", en="today")),
    Stage.TARGET: Key("target", Text(zh="自己的目标值", en="own target"), "diamond"),
}
_BARS: Final = frozenset({Stage.BASELINE, Stage.TODAY})
_MISSING: Final = Text(zh="缺数据", en="no figure")
_PROVISIONAL: Final = Text(zh="（初步）", en=" (provisional)")
_REST: Final = Text(zh="另有 {} 个成员，见下表", en="{} more members: see the table")


def members(
    name: str, title: Text, state: IndicatorState, dimension: DimensionState, language: Language
) -> Chart | None:
    """The members that there is room for; None where no two have a value that can be drawn."""
    shown = dimension.members[:_MOST]
    values = [value.value for found in shown for value in found.state.stage_values.values()]
    if sum(bool(found.state.stage_values) for found in shown) < 2 or not is_drawable(values):
        return None
    rest = len(dimension.members) - len(shown)
    bottom = _TOP + len(shown) * _ROW
    plot = Plot(bottom + _FOOT + (_FOOT if rest else 0))
    stages = [stage for stage in _KEYS if any(stage in found.state.stage_values for found in shown)]
    keys(plot, [_KEYS[stage] for stage in stages], language)
    factor, unit = scale_for(max(map(abs, values)), state.unit, language)
    if unit:
        plot.text("note", unit, WIDTH - 1, 18, max_width=120, anchor="end")
    scale = plot.scale("x", (min(0.0, *values), max(0.0, *values)), (_NAMES, WIDTH - _RIGHT))
    plot.axis("x", at=bottom, long=bottom - _TOP, factor=factor)
    bars = [stage for stage in stages if stage in _BARS]
    said = [_row(plot, number, found, state.unit, scale, language, bars) for number, found in enumerate(shown)]
    if rest:
        plot.text("note", _REST.for_language(language).format(rest), _NAMES, bottom + 2 * _FOOT - 8, max_width=400)
    spreads = [spread_said(dimension, spread, state.unit).for_language(language) for spread in dimension.spreads[-1:]]
    joint = "；" if language == "zh" else "; "
    called = _TITLE.for_language(language).format(title.for_language(language), dimension.title.for_language(language))
    return plot.chart(name, called, joint.join([*spreads, *said]), language)


def _row(
    plot: Plot,
    number: int,
    found: MemberState,
    unit: str,
    scale: str,
    language: Language,
    bars: Sequence[Stage],
) -> str:
    """A bar for each of the stages that any member has, one below the other, and the target across them."""
    top = _TOP + number * _ROW
    name = found.title.for_language(language)
    plot.text("title", name, _NAMES - 10, top + 19, max_width=_NAMES - 12, anchor="end", size=NORMAL)
    told: list[str] = []
    target = found.state.stage_values.get(Stage.TARGET)
    if {Stage.BASELINE, Stage.TODAY} & found.missing and not found.state.stage_values.keys() & _BARS:
        plot.text("note", _MISSING.for_language(language), 0, top + 19, max_width=90, across=scale, aside=6)
    for place, stage in enumerate(bars):
        y = top + 11 if len(bars) == 1 else top + 4 + 14 * place
        value = found.state.stage_values.get(stage)
        if value is not None:
            text = _said(found, stage, value, unit, language)
            told.append(f"{_KEYS[stage].says.for_language(language)} {text}")
            _bar(plot, _KEYS[stage].css_classes, value, y, f"{name} {told[-1]}", scale)
            x = _behind(plot, scale, value, target, width(text, SMALL))
            plot.text("said", text, x, y + 9, max_width=_RIGHT - 12)
        elif stage in found.missing:
            told.append(f"{_KEYS[stage].says.for_language(language)} {_MISSING.for_language(language)}")
    if target is not None:
        text = given_shown(target, unit, language)
        told.append(f"{_KEYS[Stage.TARGET].says.for_language(language)} {text}")
        row: Row = {"x": target.value, "y": top + 16, "says": f"{name} {told[-1]}"}
        plot.points("target", [row], scale, shape="diamond")
    return f"{name}：{'，'.join(told)}" if language == "zh" else f"{name}: {', '.join(told)}"


def _said(found: MemberState, stage: Stage, value: StageValue, unit: str, language: Language) -> str:
    said = given_shown(value, unit, language)
    return said + _PROVISIONAL.for_language(language) if stage in found.provisional else said


def _bar(plot: Plot, css_classes: str, value: StageValue, y: float, says: str, scale: str) -> None:
    low, high = sorted((0.0, value.value))
    plot.bars(css_classes, [{"x": low, "x2": high, "y": y, "y2": y + _BAR, "says": says}], scale)
    if value.low < value.high and math.isfinite(value.high - value.low):
        middle = y + _BAR / 2
        plot.rules("interval", [{"x": value.low, "x2": value.high, "y": middle, "y2": middle, "says": says}], scale)


def _behind(plot: Plot, scale: str, value: StageValue, target: StageValue | None, room: float) -> float:
    """Where the words of a bar begin: behind it, and behind the mark of the target where that stands in their way."""
    high = value.high if math.isfinite(value.high) else value.value
    x = plot.pixel(scale, max(0.0, value.value, high)) + _GAP
    mark = plot.pixel(scale, target.value) if target is not None else -math.inf
    return mark + _GAP if x - _GAP < mark < x + room + _GAP else x
