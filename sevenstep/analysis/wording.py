"""How results are said to people: rounded to what can be read out, times in the unit that reads best."""

import math
from collections.abc import Callable, Iterable
from typing import Final

from sevenstep.analysis.emissions import UNIT as KILOGRAMS
from sevenstep.analysis.results import Value
from sevenstep.language import Language, Text
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import HOURS, plain_number, readable_unit, unit_shown
from sevenstep.source.characters import visible

TIMES: Final[frozenset[Metric]] = frozenset(
    {Metric.LEAD_TIME, Metric.PROCESSING_TIME, Metric.WAITING_TIME, Metric.WORK, Metric.TOTAL_WAITING}
)
"""The metrics that are hours."""
SHARES: Final[frozenset[Metric]] = frozenset(
    {
        Metric.FLOW_EFFICIENCY,
        Metric.REWORK_PROBABILITY,
        Metric.MANUAL_SHARE,
        Metric.PROBABILITY,
        Metric.ACCURACY,
        Metric.DAMAGE_RATE,
        Metric.DISCREPANCY_RATE,
        Metric.FIRST_PASS_YIELD,
        Metric.ONLINE_RATE,
    }
)
"""The metrics that run from 0 to 1 and are said in per cent."""
MORE_IS_BETTER: Final[frozenset[Metric]] = frozenset(
    {Metric.FLOW_EFFICIENCY, Metric.ACCURACY, Metric.FIRST_PASS_YIELD, Metric.ONLINE_RATE}
)
"""The metrics that a better design raises; of all others less is better."""

_GROUPED: Final = 10_000
_MOST_DIGITS: Final = 11
_POINTS: Final = Text(zh="个百分点", en="points")


def unit_of(metric: Metric, currency: str = "") -> str:
    """The unit that values of the metric are in: hours, a currency, or none."""
    if metric in TIMES:
        return "h"
    if metric == Metric.EMISSIONS:
        return KILOGRAMS
    return currency if metric == Metric.COST else ""


def shown(
    metric: Metric, number: float, language: Language, currency: str = "", *, beside: Iterable[float] = ()
) -> str:
    """A value of a metric; `beside` are values that it is compared with, so that all are said in one unit."""
    if metric in TIMES:
        return shown_hours(number, language, beside)
    if metric in SHARES:
        return shown_share(number)
    return f"{_rounded(number, beside)}{_unit(unit_of(metric, currency), language)}"


def shown_hours(hours: float, language: Language, beside: Iterable[float] = ()) -> str:
    """A length of time, in the unit that suits the longest of it and those `beside` it."""
    others = tuple(beside)
    unit = readable_unit((max(map(abs, (hours, *others))),))
    length = HOURS[unit]
    return f"{_rounded(hours / length, (other / length for other in others))}{_unit(unit, language)}"


def shown_share(share: float) -> str:
    """A share in per cent, with one digit behind the point where it is small."""
    if not math.isfinite(share):
        return "∞"
    hundred = share * 100
    return f"{plain_number(round(hundred, 1 if abs(hundred) < 99.95 else 0))}%"


def shown_number(
    number: float, unit: str, language: Language, beside: Iterable[float] = (), *, apart: Iterable[float] = ()
) -> str:
    """A number with any unit, rounded as the numbers `beside` it, and to digits that tell it from those `apart`."""
    return f"{_rounded(number, beside, apart)}{_unit(unit, language)}"


def shown_change(metric: Metric, before: float, after: float, language: Language) -> str:
    """By how much: in points where the metric is a share, else in per cent; nothing where nothing has changed."""
    if metric in SHARES:
        points = round((after - before) * 100, 1)
        return f"{points:+g} {_POINTS.for_language(language)}" if points else ""
    if not before or not math.isfinite(after / before):
        return ""
    hundredths = round((after / before - 1) * 100)
    return f"{hundredths:+d}%" if hundredths else ""


def shown_difference(
    metric: Metric, difference: float, language: Language, currency: str = "", *, beside: Iterable[float] = ()
) -> str:
    """A difference of two values, with its sign."""
    return f"{'+' if difference > 0 else ''}{shown_width(metric, difference, language, currency, beside=beside)}"


def shown_width(
    metric: Metric, width: float, language: Language, currency: str = "", *, beside: Iterable[float] = ()
) -> str:
    """How far two values are apart: of shares in points."""
    if metric in SHARES:
        return shown_points(width, language)
    return shown(metric, width, language, currency, beside=beside)


def shown_points(share: float, language: Language) -> str:
    """A difference of two shares, in points."""
    return f"{plain_number(round(share * 100, 1))} {_POINTS.for_language(language)}"


def reach(value: Value) -> float:
    """Half the width of the confidence interval of a value."""
    return (value.high - value.low) / 2


def shown_simulated(value: Value, said: Callable[[float], str], language: Language) -> str:
    """A simulated mean with its 95 % interval, or why it has none."""
    if value.reason is None:
        return f"{said(value.mean)} ± {said(reach(value))}" if reach(value) > 0 else said(value.mean)
    reason = value.reason.for_language(language)
    if math.isinf(value.mean):
        return reason
    return f"约 {said(value.mean)}（{reason}）" if language == "zh" else f"about {said(value.mean)} ({reason})"


def is_better(metric: Metric, difference: float) -> bool:
    """Whether a difference of that sign is what one wants."""
    return difference > 0 if metric in MORE_IS_BETTER else difference < 0


def _rounded(number: float, beside: Iterable[float] = (), apart: Iterable[float] = ()) -> str:
    """Three digits that count in the largest of the numbers, all digits before the point, and at least one that counts;
    as many more as it takes to be another figure than those `apart`.

    Written without needless zeros.
    """
    if not math.isfinite(number):
        return "∞"
    if number == 0:
        return plain_number(0.0)
    largest = max(abs(other) for other in (number, *beside) if math.isfinite(other))
    places = max(2 - _magnitude(largest), -_magnitude(number), 0)
    return _written(number, _apart(number, places, apart))


def as_given(number: float, apart: Iterable[float] = ()) -> str:
    """A number with the digits that were written, and those that tell it from the numbers `apart`."""
    return _written(number, _apart(number, 4 if abs(number) < _GROUPED else 1, apart))


def _apart(number: float, places: int, others: Iterable[float]) -> int:
    """How many places it takes for the number to be another figure than each of the others that it is not equal to."""
    for other in others:
        most = _MOST_DIGITS - _magnitude(max(abs(number), abs(other)) or 1.0)
        if abs(number - other) < 10.0**-most:
            continue  # the same, but for what computing leaves behind
        while places < most and round(number, places) == round(other, places):
            places += 1
    return places


def _written(number: float, places: int) -> str:
    """A number with so many places behind the point at most, without needless zeros, grouped from five digits on."""
    rounded = round(number, places)
    text = f"{rounded:,.{places}f}" if abs(rounded) >= _GROUPED else f"{rounded:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _magnitude(number: float) -> int:
    return math.floor(math.log10(abs(number)))


def _unit(unit: str, language: Language) -> str:
    """A unit behind its number, as its author wrote it; what a terminal would obey is made visible."""
    return visible(unit_shown(unit, language))
