"""What scenarios promise of an indicator (their `moves`), in its unit, added up and held against the way to its target.

A move in per cent is a part of the baseline, whatever the unit of the indicator: -10% of 40 % are 4 points. A move in
points, or in the unit of the indicator, is what it says. All are counted from the baseline and add up.
"""

import math
from dataclasses import dataclass

from sevenstep.analysis.indicator_formulas import formulas
from sevenstep.analysis.indicator_values import indicator_values
from sevenstep.analysis.judging import bounds, end_of, is_worse
from sevenstep.analysis.results import StageValue
from sevenstep.analysis.units import UnlikeUnits, convert, kind
from sevenstep.chain.graph import Chain
from sevenstep.memory import per_chain
from sevenstep.model.choices import Stage
from sevenstep.model.quantity import Quantity, is_points
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step5_scenarios import Scenario


@dataclass(frozen=True, slots=True)
class Move:
    """What one scenario promises: as it was written, and the change in the unit of the indicator, low and high; None
    where that cannot be told."""

    scenario: str
    written: Quantity
    change: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Promise:
    """All that scenarios promise of one indicator; `needed` is the change from the baseline to the nearest and to the
    farthest value that meets the target of `day` (None where there is no baseline, target or direction)."""

    indicator: str
    unit: str
    baseline: StageValue | None
    day: str
    moves: tuple[Move, ...]
    needed: tuple[float, float] | None

    @property
    def together(self) -> tuple[float, float] | None:
        """The sum of all changes, low and high; None where one of them cannot be told."""
        known = [move.change for move in self.moves if move.change is not None]
        if len(known) < len(self.moves) or not known:
            return None
        return math.fsum(low for low, _ in known), math.fsum(high for _, high in known)


@per_chain
def promises(chain: Chain) -> dict[str, Promise]:
    """What is promised of each indicator of which anything is."""
    values = indicator_values(chain)
    units = formulas(chain).units
    by_indicator: dict[str, list[tuple[str, Quantity]]] = {}
    for scenario in chain.engagement.of(Scenario):
        for key, change in scenario.changes.items():
            by_indicator.setdefault(key, []).append((scenario.id, change))
    found = {}
    for key, moves in by_indicator.items():
        indicator, unit = chain.elements.get(key), units.get(key) or ""
        if not isinstance(indicator, Indicator):
            continue
        baseline = values.stage_values[key].get(Stage.BASELINE)
        told = tuple(Move(scenario, change, absolute(change, baseline, unit)) for scenario, change in moves)
        targets = sorted(values.targets[key], key=lambda pair: end_of(pair[0]))
        day, target = targets[-1] if targets else ("", None)
        needed = None
        if baseline is not None and target is not None and not is_worse(indicator.direction, target, baseline):
            needed = _needed(indicator.direction or "", baseline, target)
        found[key] = Promise(key, unit, baseline, day, told, needed)
    return found


def is_relative(change: Quantity) -> bool:
    """Whether a move is a part of the baseline."""
    return kind(change.unit) == "share" and bool(change.unit.strip()) and not is_points(change.unit)


def absolute(change: Quantity, baseline: StageValue | None, unit: str) -> tuple[float, float] | None:
    """A move in the unit of the indicator, low and high; None where the baseline is missing or the units differ."""
    if is_relative(change):
        if baseline is None:
            return None
        parts = [convert(end, change.unit, "") for end in (change.low, change.high)]
        ends = [part * end for part in parts for end in (baseline.low, baseline.high)]
        return min(ends), max(ends)
    if is_points(change.unit) and kind(unit) != "share":
        return None
    try:
        ends = [
            convert(end, "%" if is_points(change.unit) else change.unit or unit, unit)
            for end in (change.low, change.high)
        ]
    except UnlikeUnits:
        return None
    return min(ends), max(ends)


def _needed(direction: str, baseline: StageValue, target: StageValue) -> tuple[float, float] | None:
    if not direction and not target.bound:
        return None
    low, high = bounds(direction, target)
    if baseline.high < low:  # up: from the better end of the baseline to the nearest, from the worse to the farthest
        return low - baseline.high, (high if math.isfinite(high) else low) - baseline.low
    if baseline.low > high:
        return high - baseline.low, (low if math.isfinite(low) else high) - baseline.high
    return 0.0, 0.0
