"""Whether loans are covered: by year what there is to pay with for each unit due, against the lender's limit."""

from typing import Final

from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.appraisal.wording import ratio_shown
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.language import Language, Text

_HEIGHT: Final = 240.0
_TOP: Final = 50.0
_BOTTOM: Final = 202.0
_LEFT: Final = 40.0
_RIGHT: Final = WIDTH - 90
_BAR: Final = 0.5
_CUT: Final = 3.0
"""A bar of more times the limit is cut, with a sign."""

_TITLE: Final = Text(zh="各年偿债备付率", en="Debt service coverage by year")
_ENOUGH: Final = Key("better", Text(zh="够还本付息", en="enough"))
_SHORT: Final = Key("worse", Text(zh="不足", en="not enough"))
_LIMIT: Final = Text(zh="下限 {}", en="limit {}")


def coverage(name: str, state: AppraisalState, language: Language) -> Chart | None:
    """A bar for each year in which anything is due; None without such a year."""
    found = state.coverage
    due = [(year, ratio) for year, ratio in enumerate(found.ratios) if ratio is not None] if found else []
    if found is None or not due or not is_drawable([ratio for _, ratio in due]):
        return None
    limit = found.limit or 1.0
    top = limit * _CUT
    plot = Plot(_HEIGHT)
    is_enough = {ratio >= limit - 1e-9 for _, ratio in due}
    keys(plot, [key for key, enough in ((_ENOUGH, True), (_SHORT, False)) if enough in is_enough], language)
    lowest = max(-top, min(0.0, *(ratio for _, ratio in due)))
    down = plot.scale("y", (lowest, min(top, max(limit * 1.2, *(ratio for _, ratio in due)))), (_BOTTOM, _TOP))
    plot.axis(down, down=True, at=_LEFT, long=_RIGHT - _LEFT, count=4)
    slot = (_RIGHT - _LEFT) / len(due)
    every = max(1, -int(-46 // slot))
    told = []
    for number, (year, ratio) in enumerate(due):
        middle = _LEFT + slot * (number + 0.5)
        height = max(-top, min(ratio, top))
        cut = "↑ " if ratio > top else "↓ " if ratio < -top else ""
        says = f"{state.years[year]} {ratio_shown(ratio)}"
        row: Row = {"x": middle - slot * _BAR / 2, "x2": middle + slot * _BAR / 2, "y": 0.0, "y2": height, "says": says}
        plot.bars("better" if ratio >= limit - 1e-9 else "worse", [row], "", down)
        if number % every == 0 or ratio == found.lowest:
            above = plot.pixel(down, max(height, 0.0)) - 6
            plot.text("said", f"{cut}{ratio_shown(ratio)}", middle, above, max_width=max(slot, 46), anchor="middle")
        if number % every == 0:
            plot.text("note", str(state.years[year]), middle, _BOTTOM + 18, max_width=46, anchor="middle")
        told.append(says)
    at = plot.pixel(down, limit)
    plot.rules("target-line", [{"x": _LEFT, "x2": _RIGHT, "y": at, "y2": at}])
    said = _LIMIT.for_language(language).format(ratio_shown(limit))
    plot.text("legend", said, _RIGHT + 6, at + 4, max_width=84)
    return plot.chart(name, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(told), language)
