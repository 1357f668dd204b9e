"""A whole from the values of its members, and how far the members lie apart: arithmetic alone.

Numbers are added as the decimals that people wrote, not as what a computer makes of them: 0.1 and 0.2 are 0.3.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from functools import reduce
from typing import Final

_EXACT: Final = Context(prec=3000)
"""Enough digits for any sum of products of two floats (1e308 beside 1e-324, squared) to be exact."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one member has: its value with the ends of its range, and what its digits leave open (`half`).

    Its weight is never negative; `weight_half` is what the digits of that leave open.
    """

    value: float
    low: float
    high: float
    half: float = 0.0
    weight: float = 1.0
    weight_half: float = 0.0


@dataclass(frozen=True, slots=True)
class Whole:
    """What follows from the members, and what their digits leave open."""

    value: float
    low: float
    high: float
    half: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How far values lie apart: the places of the lowest and the highest, and the difference between them.

    `ratio` is how many times the lowest goes into the highest, `variation` the standard deviation as a part of the
    mean; None where values at or below zero leave them without meaning.
    """

    lowest: int
    highest: int
    difference: float
    ratio: float | None
    variation: float | None


def total(parts: Sequence[Part]) -> Whole:
    """The sum of the parts; of one part it is that part."""
    return Whole(
        _sum(part.value for part in parts),
        _sum(part.low for part in parts),
        _sum(part.high for part in parts),
        _sum(part.half for part in parts),
    )


def mean(parts: Sequence[Part]) -> Whole:
    """The mean of the parts by their weights, which are not all zero."""
    weights = [_exact(part.weight) for part in parts]
    whole = Fraction(_added(weights))

    def weighed(numbers: Sequence[float]) -> float:
        found = _added(_EXACT.multiply(_exact(number), weight) for number, weight in zip(numbers, weights, strict=True))
        return float(Fraction(found) / whole)

    value = weighed([part.value for part in parts])
    moved = math.fsum(abs(part.value - value) * part.weight_half for part in parts) / float(whole)
    return Whole(
        value,
        weighed([part.low for part in parts]),
        weighed([part.high for part in parts]),
        weighed([part.half for part in parts]) + moved,
    )


def spread(values: Sequence[float]) -> Spread | None:
    """How far the values lie apart; None of fewer than two."""
    if len(values) < 2:
        return None
    lowest, highest = (values.index(end) for end in (min(values), max(values)))
    low, high = values[lowest], values[highest]
    middle = math.fsum(values) / len(values)
    deviation = math.sqrt(math.fsum((value - middle) ** 2 for value in values) / len(values))
    return Spread(
        lowest,
        highest,
        float(_EXACT.subtract(_exact(high), _exact(low))),
        high / low if low > 0 else None,
        deviation / middle if low >= 0 and middle > 0 else None,
    )


def _sum(numbers: Iterable[float]) -> float:
    return float(_added(map(_exact, numbers)))


def _added(numbers: Iterable[Decimal]) -> Decimal:
    return reduce(_EXACT.add, numbers, Decimal(0))


def _exact(number: float) -> Decimal:
    """The decimal that the number was written as."""
    return Decimal(repr(float(number)))
