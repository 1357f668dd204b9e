"""The scores of the items as a table of plain numbers: what every way of ranking begins with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sevenstep.model.choices import Axis, Direction
from sevenstep.model.step6_items import Criterion, Item


class RankedOn(Protocol):
    """What rows are ranked on: a criterion of items, of a decision, or a factor of an assessment."""

    @property
    def id(self) -> str: ...

    @property
    def direction(self) -> Direction: ...

    @property
    def axis(self) -> Axis | None: ...


@dataclass(frozen=True, slots=True)
class Column:
    """What rows are ranked on, where it is no element of its own."""

    id: str
    direction: Direction = Direction.INCREASE
    axis: Axis | None = None


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """Items, or whatever else is ranked, in rows; criteria in columns.

    `scores` are the likeliest scores; one outside the scale of the engagement counts as its nearest end. `goodness` are
    the same from 0 (the worst that the scale allows) to 1 (the best), the direction of each criterion minded. `weights`
    add up to 1.
    """

    items: tuple[str, ...]
    criteria: tuple[RankedOn, ...]
    weights: tuple[float, ...]
    scores: tuple[tuple[float, ...], ...]
    goodness: tuple[tuple[float, ...], ...]


def score_table(items: Sequence[Item], criteria: Sequence[Criterion], scale: tuple[float, float]) -> ScoreTable:
    """The table of items that all have a score on every criterion."""
    scores = tuple(tuple(_within(item.scores[criterion.id].middle, scale) for criterion in criteria) for item in items)
    return ScoreTable(
        tuple(item.id for item in items),
        tuple(criteria),
        weights([criterion.weight for criterion in criteria]),
        scores,
        tuple(
            tuple(_goodness(score, criterion, scale) for score, criterion in zip(row, criteria, strict=True))
            for row in scores
        ),
    )


def weights(given: Sequence[float]) -> tuple[float, ...]:
    """The weights as parts of 1; where all are 0, no criterion counts more than another."""
    whole = sum(given)
    return tuple(weight / whole for weight in given) if whole > 0 else (1 / len(given),) * len(given) if given else ()


def _within(score: float, scale: tuple[float, float]) -> float:
    low, high = scale
    return min(high, max(low, score))


def _goodness(score: float, criterion: Criterion, scale: tuple[float, float]) -> float:
    low, high = scale
    share = min(1.0, max(0.0, (score - low) / (high - low))) if high > low else 0.5
    return share if criterion.direction == Direction.INCREASE else 1 - share
