"""Money by year: what goes out below the line, what comes in above it, and the running sum."""

from typing import Final

from sevenstep.analysis.appraisal.present_value import running_sum
from sevenstep.analysis.appraisal.results import AppraisalState
from sevenstep.analysis.appraisal.wording import money_shown, year_said
from sevenstep.analysis.choices import MoneyKind
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.diagrams.charts.value_axis import unit_said
from sevenstep.language import Language, Text
from sevenstep.model.quantity import scale_for

_HEIGHT: Final = 310.0
_TOP: Final = 58.0
_BOTTOM: Final = 272.0
_LEFT: Final = 62.0
_RIGHT: Final = WIDTH - 14
_BAR: Final = 0.56
"""The part of its year that a bar takes."""
_ROOM: Final = 1.12
"""How much further than the sums the scale reaches, for words above and below."""
_YEAR: Final = 46.0
"""How far apart the years along the axis stand at least."""

_TITLE: Final = Text(zh="各年收支与累计净收益", en="Money by year, and the running sum")
_OUT: Final = Key("money-out", Text(zh="流出", en="goes out"))
_IN: Final = Key("money-in", Text(zh="流入", en="comes in"))
_SUM: Final = Key("money-line", Text(zh="累计净收益", en="running sum"), "line")
_COSTS: Final = tuple(kind for kind in MoneyKind if kind.is_cost)
_BENEFITS: Final = tuple(kind for kind in MoneyKind if not kind.is_cost)


def cash_flow(name: str, state: AppraisalState, language: Language) -> Chart | None:
    """Bars both ways and a line; None where no money flows."""
    out = [-amount for amount in state.of(*_COSTS)]
    coming = state.of(*_BENEFITS)
    totals = running_sum(state.worth.net)
    reach = [*out, *coming, *totals]
    if not is_drawable(reach) or not any(reach):
        return None
    plot = Plot(_HEIGHT)
    keys(plot, (_OUT, _IN, _SUM), language)
    factor, unit = scale_for(max(map(abs, reach)), state.currency, language)
    down = plot.scale("y", (min(reach) * _ROOM, max(reach) * _ROOM), (_BOTTOM, _TOP))
    plot.axis(down, down=True, at=_LEFT, long=_RIGHT - _LEFT, factor=factor)
    plot.text("note", unit_said(unit, language), 2, 44, max_width=300)
    count = len(state.years)
    slot = (_RIGHT - _LEFT) / count
    middles = [_LEFT + slot * (number + 0.5) for number in range(count)]
    for css_classes, amounts in (("money-out", out), ("money-in", coming)):
        plot.bars(css_classes, _bars(state, amounts, middles, slot, language), "", down)
    plot.line("money-line", [{"x": x, "y": total} for x, total in zip(middles, totals, strict=True)], "", down)
    points: list[Row] = [
        {"x": x, "y": total, "says": _says(state, number, total, language)}
        for number, (x, total) in enumerate(zip(middles, totals, strict=True))
    ]
    plot.points("money-dot", points, "", down, size=36)
    zero = plot.pixel(down, 0.0)
    plot.rules("axis-line", [{"x": _LEFT, "x2": _RIGHT, "y": zero, "y2": zero}])
    _years(plot, state, middles, slot)
    _ends(plot, state, middles, totals, down, language)
    told = (_says(state, number, total, language) for number, total in enumerate(totals))
    return plot.chart(name, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(told), language)


def _bars(
    state: AppraisalState,
    amounts: list[float] | tuple[float, ...],
    middles: list[float],
    slot: float,
    language: Language,
) -> list[Row]:
    return [
        {
            "x": x - slot * _BAR / 2,
            "x2": x + slot * _BAR / 2,
            "y": 0.0,
            "y2": amount,
            "says": _says(state, number, amount, language),
        }
        for number, (x, amount) in enumerate(zip(middles, amounts, strict=True))
        if amount
    ]


def _says(state: AppraisalState, number: int, amount: float, language: Language) -> str:
    colon = "：" if language == "zh" else ": "
    return f"{year_said(state, number).for_language(language)}{colon}{money_shown(amount, state.currency, language)}"


def _years(plot: Plot, state: AppraisalState, middles: list[float], slot: float) -> None:
    """As many years as there is room for, the first and every so manieth."""
    every = max(1, -int(-_YEAR // slot))
    for number in range(0, len(middles), every):
        plot.text("note", str(state.years[number]), middles[number], _BOTTOM + 18, max_width=_YEAR, anchor="middle")


def _ends(
    plot: Plot, state: AppraisalState, middles: list[float], totals: list[float], down: str, language: Language
) -> None:
    """The deepest and the last running sum in words."""
    deepest = min(range(len(totals)), key=lambda number: totals[number])
    for number in dict.fromkeys((deepest, len(totals) - 1)):
        is_low = number == deepest and totals[number] < 0
        said = money_shown(totals[number], state.currency, language)
        x = min(max(middles[number], _LEFT + 40), _RIGHT - 40)
        y = plot.pixel(down, totals[number]) + (16 if is_low else -9)
        plot.text("said", said, x, min(y, _BOTTOM - 3), max_width=130, anchor="middle")
