"""What moves the present value: each line alone at both ends of its range, the widest first."""

from typing import Final

from sevenstep.analysis.appraisal.results import AppraisalState, Swing
from sevenstep.analysis.appraisal.wording import money_shown
from sevenstep.diagrams.charts.chart import WIDTH, Chart
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.diagrams.charts.value_axis import unit_said
from sevenstep.language import Language, Text
from sevenstep.model.quantity import scale_for

_ROW: Final = 42.0
_BAR: Final = 16.0
_LABEL: Final = 22.0
"""Labels stand above their bars, so that a phone that shows the left part shows bars too."""
_TOP: Final = 44.0
_SIDE: Final = 104.0
_MOST: Final = 10

_TITLE: Final = Text(zh="净现值随什么变化", en="What moves the present value")
_TESTED: Final = Text(zh="{}（±10%）", en="{} (±10%)")
_LOW: Final = Key("money-out", Text(zh="取低值", en="at its low end"))
_HIGH: Final = Key("money-in", Text(zh="取高值", en="at its high end"))


def tornado(name: str, state: AppraisalState, language: Language) -> Chart | None:
    """The lines that move it most; None where none does."""
    shown = state.swings[:_MOST]
    base = state.worth.present_value
    reach = [base, *(end for swing in shown for end in (swing.low, swing.high))]
    if not shown or not is_drawable(reach):
        return None
    bottom = _TOP + len(shown) * _ROW
    plot = Plot(bottom + 24)
    keys(plot, (_LOW, _HIGH), language)
    factor, unit = scale_for(max(map(abs, reach)), state.currency, language)
    across = plot.scale("x", (min(reach), max(reach)), (_SIDE, WIDTH - _SIDE), zero=False)
    plot.axis(across, at=bottom, long=bottom - _TOP, factor=factor, count=4)
    plot.text("note", unit_said(unit, language), WIDTH - 2, 18, max_width=240, anchor="end")
    told = [_row(plot, across, number, swing, base, state.currency, language) for number, swing in enumerate(shown)]
    plot.rules("percentile", [{"x": base, "x2": base, "y": _TOP - 4, "y2": bottom}], across)
    if min(reach) < 0 < max(reach):
        plot.rules("step", [{"x": 0.0, "x2": 0.0, "y": _TOP - 4, "y2": bottom}], across)
    return plot.chart(name, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(told), language)


def _row(plot: Plot, across: str, number: int, swing: Swing, base: float, currency: str, language: Language) -> str:
    top = _TOP + number * _ROW + _LABEL
    title = swing.title.for_language(language)
    label = _TESTED.for_language(language).format(title) if swing.tested else title
    plot.text("legend", label, 1, top - 5, max_width=WIDTH - 4)
    ends = sorted((("money-out", swing.low), ("money-in", swing.high)), key=lambda end: end[1])
    beside = (swing.low, swing.high)
    said = [money_shown(end, currency, language, beside) for _, end in ends]
    for (css_classes, end), text in zip(ends, said, strict=True):
        low, high = sorted((base, end))
        plot.bars(css_classes, [{"x": low, "x2": high, "y": top, "y2": top + _BAR, "says": f"{label} {text}"}], across)
    for (_, end), text, is_left in zip(ends, said, (True, False), strict=True):
        at = min(end, base) if is_left else max(end, base)
        plot.text(
            "legend",
            text,
            at,
            top + _BAR - 4,
            max_width=_SIDE - 10,
            anchor="end" if is_left else "start",
            across=across,
            aside=-6 if is_left else 6,
        )
    to = " 至 " if language == "zh" else " to "
    return f"{label} {to.join(said)}"
