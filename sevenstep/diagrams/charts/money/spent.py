"""Money spent against the budget, year by year: what was to be spent, and inside it what was."""

from typing import Final

from sevenstep.analysis.programme.results import Programme
from sevenstep.analysis.programme.wording import money_shown
from sevenstep.diagrams.charts.chart import WIDTH, Chart, Row
from sevenstep.diagrams.charts.keys import Key, keys
from sevenstep.diagrams.charts.plot import Plot, is_drawable
from sevenstep.diagrams.charts.value_axis import unit_said
from sevenstep.language import Language, Text
from sevenstep.model.quantity import scale_for

NAME: Final = "chart/spent/programme"
_HEIGHT: Final = 250.0
_TOP: Final = 58.0
_BOTTOM: Final = 212.0
_LEFT: Final = 62.0
_RIGHT: Final = WIDTH - 14
_BUDGET: Final = 0.56
_SPENT: Final = 0.32
"""The part of its year that a bar takes: that of what was spent stands in that of the budget."""
_ROOM: Final = 1.15
_LABEL: Final = 46.0

_TITLE: Final = Text(zh="分年预算与支出", en="Budget and money spent by year")
_GIVEN: Final = Key("money-out", Text(zh="预算", en="budget"))
_PAID: Final = Key("money-in", Text(zh="已支出", en="spent"))
_TOO_MUCH: Final = Key("worse", Text(zh="当年支出超过当年预算", en="more spent than the year's budget"))


def spent(found: Programme, language: Language) -> Chart | None:
    """Two bars a year; None where nothing was spent."""
    budget = {year.year: year.total for year in found.budget.years}
    paid = {year: sum(of_year.values()) for year, of_year in found.spending.years.items()}
    years = sorted({*budget, *paid})
    reach = [*budget.values(), *paid.values()]
    if not paid or not is_drawable(reach) or not max(reach) > 0:
        return None
    plot = Plot(_HEIGHT)
    over = {year for year, amount in paid.items() if amount > budget.get(year, 0.0) * (1 + 1e-9)}
    keys(plot, [_GIVEN, *([_PAID] if set(paid) - over else []), *([_TOO_MUCH] if over else [])], language)
    factor, unit = scale_for(max(reach), found.spending.currency, language)
    down = plot.scale("y", (0.0, max(reach) * _ROOM), (_BOTTOM, _TOP))
    plot.axis(down, down=True, at=_LEFT, long=_RIGHT - _LEFT, factor=factor, count=4)
    plot.text("note", unit_said(unit, language), 2, 44, max_width=300)
    slot = (_RIGHT - _LEFT) / len(years)
    every = max(1, -int(-_LABEL // slot))
    told = []
    for number, year in enumerate(years):
        middle = _LEFT + slot * (number + 0.5)
        said = [
            f"{key.says.for_language(language)} {money_shown(amount, found.spending.currency, language)}"
            for key, amount in ((_GIVEN, budget.get(year)), (_PAID, paid.get(year)))
            if amount is not None
        ]
        says = f"{year} {('，' if language == 'zh' else ', ').join(said)}"
        for css_classes, amount, part in (
            ("money-out", budget.get(year), _BUDGET),
            ("worse" if year in over else "money-in", paid.get(year), _SPENT),
        ):
            if amount is not None:
                row: Row = {"x": middle - slot * part / 2, "x2": middle + slot * part / 2, "y": 0.0, "y2": amount}
                plot.bars(css_classes, [{**row, "says": says}], "", down)
        if number % every == 0:
            plot.text("note", str(year), middle, _BOTTOM + 18, max_width=_LABEL, anchor="middle")
        told.append(says)
    plot.rules("axis-line", [{"x": _LEFT, "x2": _RIGHT, "y": _BOTTOM, "y2": _BOTTOM}])
    return plot.chart(NAME, _TITLE.for_language(language), ("；" if language == "zh" else "; ").join(told), language)
