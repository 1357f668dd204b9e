"""How far a weight can move before a place by the weighted sum changes: exact, nothing is tried out.

When the weight of one criterion becomes t and the others keep their proportions, the sum of an item is a straight line
in t: t times its goodness on that criterion, and (1 - t) times its sum over the others. An item and a rival are thus
level at one t at most; the nearest such t below and above today's weight are the bounds.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from sevenstep.analysis.item_ranking.places import TIE
from sevenstep.analysis.item_ranking.scores import ScoreTable
from sevenstep.analysis.weight_move import WeightMove


class _Bound(NamedTuple):
    """The weight at which a rival is level with the first, and what it gains as the weight goes from 0 to 1."""

    weight: float
    pace: float
    rival: str


def weight_moves(table: ScoreTable, at: int) -> tuple[WeightMove, ...]:
    """Of every criterion how far its weight can move while the item in row `at` keeps its place: no item behind it
    draws ahead of it, and it draws ahead of none.

    An item that is level with it today and would draw ahead makes today's weight the bound. Where the other criteria
    weigh nothing today, they share alike. Time grows with items times criteria.
    """
    bounds: list[list[_Bound]] = [[] for _ in table.criteria]
    for rival, row in zip(table.items, table.goodness, strict=True):
        lead = [one - other for one, other in zip(table.goodness[at], row, strict=True)]
        if sum(weight * margin for weight, margin in zip(table.weights, lead, strict=True)) < -TIE:
            lead = [-margin for margin in lead]
        for column, bound in _overtakings(lead, table.weights, rival):
            bounds[column].append(bound)
    return tuple(
        _move(criterion.id, weight, found)
        for criterion, weight, found in zip(table.criteria, table.weights, bounds, strict=True)
    )


def _overtakings(lead: Sequence[float], weights: Sequence[float], rival: str) -> Iterator[tuple[int, _Bound]]:
    """Where the one behind overtakes, by column; `lead` is what the one ahead is better by on each criterion."""
    for column, lead_elsewhere in enumerate(_elsewhere(lead, weights)):
        pace = lead_elsewhere - lead[column]
        if abs(pace) <= TIE:
            continue
        level = lead_elsewhere / pace
        if level < 1 - TIE if pace > 0 else level > TIE:  # a rival that is only level at 0 or 1 overtakes nobody
            yield column, _Bound(round(level, 12), pace, rival)


def _elsewhere(lead: Sequence[float], weights: Sequence[float]) -> Iterator[float]:
    """For each column, the lead by the other criteria alone, their weights made up to 1."""
    parts = _without(weight * margin for weight, margin in zip(weights, lead, strict=True))
    for part, rest, plain in zip(parts, _without(weights), _without(lead), strict=True):
        others = len(lead) - 1
        yield part / rest if rest > 0 else plain / others if others else 0.0


def _without(values: Iterable[float]) -> list[float]:
    """For each value the sum of all others: added up from both sides, since taking one away would lose digits."""
    listed = list(values)
    before = accumulate(listed[:-1], initial=0.0)
    after = list(accumulate(listed[:0:-1], initial=0.0))
    return [one + other for one, other in zip(before, reversed(after), strict=True)]


def _move(criterion: str, weight: float, bounds: Sequence[_Bound]) -> WeightMove:
    """Among rivals that are level at the same weight, the fastest is ahead beyond it."""
    low = max(
        (bound for bound in bounds if bound.pace < 0), key=lambda bound: (bound.weight, -bound.pace), default=None
    )
    high = min(
        (bound for bound in bounds if bound.pace > 0), key=lambda bound: (bound.weight, -bound.pace), default=None
    )
    return WeightMove(
        criterion,
        weight,
        max(0.0, min(weight, low.weight)) if low else None,
        low.rival if low else None,
        min(1.0, max(weight, high.weight)) if high else None,
        high.rival if high else None,
    )
