"""What an assessment comes to, in plain numbers."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sevenstep.analysis.weight_move import WeightMove
from sevenstep.language import Text

_MOST_LOG: Final = 700.0
"""The logarithm of about the largest number there is."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one stands on a factor or as a whole, from 0 (the worst that counts) to 1 (the best).

    `good` counts what is known alone; None where nothing is. `low` and `high` are what it could be, with whatever is
    missing at its worst and at its best. `known` is the share of the weight of which anything is known.
    """

    good: float | None
    low: float
    high: float
    known: float

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return self.known >= 1 - 1e-9


@dataclass(frozen=True, slots=True)
class Reached:
    """A score or a figure as it was stated, in the unit of its factor, and how good that is.

    `date` is empty where nobody says one; `origin` is the element that states it where that is not the factor.
    """

    low: float
    value: float
    high: float
    date: str
    standing: Standing
    origin: str = ""


@dataclass(frozen=True, slots=True)
class CourseTaken:
    """How long others took: `years` (fastest, slowest) for their own stretch, `for_ours` for one as far as ours."""

    number: int
    start: float
    end: float
    years: tuple[float, float]
    for_ours: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Pace:
    """What a target asks against how long others took: from one value to another in so many years."""

    start: float
    end: float
    years: float
    target_date: str
    is_growth: bool
    courses: tuple[CourseTaken, ...]

    @property
    def fastest(self) -> float:
        """The shortest that anybody took for a stretch as far as ours."""
        return min(course.for_ours[0] for course in self.courses)

    @property
    def slowest(self) -> float:
        """The longest that anybody took."""
        return max(course.for_ours[1] for course in self.courses)

    @property
    def as_fast(self) -> int:
        """How many of the courses have been as fast as the target asks."""
        return sum(course.for_ours[0] <= self.years * (1 + 1e-9) for course in self.courses)

    @property
    def growth(self) -> float | None:
        """What that is a year, where values grow by a share: 0.08 for 8 % a year."""
        if not self.is_growth or self.years <= 0:
            return None
        log = (math.log(self.end) - math.log(self.start)) / self.years
        return math.expm1(log) if log < _MOST_LOG else math.inf


@dataclass(frozen=True, slots=True)
class FactorResult:
    """One factor: `share` is its part of the whole assessment, `depth` how far below the top it stands.

    `level` counts from 0 on the scale `scale`, which is empty where nothing names levels. `gap` is how far it is from
    its target (None without one), `place` its place among the subject and the peers of which it is known. `by_date` is
    what was stated of a lowest factor, and of any other what those below it came to at every date. `lift` is what the
    whole gains when it reaches its target, `lift_to_best` when it reaches the best. `unit` and the ends that count as
    0 and 1 are those of a figure or scale; of a factor with others below it there are none.
    """

    factor: str
    depth: int
    share: float
    weight: float
    now: Standing
    target: Standing | None
    reached: Reached | None
    aimed: Reached | None
    by_date: tuple[tuple[str, Standing], ...]
    peers: Mapping[str, Standing]
    peer_values: Mapping[str, Reached]
    scale: str
    level: int | None
    place: int | None
    places: int
    is_leaf: bool
    unit: str = ""
    worst: float | None = None
    best: float | None = None
    is_relative: bool = False
    lift: float | None = None
    lift_to_best: float = 0.0
    pace: Pace | None = None
    problem: Text | None = None

    @property
    def gap(self) -> float | None:
        """How far it is from its target, of 1; 0 where that is reached."""
        if self.target is None or self.target.good is None or self.now.good is None:
            return None
        return max(0.0, self.target.good - self.now.good)


@dataclass(frozen=True, slots=True)
class AssessmentResult:
    """A whole assessment; its `factors` stand in the order of the tree, each before those below it.

    `low` and `high` are the ends of the scale in which standings are told: those of `scale`, else 0 and 100. `dates`
    are the whole at every date at which anything was assessed, the earliest first. `lifts` are the lowest factors that
    lift the whole, the most first. `begins` are the standings at which the levels above the
    lowest begin. `level_moves` and `rank_moves` tell how far weights can move before the
    level, or the place, changes; the level beyond is told by its number from 0, as text. `missing` are the
    lowest factors without a value.
    """

    assessment: str
    scale: str
    low: float
    high: float
    now: Standing
    target: Standing | None
    target_date: str
    level: int | None
    target_level: int | None
    dates: tuple[tuple[str, Standing], ...]
    peers: Mapping[str, Standing]
    place: int | None
    places: int
    begins: tuple[float, ...]
    factors: tuple[FactorResult, ...]
    lifts: tuple[str, ...]
    level_moves: tuple[WeightMove, ...]
    rank_moves: tuple[WeightMove, ...]
    missing: tuple[str, ...]

    def told(self, good: float) -> float:
        """What is 0 to 1 on the scale in which it is told."""
        return self.low + good * (self.high - self.low)

    @property
    def gap(self) -> float | None:
        """How far the whole is from its target, of 1."""
        if self.target is None or self.target.good is None or self.now.good is None:
            return None
        return max(0.0, self.target.good - self.now.good)

    def level_at(self, good: float | None) -> int | None:
        """The level, from 0, at which a standing is; None where no levels are named."""
        if good is None or not self.begins:
            return None
        return sum(good >= begin - 1e-9 for begin in self.begins)

    def factor(self, key: str) -> FactorResult:
        """The result of one factor; raises KeyError."""
        return {found.factor: found for found in self.factors}[key]
