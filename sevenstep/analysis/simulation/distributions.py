"""Random lengths of time, as the model gives them."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from sevenstep.model.quantity import Duration

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

Sampler = Callable[["numpy.random.Generator", int], "NDArray[numpy.float64]"]
"""Draws that many lengths of time, in hours."""

_NORMAL_REACH: Final = 3.0


def sampler(duration: Duration) -> Sampler:
    """How to draw lengths of `duration`: fixed, uniform (a range), triangular (with a likeliest value) or as its shape.

    A normal distribution is cut at three deviations on both sides: its mean stays, and no time is negative.
    """
    match duration.shape:
        case "exponential":
            return lambda random, count: random.exponential(duration.hours[0], count)
        case "normal":
            return _normal(duration.hours[0], duration.deviation)
        case "lognormal":
            return _lognormal(duration.hours[0], duration.deviation)
        case "gamma":
            return _gamma(duration.hours[0], duration.deviation)
    return of_points(duration.hours)


def is_fixed(duration: Duration | None) -> bool:
    """Whether it is always the same length of time."""
    if duration is None:
        return True
    return duration.hours[0] == duration.hours[-1] and (not duration.shape or duration.deviation == 0)


def variance(duration: Duration) -> float:
    """How much it varies, in square hours."""
    if duration.shape:
        return (duration.hours[0] if duration.shape == "exponential" else duration.deviation) ** 2
    match duration.hours:
        case (low, high):
            return (high - low) ** 2 / 12
        case (low, likely, high):
            return (low**2 + likely**2 + high**2 - low * likely - low * high - likely * high) / 18
    return 0.0


def of_points(hours: tuple[float, ...]) -> Sampler:
    """Draws from one value, a range, or a range with its likeliest value between."""
    import numpy

    low, high = hours[0], hours[-1]
    if low == high:
        return lambda _, count: numpy.full(count, low)
    if len(hours) == 2:
        return lambda random, count: random.uniform(low, high, count)
    return lambda random, count: random.triangular(low, hours[1], high, count)


def _normal(mean: float, deviation: float) -> Sampler:
    import numpy

    def draw(random: "numpy.random.Generator", count: int) -> "NDArray[numpy.float64]":
        drawn = random.standard_normal(count)
        while len(beyond := numpy.flatnonzero(numpy.abs(drawn) > _NORMAL_REACH)):
            drawn[beyond] = random.standard_normal(len(beyond))
        return mean + deviation * drawn

    return draw


def _lognormal(mean: float, deviation: float) -> Sampler:
    if mean == 0:
        return of_points((0.0,))
    variance = math.log1p((deviation / mean) ** 2)
    return lambda random, count: random.lognormal(math.log(mean) - variance / 2, math.sqrt(variance), count)


def _gamma(mean: float, deviation: float) -> Sampler:
    if deviation == 0:
        return of_points((mean,))
    shape = (mean / deviation) ** 2
    return lambda random, count: random.gamma(shape, mean / shape, count)
