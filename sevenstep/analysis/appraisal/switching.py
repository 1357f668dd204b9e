"""Switching values: how far a thing may change before the net present value turns its sign."""

import math
from collections.abc import Sequence

from sevenstep.analysis.appraisal.present_value import present_value


def may_change(part: Sequence[float], net: Sequence[float], rate: float) -> float | None:
    """By which share one part of what comes in may fall, or of what goes out may rise, before the whole (`net`) is
    worth nothing; None where the part is worth nothing. Below nought, it would have to change the other way."""
    worth = present_value(part, rate)
    return present_value(net, rate) / worth if worth > 0 else None


def later(sums: Sequence[float], years: float) -> list[float]:
    """The sums so many years later; what falls behind the last year is lost, a part of a year is shared out."""
    whole = math.floor(years)
    part = years - whole
    count = len(sums)

    def shifted(by: int) -> list[float]:
        return [0.0] * min(by, count) + list(sums[: max(0, count - by)])

    one, other = shifted(whole), shifted(whole + 1)
    return [(1.0 - part) * first + part * second for first, second in zip(one, other, strict=True)]


def may_slip(moved: Sequence[float], fixed: Sequence[float], rate: float) -> float | None:
    """How many years what comes in may begin later, all else as it was, before the whole is worth nothing.

    `moved` comes later (less what it takes to run), `fixed` does not. None where the whole is worth nothing from the
    start, or where it never turns within the years looked at.
    """
    here = present_value(moved, rate) + present_value(fixed, rate)
    if here < 0:
        return None
    for years in range(1, len(moved) + 1):
        there = present_value(later(moved, years), rate) + present_value(fixed, rate)
        if there < 0:
            return years - 1 + here / (here - there)
        here = there
    return None
