"""When what was paid has come back."""

from collections.abc import Sequence

from sevenstep.analysis.appraisal.present_value import discounted, running_sum


def payback(sums: Sequence[float]) -> float | None:
    """Years from the end of the first year until the running sum is back at nought and stays there, with the part of
    the last year in proportion (P = years before + shortfall ÷ sum of that year); None where it never is.
    """
    totals = running_sum(sums)
    size = max(map(abs, totals), default=0.0) * 1e-12
    if not totals or totals[-1] < -size:
        return None
    below = [year for year, total in enumerate(totals) if total < -size]
    if not below:
        return 0.0
    last = below[-1]
    return last + -totals[last] / sums[last + 1]


def discounted_payback(sums: Sequence[float], rate: float) -> float | None:
    """The same with every sum discounted."""
    return payback(discounted(sums, rate))
