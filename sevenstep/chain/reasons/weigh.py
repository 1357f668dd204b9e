"""What the claims of an element come to: the goal that most speaks for, and the indicator by which it gets there."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from sevenstep.chain.reasons.claim import UNPLACED, Aims, Claim, Ending

MOST: Final = 48
"""Endings that are kept of an element: so the work grows with the links, not with links times indicators."""
_AS_CLOSE: Final = 0.9
"""From this part of the best on, a goal is as close: no smaller difference would convince anybody."""
_SPREAD: Final = 0.32
"""What has less than this of all that speaks is no answer, where three goals or more are open."""
_OPEN: Final = 0.3
"""From this part of the best on, a goal is open where none has enough."""
_PROMISED: Final = 4.0
"""How many times as much an indicator counts that alone is promised."""
_LEFT: Final = 0.02
"""What is passed on of the ways not chosen: enough to find them, too little to overrule the choice."""

Shares = Mapping[Ending, float]


def weigh(
    claims: Sequence[Claim],
    passed_on: Callable[[str], Shares],
    order: Mapping[str, int],
    promised: Mapping[str, float] | None = None,
    *,
    by_choice: bool = False,
) -> Aims:
    """The claims put together.

    `passed_on` says what an element claimed is there for, `order` how ties are shown; `promised` by indicator how much
    others promise of it who work on the element.
    """
    promised = promised or {}
    promises = sum(promised.values()) or 1.0
    totals: dict[Ending, float] = defaultdict(float)
    places: dict[Ending, int] = {}
    named: dict[Ending, float] = defaultdict(float)
    for claim in claims:
        for ending, share in passed_on(claim.to).items():
            speaks = claim.weight * share * (1 + _PROMISED * promised.get(ending.indicator, 0.0) / promises)
            totals[ending] += speaks
            places[ending] = min(places.get(ending, UNPLACED), claim.place)
            if claim.place != UNPLACED:
                named[ending] += speaks
    total = sum(totals.values()) or 1.0
    goals: dict[str, float] = defaultdict(float)
    first: dict[str, int] = {}
    for ending, weight in totals.items():
        goals[ending.goal] += weight / total
        first[ending.goal] = min(first.get(ending.goal, UNPLACED), places[ending])
    best = max(goals.values(), default=0.0)
    close = {goal for goal, weight in goals.items() if weight >= _AS_CLOSE * best}
    is_open = {goal for goal, weight in goals.items() if weight >= _OPEN * best}
    if best < _SPREAD and len(is_open) > 2:
        close = is_open
    ranked = sorted(
        goals, key=lambda goal: (0.0 if goal in close else best - round(goals[goal], 9), first[goal], order[goal])
    )
    leading = _leading(totals, named, places, order)
    shares: dict[Ending, float] = {}
    for goal in ranked:
        endings = sorted(
            (ending for ending in totals if ending.goal == goal),
            key=lambda ending: (
                ending != leading[goal],
                -totals[ending],
                places[ending],
                order.get(ending.indicator, -1),
            ),
        )
        shares |= {ending: totals[ending] / total for ending in endings}
    shares = dict(list(shares.items())[:MOST])
    undecided = tuple(goal for goal in ranked if goal in close)
    decided = by_choice or len(undecided) < 2
    return Aims(tuple(claims), shares, () if decided else undecided, by_choice, _passed_on(shares, leading, goals))


def _leading(
    totals: Shares, named: Shares, places: Mapping[Ending, int], order: Mapping[str, int]
) -> dict[str, Ending]:
    """By goal the ending that is told. What the author has put in a list speaks together, for the first in it."""
    found: dict[str, Ending] = {}
    by_goal: dict[str, list[Ending]] = defaultdict(list)
    for ending in totals:
        by_goal[ending.goal].append(ending)
    for goal, endings in by_goal.items():
        listed = [ending for ending in endings if ending in named]
        first = min(
            listed, key=lambda ending: (places[ending], -totals[ending], order.get(ending.indicator, -1)), default=None
        )
        together = sum(named[ending] for ending in listed)

        def speaks(ending: Ending, first: Ending | None = first, together: float = together) -> tuple[float, int]:
            own = totals[ending] - named.get(ending, 0.0) + (together if ending == first else 0.0)
            return -round(own, 9), order.get(ending.indicator, -1)

        found[goal] = min(endings, key=speaks)
    return found


def _passed_on(shares: Shares, leading: Mapping[str, Ending], goals: Mapping[str, float]) -> Shares:
    """What is decided speaks louder: the squares of the shares, so that an element that is there for anything tells
    little of those that go by it."""
    kept = {ending: share * _LEFT for ending, share in shares.items()}
    for goal, ending in leading.items():
        if ending in kept:
            kept[ending] += goals[goal] ** 2 * (1 - _LEFT)
    return kept
