"""How good a score or a figure is, from 0 (the worst that counts) to 1 (the best)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from sevenstep.analysis.units import UnlikeUnits, convert
from sevenstep.chain.graph import Chain
from sevenstep.model.choices import Direction
from sevenstep.model.frames.scale import Scale
from sevenstep.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A straight line between the worst that counts and the best; beyond them nothing counts less or more.

    `scale` is the id of a scale of levels, empty for figures. `is_relative` tells that an end is that of the values
    compared, since nobody says which counts.
    """

    unit: str
    worst: float
    best: float
    scale: str = ""
    is_relative: bool = False

    def good(self, value: float) -> float:
        """How good a value is; all are alike where the worst is the best."""
        if self.best == self.worst:
            return 0.5
        return min(1.0, max(0.0, (value - self.worst) / (self.best - self.worst)))

    def in_unit(self, value: float, unit: str) -> float:
        """A value in the unit of the yardstick; raises UnlikeUnits. Scores are numbers, whatever is written behind."""
        return value if self.scale or not unit else convert(value, unit, self.unit)


class Measured(Protocol):
    """What says by what figures are measured: a factor, or a criterion of a decision."""

    @property
    def worst(self) -> Quantity | None: ...

    @property
    def best(self) -> Quantity | None: ...


def of_scale(chain: Chain, key: str | None) -> Yardstick | None:
    """The yardstick of a scale; None where there is none, or all its scores are one."""
    scale = chain.elements.get(key or "")
    if not isinstance(scale, Scale) or scale.ends is None:
        return None
    return Yardstick("", *scale.ends, scale=scale.id)


def of_figures(
    measured: Measured, unit: str, direction: Direction | None, compared: Iterable[float]
) -> Yardstick | None:
    """The yardstick of figures in `unit`; an end that nobody states is that of the figures `compared`.

    None where the direction is not known, or no two figures differ. Raises UnlikeUnits.
    """
    worst, best = (
        None if end is None else convert(end.middle, end.unit or unit, unit) for end in (measured.worst, measured.best)
    )
    if worst is not None and best is not None:
        return Yardstick(unit, worst, best) if worst != best else None
    if direction not in {Direction.INCREASE, Direction.DECREASE}:
        return None
    values = [*compared, *(end for end in (worst, best) if end is not None)]
    if not values or min(values) == max(values):
        return None
    low, high = min(values), max(values)
    ends = (low, high) if direction == Direction.INCREASE else (high, low)
    return Yardstick(unit, ends[0] if worst is None else worst, ends[1] if best is None else best, is_relative=True)


def comparable(values: Iterable[tuple[float, str]], unit: str) -> list[float]:
    """The values that can be told in `unit`."""
    found = []
    for value, own in values:
        try:
            found.append(convert(value, own or unit, unit))
        except UnlikeUnits:
            continue
    return found
