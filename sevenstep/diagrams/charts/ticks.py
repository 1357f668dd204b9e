"""Round numbers along an axis: where they stand, and how they are written."""

import math
from typing import Final

from sevenstep.model.quantity import decimal

_ROUND: Final = ((50**0.5, 10.0), (10**0.5, 5.0), (2**0.5, 2.0))
"""From which first digits on a step is which round number."""


def step(span: float, count: int) -> float:
    """The round number that goes about `count` times into the span; nought where there is none."""
    raw = abs(span) / count
    if not 1e-300 < raw < math.inf:
        return 0.0
    power = math.floor(math.log10(raw))
    first = raw / 10.0**power
    return float(next((number for least, number in _ROUND if first >= least), 1.0)) * 10.0**power


def rounded_out(low: float, high: float, count: int) -> tuple[float, float]:
    """The ends, moved apart to the round numbers that `ticks` finds between them."""
    each = 0.0
    while (wider := step(high - low, count)) > each:  # moved apart, the ends may need a longer step
        each = wider
        low, high = _times(math.floor(low / each + 1e-9), each), _times(math.ceil(high / each - 1e-9), each)
    return low, high


def ticks(low: float, high: float, count: int) -> list[tuple[float, str]]:
    """About so many round numbers between the ends, and how each is written: all with as many digits as they need."""
    each = step(high - low, count)
    if not each:
        return [(low, decimal(low, 4))]
    places = max(0, -math.floor(math.log10(each) + 1e-9))
    numbers = range(math.ceil(low / each - 1e-9), math.floor(high / each + 1e-9) + 1)
    return [(_times(number, each), decimal(_times(number, each), places)) for number in numbers]


def _times(number: int, each: float) -> float:
    """The multiple, without what computing leaves behind."""
    return float(f"{number * each:.12g}")
