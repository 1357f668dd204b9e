"""When a target is due, and whether it is better or worse than the baseline."""

from datetime import date

from sevenstep.analysis.judging import is_worse
from sevenstep.analysis.stated import stage_value
from sevenstep.analysis.units import UnlikeUnits
from sevenstep.language import Text
from sevenstep.model.dates import days_of
from sevenstep.model.evidence import Figure
from sevenstep.model.quantity import Quantity, same_unit
from sevenstep.model.step2_indicators import Indicator


def due(day: str) -> date:
    days = days_of(day)
    return days[1] if days else date.min


def targets_on_wrong_side(indicator: Indicator) -> list[str]:
    """The days of the targets that are worse than the baseline."""
    baseline = indicator.baseline
    if baseline is None or baseline.value is None:
        return []
    return [
        day for day, target in indicator.whole_targets.items() if is_worse_than(indicator, target.known, baseline.value)
    ]


def shown_in_unit(indicator: Indicator, value: Quantity) -> Text:
    return Text(zh=value.shown("zh", indicator.unit), en=value.shown("en", indicator.unit))


def is_worse_than(indicator: Indicator, value: Quantity, than: Quantity) -> bool:
    """Whether the first lies wholly on the worse side of the second; never in different units."""
    unit = indicator.figures_unit or ""
    if not same_unit(value.unit or unit, than.unit or unit):
        return False  # another rule tells that
    try:
        first, second = (stage_value(Figure(value=each), unit, "stated") for each in (value, than))
    except UnlikeUnits:
        return False
    return is_worse(indicator.direction, first, second)
