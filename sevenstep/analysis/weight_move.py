"""How far weights can move before ranks change."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WeightMove:
    """How far the weight of one criterion can move (the others keep their proportions) before a place changes: the
    first of items and options, that of the subject of an assessment.

    `low` and `high` bound the weights, 0 to 1, within which the place is kept; None where no such bound exists.
    `next_low` and `next_high` are those with which places are changed beyond them.
    """

    criterion: str
    weight: float
    low: float | None
    next_low: str | None
    high: float | None
    next_high: str | None
