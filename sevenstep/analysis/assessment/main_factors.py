"""The few factors by which an assessment is told as a whole."""

from sevenstep.analysis.assessment.results import AssessmentResult, FactorResult


def main_factors(result: AssessmentResult) -> tuple[FactorResult, ...]:
    """Those at the top of the tree; where only one stands there, those below it, and so on."""
    depth = 0
    found = [one for one in result.factors if one.depth == depth]
    while len(found) == 1 and not found[0].is_leaf:
        depth += 1
        found = [one for one in result.factors if one.depth == depth]
    return tuple(found)
