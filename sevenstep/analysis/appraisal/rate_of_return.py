"""The internal rates of return: those at which the present value is nought. There may be none, one or several.

With x = 1 / (1 + rate) the present value is a polynomial, so all of its positive roots are wanted. Libraries of finance
give one of them, whichever is next to a guess; here numpy's eigenvalues say where roots can lie, signs between these
places whether there is one, and halving finds it.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_SAME: Final = 1e-7
_NOUGHT: Final = 1e-11
_NOTHING: Final = 1e-12
"""A sum of so small a part of the largest is none."""
_HALVINGS: Final = 200
_LEAST, _MOST = -0.9999, 1e3
"""Rates beyond say that nearly nothing came back, or was put in."""


def internal_rates(sums: Sequence[float]) -> tuple[float, ...]:
    """Every rate above −99.99 % at which the sums are worth nothing, from low to high."""
    largest = max(map(abs, sums), default=0.0)
    if not largest:
        return ()
    parts = (amount / largest for amount in sums)
    terms = _without_ends([part if abs(part) > _NOTHING else 0.0 for part in parts])
    if len(terms) < 2 or not (min(terms) < 0 < max(terms)):
        return ()
    rates = sorted(1.0 / root - 1.0 for root in _positive_roots(terms))
    found: list[float] = []
    for rate in rates:
        if _LEAST < rate < _MOST and (not found or rate - found[-1] > _SAME * (1.0 + abs(rate))):
            found.append(rate)
    return tuple(found)


def _without_ends(terms: Sequence[float]) -> list[float]:
    """Years without money before the first and after the last sum change no rate."""
    there = [year for year, term in enumerate(terms) if term]
    return list(terms[there[0] : there[-1] + 1]) if there else []


def _positive_roots(terms: Sequence[float]) -> list[float]:
    places = _places(terms)
    least = abs(terms[0]) / (abs(terms[0]) + max(map(abs, terms[1:])))
    most = 1.0 + max(map(abs, terms[:-1])) / abs(terms[-1])
    between = [math.sqrt(one * other) for one, other in pairwise(places)]
    marks = [least / 2, *(mark for mark in between if least / 2 < mark < most * 2), most * 2]
    found = [_halved(terms, low, high) for low, high in pairwise(marks) if _value(terms, low) * _value(terms, high) < 0]
    touching = [place for place in places if abs(_value(terms, place)) <= _NOUGHT * _size(terms, place)]
    return [*found, *(place for place in touching if not any(abs(place / root - 1) < 1e-5 for root in found))]


def _places(terms: Sequence[float]) -> list[float]:
    """Where a root may lie, by rising x: the real parts of all roots, one of each pair."""
    import numpy

    roots = numpy.roots(list(reversed(terms)))
    places: list[float] = []
    for place in sorted(float(root.real) for root in roots if root.real > 0):
        if not places or place > places[-1] * (1 + 1e-9):
            places.append(place)
    return places


def _value(terms: Sequence[float], x: float) -> float:
    """The polynomial at x, by Horner; above 1 by the reversed one, so that nothing grows beyond bounds."""
    if x > 1:
        return _value(list(reversed(terms)), 1 / x)
    total = 0.0
    for term in reversed(terms):
        total = total * x + term
    return total


def _size(terms: Sequence[float], x: float) -> float:
    return _value([abs(term) for term in terms], x)


def _halved(terms: Sequence[float], low: float, high: float) -> float:
    """The one root between two values of unlike sign."""
    sign = _value(terms, low)
    for _ in range(_HALVINGS):
        middle = math.sqrt(low * high)
        if middle in {low, high}:
            break
        if _value(terms, middle) * sign > 0:
            low = middle
        else:
            high = middle
    return math.sqrt(low * high)
