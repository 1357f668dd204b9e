"""What a simulated stretch of time says of the long run: means of spans of time, and whether these are independent.

The mean of a span hangs on that of the span before, the more the shorter they are: taken for independent they promise
too narrow an interval. So there are only twenty, each some sixty times as long as the queue remembers by theory
(`Demand` in offered.py), and the data have to agree: the correlation of twenty times as many fine spans shows how long
the queue remembers in truth (Law and Carson, A Sequential Procedure, Operations Research 27, 1979). What correlation is
left between the twenty widens the interval, as in an autoregressive process (Tafazzoli and Wilson, Skart, IIE
Transactions 43, 2011).
"""

from array import array
from dataclasses import dataclass
from math import exp, inf, sqrt
from typing import TYPE_CHECKING, Final, Self

import numpy

from sevenstep.analysis.choices import Method
from sevenstep.analysis.results import ENDLESS, SELDOM, TOO_SHORT, Value
from sevenstep.language import Text

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.float64]

SPANS: Final = 20
"""How many spans of time an interval is made from."""
_MEMORIES_SEEN: Final = 20
"""How many times longer than the memory of the queue, as the data show it, each span has to be."""
_FINE: Final = 400
_T95: Final = 2.093024054408263
"""The 97.5 % point of Student's t with 19 degrees of freedom: twenty spans."""
_MOST_AGAIN: Final = 0.8
"""The most correlation of spans that an interval is widened for."""
_FEWEST: Final = 5 * SPANS
"""Of fewer cases than these nothing is said."""
_NEAR: Final = 0.25
"""How wide half an interval may be against its mean: a wider one rests on a few rushes, and no rule holds for it."""
_WARM_UP: Final = 1 / 11
"""The part of the time that is left out at the beginning, when all queues are empty still."""
_SLACK: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Spans:
    """The time that counts: `count` fine spans of equal length from `begin` on, a multiple of `SPANS`."""

    begin: float
    length: float
    count: int
    tells: bool = True
    """Whether there are periods enough for an interval."""

    @classmethod
    def until(cls, horizon: float, filling: float, period: float) -> Self:
        """The time up to `horizon` after a warm-up, which is as long as it takes to fill the flows or longer.

        Fine spans are whole periods, where what happens has a period.
        """
        counted = horizon - max(_WARM_UP * horizon, min(filling, horizon / 2))
        periods = int(counted / period) if period else 0
        if periods < SPANS:
            return cls(horizon - counted, counted / _FINE, _FINE, not period)
        each = max(1, periods // _FINE)
        count = periods // each // SPANS * SPANS
        return cls(int(horizon / period) * period - count * each * period, each * period, count)

    @property
    def end(self) -> float:
        return self.begin + self.count * self.length

    def within(self, times: "array[float]") -> "NDArray[numpy.bool_]":
        """Which of the times count."""
        found = numpy.frombuffer(times) if times else numpy.zeros(0)
        return (found >= self.begin) & (found < self.end)

    def sums(self, times: "Numbers", amounts: "Numbers | None" = None) -> "Numbers":
        """The sum of the amounts in each fine span, or how many there are."""
        places = ((times - self.begin) / self.length).astype(numpy.intp).clip(0, max(0, self.count - 1))
        return numpy.bincount(places, amounts, minlength=self.count).astype(numpy.float64)


def estimate(
    amounts: "Numbers",
    counts: "Numbers",
    seen: int,
    values: "Numbers | None" = None,
    *,
    most: float = inf,
    nothing: float = 0.0,
) -> Value:
    """The mean amount for each of what is counted, both given by fine spans; P50 and P90 of the single values.

    It rests on `seen` cases. A mean of at most `nothing` is too small to be looked at for longer. The interval is that
    of a ratio: counts may differ from span to span.
    """
    total = float(counts.sum())
    mean = float(amounts.sum()) / total if total else 0.0
    if seen < _FEWEST or len(amounts) < SPANS:
        return unsettled(min(mean, most), most)
    rest = amounts - mean * counts
    if float(numpy.abs(rest).max()) <= _SLACK * max(float(numpy.abs(amounts).max()), 1e-300):
        low = high = mean
    elif _remembers(rest):
        return unsettled(min(mean, most), most)
    else:
        merged = rest.reshape(SPANS, -1).sum(axis=1)
        squares = float(numpy.square(merged).sum())
        again = min(_MOST_AGAIN, max(0.0, _correlation(merged) + 1 / SPANS))
        error = squares * SPANS / (SPANS - 1) * (1 + again) / (1 - again)
        reach = _T95 * sqrt(error) / total
        if reach > _NEAR * mean:
            return unsettled(min(mean, most), most, SELDOM if mean <= nothing else TOO_SHORT)
        low, high = max(0.0, mean - reach), min(mean + reach, most)
    half, nine = (
        (None, None) if values is None else (float(percentile) for percentile in numpy.percentile(values, [50, 90]))
    )
    return Value(min(mean, most), Method.SIMULATED, low, high, half, nine)


def unsettled(mean: float, most: float = inf, reason: Text = TOO_SHORT) -> Value:
    """The mean of the time simulated, of which nobody knows how near it is to that of the long run."""
    return Value(mean, Method.SIMULATED, 0.0, most, reason=reason)


def endless() -> Value:
    """What grows as long as one looks."""
    return Value(inf, Method.SIMULATED, 0.0, inf, reason=ENDLESS)


def _remembers(rest: "Numbers") -> bool:
    """Whether one fine span hangs on the one before by more than it may for ten spans to be independent."""
    memories = _MEMORIES_SEEN * SPANS / len(rest)
    faded = 1 - exp(-memories)
    return _correlation(rest) > faded**2 / (2 * (memories - faded)) + 1.645 / sqrt(len(rest))


def _correlation(rest: "Numbers") -> float:
    """Of each with the one before, whose mean is nothing."""
    squares = float(numpy.square(rest).sum())
    return float((rest[1:] * rest[:-1]).sum()) / squares if squares else 0.0
