"""What lifts the whole: lowest factors, and the branches that they form, when they reach their targets."""

from collections.abc import Sequence

from sevenstep.analysis.assessment.main_factors import main_factors
from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult
from sevenstep.analysis.item_ranking.places import TIE

Lift = tuple[FactorResult, float]
"""A factor and what the whole gains by it, of 1."""


def counts_to_target(factors: Sequence[FactorResult]) -> bool:
    """Whether lifts are told up to the target; where no factor has one, up to the best."""
    return any(found.lift is not None for found in factors)


def lifting(factors: Sequence[FactorResult]) -> list[Lift]:
    """The lowest factors that lift the whole, the most first."""
    return _sorted([(found, lift) for found, lift in _lifts(factors) if found.is_leaf])


def lifting_branches(result: AssessmentResult) -> list[Lift]:
    """The main factors by what all below them lift the whole together, the most first."""
    tops = {found.factor for found in main_factors(result)}
    told: list[Lift] = []
    for found, lift in _lifts(result.factors):
        if found.factor in tops:
            told.append((found, lift))
        elif told:
            told[-1] = (told[-1][0], told[-1][1] + lift)
    return _sorted(told)


def _lifts(factors: Sequence[FactorResult]) -> list[Lift]:
    """What each lifts by itself: nothing where others stand below it."""
    to_target = counts_to_target(factors)
    return [(found, (found.lift or 0.0) if to_target else found.lift_to_best) for found in factors]


def _sorted(told: list[Lift]) -> list[Lift]:
    return sorted(((found, lift) for found, lift in told if lift > TIE), key=lambda one: -one[1])
