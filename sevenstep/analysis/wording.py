"""How results are said to people: rounded to what can be read out, times in the unit that reads best."""

import math
from collections.abc import Callable, Iterable
from typing import Final

from sevenstep.analysis.emissions import UNIT as KILOGRAMS
from sevenstep.analysis.results import Value
from sevenstep.language import Language
from sevenstep.model.choices import Metric
from sevenstep.model.quantity import HOURS, MINUS, decimal, readable_unit, written
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

_POINTS: Final = "percentage points"


def unit_of(metric: Metric, currency: str = "") -> str:
    """The unit that values of the metric are in: hours, a currency, or none."""
    if metric in TIMES:
        return "h"
    if metric == Metric.EMISSIONS:
        return KILOGRAMS
    return currency if metric == Metric.COST else ""


def shown(
    metric: Metric,
    number: float,
    language: Language,
    currency: str = "",
    *,
    beside: Iterable[float] = (),
    half: float = 0.0,
) -> str:
    """A value of a metric; `beside` are values that it is compared with, so that all are said in one unit, and `half`
    is half the width of its interval: no digit is shown that it does not know."""
    if metric in TIMES:
        return shown_hours(number, language, beside, half=half)
    if metric in SHARES:
        return shown_share(number, beside, half=half)
    return shown_number(number, unit_of(metric, currency), language, beside, half=half)


def shown_value(
    metric: Metric, value: Value, language: Language, currency: str = "", *, beside: Iterable[float] = ()
) -> str:
    """The mean of a metric, to the digits that its interval leaves."""
    return shown(metric, value.mean, language, currency, beside=beside, half=reach(value))


def shown_hours(hours: float, language: Language, beside: Iterable[float] = (), *, half: float = 0.0) -> str:
    """A length of time, in the unit that suits the longest of it and those `beside` it."""
    others = tuple(beside)
    finite = [abs(time) for time in (hours, *others) if math.isfinite(time)]
    unit = readable_unit((max(finite),)) if finite else "d"
    length = HOURS[unit]
    return written(hours / length, unit, language, [other / length for other in others], half=half / length)


def shown_share(share: float, beside: Iterable[float] = (), *, half: float = 0.0) -> str:
    """A share in per cent, with as many digits as tell it from nothing and from all."""
    return written(share * 100, "%", "en", [other * 100 for other in beside], half=half * 100)


def shown_number(
    number: float,
    unit: str,
    language: Language,
    beside: Iterable[float] = (),
    *,
    apart: Iterable[float] = (),
    half: float = 0.0,
) -> str:
    """A number with any unit, rounded as the numbers `beside` it, and to digits that tell it from those `apart`; what a
    terminal would obey is made visible."""
    return visible(written(number, unit, language, beside, apart=apart, half=half))


def shown_change(metric: Metric, before: float, after: float, language: Language) -> str:
    """By how much: in points where the metric is a share, else in per cent; nothing where nothing has changed."""
    if metric in SHARES:
        points = shown_points(after - before, language)
        return with_sign(points) if points[:1] != "0" else ""
    if not before or not math.isfinite(after / before):
        return ""
    hundredths = (after / before - 1) * 100
    said = decimal(hundredths, 1 if abs(hundredths) < 1 else 0)
    return f"{with_sign(said)}%" if said != "0" else ""


def with_sign(said: str) -> str:
    """What is said of a difference, with a plus where it has no minus."""
    return said if said.startswith(MINUS) else f"+{said}"


def shown_difference(
    metric: Metric, difference: float, language: Language, currency: str = "", *, beside: Iterable[float] = ()
) -> str:
    """A difference of two values, with its sign."""
    said = shown_width(metric, difference, language, currency, beside=beside)
    return with_sign(said) if difference > 0 else said


def shown_width(
    metric: Metric, width: float, language: Language, currency: str = "", *, beside: Iterable[float] = ()
) -> str:
    """How far two values are apart: of shares in points."""
    if metric in SHARES:
        return shown_points(width, language)
    return shown(metric, width, language, currency, beside=beside)


def shown_points(share: float, language: Language) -> str:
    """A difference of two shares, in points."""
    hundred = share * 100
    return written(round(hundred, 1 if abs(hundred) < 10 else 0), _POINTS, language)


def reach(value: Value) -> float:
    """Half the width of the confidence interval of a value."""
    return (value.high - value.low) / 2 if math.isfinite(value.high - value.low) else 0.0


def shown_error(
    metric: Metric, half: float, language: Language, currency: str = "", *, beside: Iterable[float] = ()
) -> str:
    """How far chance moves a simulated mean, either way: said where the simulation is told, never beside the figure,
    where it would read as the uncertainty of the figure itself."""
    if not half > 0:
        return ""
    is_share = metric in SHARES
    said = written(half * 100, _POINTS, language, digits=1) if is_share else ""
    return f"±{said or shown_width(metric, half, language, currency, beside=beside)}"


def shown_simulated(value: Value, said: Callable[[float], str], language: Language) -> str:
    """A simulated mean, or why it has none. How far chance moved it is no property of the business: that is told where
    the simulation is."""
    if value.reason is None:
        return said(value.mean)
    reason = value.reason.for_language(language)
    if math.isinf(value.mean):
        return reason
    return f"约 {said(value.mean)}（{reason}）" if language == "zh" else f"about {said(value.mean)} ({reason})"


def is_better(metric: Metric, difference: float) -> bool:
    """Whether a difference of that sign is what one wants."""
    return difference > 0 if metric in MORE_IS_BETTER else difference < 0
