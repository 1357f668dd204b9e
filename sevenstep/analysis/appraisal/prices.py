"""Constant and current prices."""

from collections.abc import Sequence


def inflated(sums: Sequence[float], inflation: float) -> list[float]:
    """Sums in prices of the first year told in those of their own year."""
    return [amount * (1.0 + inflation) ** year for year, amount in enumerate(sums)]


def deflated(sums: Sequence[float], inflation: float) -> list[float]:
    """Sums in prices of their year told in those of the first one."""
    return [amount / (1.0 + inflation) ** year for year, amount in enumerate(sums)]
