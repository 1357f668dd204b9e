"""The axis of values of a chart: how far it reaches, in which scale it is written, and whether it begins at nought."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from sevenstep.diagrams.charts.plot import Plot
from sevenstep.diagrams.charts.ticks import rounded_out, ticks
from sevenstep.language import Language, Text
from sevenstep.model.quantity import decimal, is_per_cent, scale_for

TICKS: Final = 5
_MARGIN: Final = 0.12
_BREAK: Final = ((0, -16), (-4, -13), (4, -9), (-4, -5), (0, -2))
"""The sign of an axis that does not begin at nought, from the foot of the axis."""

_UNIT: Final = Text(zh="单位：{}", en="in {}")
_FROM: Final = Text(zh="纵轴从 {} 起，不从 0 起", en="the axis begins at {}, not at 0")
_UP_TO: Final = Text(zh="纵轴到 {} 止，不到 0", en="the axis ends at {}, not at 0")


class ValueAxis(NamedTuple):
    """The ends of an axis, what a value is multiplied by to stand on it, and what its unit is called."""

    low: float
    high: float
    factor: float
    unit: str

    @property
    def is_truncated(self) -> bool:
        """Whether nought is not on it."""
        return self.low > 0 or self.high < 0


def value_axis(ends: Sequence[float], unit: str, language: Language) -> ValueAxis:
    """The axis on which all values have a little room; from nought where that costs not much of it."""
    low, high = min(ends), max(ends)
    factor, name = scale_for(max(abs(low), abs(high)), unit, language)
    margin = (high - low or abs(high) or 1.0) * _MARGIN
    is_share = is_per_cent(unit) and low >= 0 and high <= 100
    bottom = 0.0 if low == 0 or 0 < low < 0.5 * high else low - margin
    top = 0.0 if 0.5 * low < high <= 0 else high + margin
    if is_share:
        bottom, top = max(bottom, 0.0), min(top, 100.0)
    rounded = rounded_out(bottom * factor, top * factor, TICKS)
    return ValueAxis(*rounded, factor, name)


def draw(plot: Plot, axis: ValueAxis, at: float, top: float, bottom: float) -> None:
    """The line of the axis, broken at its end where it is truncated."""
    if not axis.is_truncated:
        plot.rules("axis-line", [{"x": at, "x2": at, "y": top, "y2": bottom}])
        return
    foot, way = (bottom, 1) if axis.low > 0 else (top, -1)
    zigzag = [(at + aside, foot + way * above) for aside, above in _BREAK]
    plot.line("axis-line", [{"x": x, "y": y} for x, y in [(at, top if way > 0 else bottom), *zigzag, (at, foot)]])


def unit_said(unit: str, language: Language) -> str:
    """In what the numbers of an axis are."""
    return _UNIT.for_language(language).format(unit)


def note(axis: ValueAxis, language: Language) -> str:
    """The unit of the numbers along it, and that it is truncated."""
    said = [unit_said(axis.unit, language)] if axis.unit else []
    if axis.is_truncated:
        end, template = (axis.low, _FROM) if axis.low > 0 else (axis.high, _UP_TO)
        written = dict(ticks(axis.low, axis.high, TICKS)).get(end) or decimal(end, 4)
        said.append(template.for_language(language).format(written))
    return ("；" if language == "zh" else "; ").join(said)
