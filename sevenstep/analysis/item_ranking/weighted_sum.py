"""The weighted sum (simple additive weighting): the oldest way to rank, and the easiest to explain."""

from typing import Final

from sevenstep.analysis.item_ranking.scores import ScoreTable

BEST: Final = 100.0
"""The weighted sum of an item that is best on every criterion."""


def weighted_sums(table: ScoreTable) -> tuple[float, ...]:
    """Of each item: 0 where it is worst on every criterion, 100 where it is best on every one."""
    return tuple(
        BEST * sum(weight * good for weight, good in zip(table.weights, row, strict=True)) for row in table.goodness
    )
