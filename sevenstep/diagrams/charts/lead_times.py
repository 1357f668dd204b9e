"""How long cases take: how many of the simulated ones were done in which time."""

from typing import Final

from sevenstep.analysis.results import FlowMetrics
from sevenstep.analysis.wording import shown_hours
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.language import Language, Text
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import HOURS, readable_unit, unit_shown

_HEIGHT: Final = 230.0
_TOP: Final = 48.0
_BOTTOM: Final = 184.0
_LEFT: Final = 52.0
_RIGHT: Final = WIDTH - 20

_TITLE: Final = Text(zh="全程时间的分布", en="How long cases take")
_BIN: Final = Text(zh="{}–{}：{} 件", en="{}–{}: {} cases")
_MARKS: Final = {
    "p50": Text(zh="半数低于 {}", en="half below {}"),
    "p90": Text(zh="九成低于 {}", en="9 of 10 below {}"),
}
_AXIS: Final = Text(zh="{}（{}）", en="{} ({})")
_COUNT: Final = Text(zh="模拟件数", en="simulated cases")


def lead_times(name: str, flow: FlowMetrics, language: Language) -> Chart | None:
    """A histogram with the times that half and nine tenths of the cases stay below; None where none was simulated."""
    if flow.lead_times is None:
        return None
    bounds, counts = flow.lead_times
    if len(bounds) != len(counts) + 1 or not is_drawable(bounds) or bounds[-1] <= bounds[0] or not any(counts):
        return None
    unit = readable_unit((max(abs(bounds[0]), abs(bounds[-1])),))
    ends = [bound / HOURS[unit] for bound in bounds]
    plot = Plot(_HEIGHT)
    across = plot.scale("x", (min(ends[0], 0), ends[-1]), (_LEFT, _RIGHT))
    down = plot.scale("y", (0, max(counts)), (_BOTTOM, _TOP))
    plot.axis(across, at=_BOTTOM, long=0, count=8)
    plot.axis(down, down=True, at=_LEFT, long=_RIGHT - _LEFT, count=4)
    plot.bars("lead-time", list(_bars(bounds, ends, counts, language)), across, down)
    said = _marks(plot, flow, unit, language)
    label = Metric.LEAD_TIME.label.for_language(language)
    axis = _AXIS.for_language(language).format(label, unit_shown(unit, language).strip())
    plot.text("note", axis, (_LEFT + _RIGHT) / 2, _HEIGHT - 12, max_width=400, anchor="middle")
    plot.text("note", _COUNT.for_language(language), 2, 16, max_width=300)
    return plot.chart(name, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(said), language)


def _bars(bounds: tuple[float, ...], ends: list[float], counts: tuple[int, ...], language: Language) -> list[Row]:
    return [
        {
            "x": ends[at],
            "x2": ends[at + 1],
            "y": 0,
            "y2": count,
            "says": _BIN.for_language(language).format(
                shown_hours(bounds[at], language, (bounds[-1],)),
                shown_hours(bounds[at + 1], language, (bounds[-1],)),
                count,
            ),
        }
        for at, count in enumerate(counts)
        if count
    ]


def _marks(plot: Plot, flow: FlowMetrics, unit: str, language: Language) -> list[str]:
    """A line at each percentile, its text to the side on which there is room and no other line passes through it."""
    value = flow.values[Metric.LEAD_TIME]
    found = [(key, number) for key, number in (("p50", value.p50), ("p90", value.p90)) if number is not None]
    longest = flow.lead_times[0][-1] if flow.lead_times else 0.0
    late = [number > share * longest for (_, number), share in zip(found, (0.3, 0.8), strict=False)]
    if late[-1:] == [True]:  # both to the left: the line further left begins below the text of the other
        late = [True] * len(found)
        found.reverse()
    told = []
    for row, ((key, number), is_late) in enumerate(zip(found, late, strict=True)):
        said = _MARKS[key].for_language(language).format(shown_hours(number, language))
        at = number / HOURS[unit]
        y = _TOP - 6 - 14 * (1 - row)
        plot.rules("percentile", [{"x": at, "x2": at, "y": y - 8, "y2": _BOTTOM, "says": said}], "x")
        anchor, aside = ("end", -6.0) if is_late else ("start", 6.0)
        plot.text("legend", said, at, y, max_width=200, anchor=anchor, across="x", aside=aside)  # type: ignore[arg-type]
        told.append(said)
    return told
