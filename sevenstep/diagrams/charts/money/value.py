"""What makes up the present value: from the outlay down, from what comes in up, to what is left."""

from typing import Final

from sevenstep.analysis.appraisal.present_value import present_value
from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.appraisal.wording import money_shown
from sevenstep.analysis.choices import MoneyKind
from sevenstep.diagrams.charts.chart import WIDTH, Chart
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.diagrams.charts.value_axis import unit_said
from sevenstep.language import Language, Text
from sevenstep.model.quantity import scale_for

_ROW: Final = 42.0
_BAR: Final = 16.0
_LABEL: Final = 22.0
"""Labels stand above their bars, so that a phone that shows the left part shows bars too."""
_TOP: Final = 26.0
_SIDE: Final = 112.0
"""Room beside the bars for their values."""

_TITLE: Final = Text(zh="净现值由什么构成", en="What makes up the present value")
_WORTH: Final = Text(zh="净现值", en="Net present value")


def value(name: str, state: AppraisalState, language: Language) -> Chart | None:
    """A waterfall over the kinds of money; None where there are not two of them."""
    parts = [
        (kind, present_value(state.of(kind), state.discount) * (-1 if kind.is_cost else 1))
        for kind in MoneyKind
        if any(state.of(kind))
    ]
    if len(parts) < 2:
        return None
    steps, at = [], 0.0
    for kind, change in parts:
        css_classes = "money-out" if change < 0 else "money-in"
        steps.append((kind.label.for_language(language), css_classes, at, at + change, change))
        at += change
    total = state.worth.present_value
    steps.append((_WORTH.for_language(language), "better" if total >= 0 else "worse", 0.0, total, total))
    reach = [end for _, _, begin, end_, _ in steps for end in (begin, end_)]
    if not is_drawable(reach) or not any(reach):
        return None
    bottom = _TOP + len(steps) * _ROW
    plot = Plot(bottom + 24)
    across = plot.scale("x", (min(reach), max(reach)), (_SIDE, WIDTH - _SIDE))
    factor, unit = scale_for(max(map(abs, reach)), state.currency, language)
    plot.axis(across, at=bottom, long=bottom - _TOP, factor=factor)
    plot.text("note", unit_said(unit, language), WIDTH - 2, 16, max_width=240, anchor="end")
    told = []
    for number, (label, css_classes, begin, end, change) in enumerate(steps):
        said = money_shown(change, state.currency, language)
        _row(plot, across, number, label, css_classes, (begin, end), said, is_last=number == len(steps) - 1)
        told.append(f"{label} {said}")
    return plot.chart(name, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(told), language)


def _row(
    plot: Plot,
    across: str,
    number: int,
    label: str,
    css_classes: str,
    ends: tuple[float, float],
    said: str,
    *,
    is_last: bool,
) -> None:
    top = _TOP + number * _ROW + _LABEL
    low, high = sorted(ends)
    plot.text("title" if is_last else "legend", label, 1, top - 5, max_width=WIDTH / 2)
    plot.bars(css_classes, [{"x": low, "x2": high, "y": top, "y2": top + _BAR, "says": f"{label} {said}"}], across)
    if not is_last:
        after = top + _BAR
        plot.rules("step", [{"x": ends[1], "x2": ends[1], "y": after, "y2": after + _ROW - _BAR}], across)
    falls = ends[1] < ends[0]
    plot.text(
        "legend",
        said,
        low if falls else high,
        top + _BAR - 4,
        max_width=_SIDE - 10,
        anchor="end" if falls else "start",
        across=across,
        aside=-6 if falls else 6,
    )
