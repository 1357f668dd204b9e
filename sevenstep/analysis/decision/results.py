"""What a decision comes to, in plain numbers."""

from collections.abc import Mapping
from dataclasses import dataclass

from sevenstep.analysis.weight_move import WeightMove
from sevenstep.model.choices import Direction, Meets


@dataclass(frozen=True, slots=True)
class CountedCriterion:
    """A criterion that counts for the ranking: its weight as a part of 1, and between what 0 and 1 lie.

    `differs` is false where all options that are ranked have one value; `is_relative` tells that an end is the worst or
    the best of the options.
    """

    criterion: str
    weight: float
    unit: str
    direction: Direction
    worst: float | None
    best: float | None
    differs: bool
    is_relative: bool


@dataclass(frozen=True, slots=True)
class RankedOption:
    """An option in the ranking; `goodness` is by counted criterion, 0 to 1. Both ways of ranking have their places."""

    option: str
    weighted_sum: float
    weighted_place: int
    closeness: float
    topsis_place: int
    goodness: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DecisionResult:
    """A whole decision, its `ranked` options with the best by weighted sum first.

    `values` by option and criterion are in the unit of the criterion, sums of years discounted. `meets` by option and
    requirement. `out` are options that fail a requirement, `unranked` those that lack a value, by option the criteria.
    `open` are requirements of which it is not known, by option. `moves` tell how far weights may move before another
    option comes first.
    """

    decision: str
    criteria: tuple[CountedCriterion, ...]
    values: Mapping[str, Mapping[str, float]]
    meets: Mapping[str, Mapping[str, Meets]]
    ranked: tuple[RankedOption, ...]
    out: Mapping[str, tuple[str, ...]]
    open: Mapping[str, tuple[str, ...]]
    unranked: Mapping[str, tuple[str, ...]]
    moves: tuple[WeightMove, ...]
    chosen: str = ""

    @property
    def first(self) -> tuple[str, ...]:
        """The options that are ranked first."""
        return tuple(option.option for option in self.ranked if option.weighted_place == 1)

    @property
    def chosen_place(self) -> int | None:
        """The place of what was chosen; None where nothing is, or it is not ranked."""
        return next((option.weighted_place for option in self.ranked if option.option == self.chosen), None)

    @property
    def agrees(self) -> bool:
        """Whether both ways of ranking have the same first."""
        return all(option.topsis_place == 1 for option in self.ranked if option.weighted_place == 1)
