"""Constant and current prices."""

from collections.abc import Sequence


def inflated(sums: Sequence[float], inflation: float) -> list[float]:
    """Sums in prices of the first year told in those of their own year."""
    return [amount * (1.0 + inflation) ** year for year, amount in enumerate(sums)]


def deflated(sums: Sequence[float], inflation: float) -> list[float]:
    """Sums in prices of their year told in those of the first one."""
    return [amount / (1.0 + inflation) ** year for year, amount in enumerate(sums)]


def real_rate(nominal: float, inflation: float) -> float:
    """The rate beyond inflation (Fisher): (1 + nominal) ÷ (1 + inflation) − 1."""
    return (1.0 + nominal) / (1.0 + inflation) - 1.0
