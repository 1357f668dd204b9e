"""Means as they are told: exact, or of simulated cases with the interval that chance leaves."""

import math
from typing import TYPE_CHECKING, Final

import numpy

from sevenstep.analysis.choices import Method
from sevenstep.analysis.results import Value

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

Z95: Final = 1.959963984540054
"""The 97.5 % point of the normal distribution: 95 % of a mean of many lies within so many standard errors."""


def exact(mean: float, cases: "Numbers | None" = None) -> Value:
    if cases is None:
        return Value(mean, Method.EXACT, mean, mean)
    half, most = numpy.percentile(cases, [50, 90])
    return Value(mean, Method.EXACT, mean, mean, float(half), float(most))


def simulated(cases: "Numbers", *, percentiles: bool = True) -> Value:
    mean, error = float(cases.mean()), _standard_error(cases)
    half, most = (
        (float(percentile) for percentile in numpy.percentile(cases, [50, 90])) if percentiles else (None, None)
    )
    return Value(mean, Method.SIMULATED, mean - Z95 * error, mean + Z95 * error, half, most)


def ratio(parts: "Numbers", wholes: "Numbers") -> Value:
    """The ratio of two means, with the interval of the ratio estimator (Cochran, Sampling Techniques, 1977, ch. 6)."""
    whole = float(wholes.mean())
    if whole == 0:
        return Value(1.0, Method.SIMULATED, 1.0, 1.0)
    ratio = float(parts.mean()) / whole
    error = _standard_error(parts - ratio * wholes) / whole
    return Value(ratio, Method.SIMULATED, max(0.0, ratio - Z95 * error), min(1.0, ratio + Z95 * error))


def _standard_error(cases: "Numbers") -> float:
    return float(cases.std(ddof=1)) / math.sqrt(len(cases)) if len(cases) > 1 else 0.0
