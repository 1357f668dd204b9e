"""Whether what comes in covers what lenders are due: the debt service coverage ratio (偿债备付率)."""

from collections.abc import Sequence


def coverage(available: Sequence[float], due: Sequence[float]) -> list[float | None]:
    """By year, what there is to pay with for each unit of interest and principal; None where nothing is due."""
    return [have / owe if owe > 0 else None for have, owe in zip(available, due, strict=True)]


def lowest(ratios: Sequence[float | None]) -> float | None:
    """The worst year."""
    return min((ratio for ratio in ratios if ratio is not None), default=None)


def mean(ratios: Sequence[float | None]) -> float | None:
    """The mean of the years in which something is due."""
    known = [ratio for ratio in ratios if ratio is not None]
    return sum(known) / len(known) if known else None
