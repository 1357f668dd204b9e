"""TOPSIS: an item is good where it is near the ideal and far from its opposite.

Hwang and Yoon, *Multiple Attribute Decision Making* (1981), with their vector normalisation.
"""

from collections.abc import Sequence
from math import hypot, isfinite

from sevenstep.analysis.item_ranking.scores import ScoreTable
from sevenstep.model.choices import Direction


def topsis(table: ScoreTable) -> tuple[float, ...]:
    """The relative closeness of each item to the ideal, 0 to 1."""
    return closeness(
        table.scores, table.weights, [criterion.direction == Direction.INCREASE for criterion in table.criteria]
    )


def closeness(
    matrix: Sequence[Sequence[float]], weights: Sequence[float], benefits: Sequence[bool]
) -> tuple[float, ...]:
    """The relative closeness of each row; `benefits` tells of each column whether high is good.

    Where no row differs from another in anything that counts, nobody is nearer to the ideal than to its opposite:
    all are 0.5.
    """
    if not matrix:
        return ()
    columns = [
        [weight * value for value in _normalised(column)]
        for weight, column in zip(weights, zip(*matrix, strict=True), strict=True)
    ]
    ideal = [max(column) if good else min(column) for column, good in zip(columns, benefits, strict=True)]
    worst = [min(column) if good else max(column) for column, good in zip(columns, benefits, strict=True)]
    return tuple(_closeness(row, ideal, worst) for row in zip(*columns, strict=True))


def _normalised(column: Sequence[float]) -> list[float]:
    length = hypot(*column)
    return [value / length for value in column] if length > 0 and isfinite(length) else [0.0] * len(column)


def _closeness(row: Sequence[float], ideal: Sequence[float], worst: Sequence[float]) -> float:
    to_ideal = hypot(*(one - other for one, other in zip(row, ideal, strict=True)))
    to_worst = hypot(*(one - other for one, other in zip(row, worst, strict=True)))
    return to_worst / (to_ideal + to_worst) if to_ideal + to_worst > 0 else 0.5
