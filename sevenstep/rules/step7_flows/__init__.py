"""Rules of step 7: flows that can be followed and measured, their data, their variants, and what is found in them."""

from typing import Final

from sevenstep.rules.rule import Rule
from sevenstep.rules.step7_flows import (
    branches,
    completeness,
    data,
    ends,
    findings,
    measures,
    mixed_ends,
    resources,
    soundness,
    variants,
    ways,
)

RULES: Final[tuple[Rule, ...]] = (
    *ends.RULES,
    *soundness.RULES,
    *branches.RULES,
    *completeness.RULES,
    *data.RULES,
    *variants.RULES,
    *resources.RULES,
    *mixed_ends.RULES,
    *findings.RULES,
    *measures.RULES,
    ways.loop_hardly_left,
    soundness.soundness_not_judged,
    ways.branch_runs_on,
    ways.detour_runs_on,
)
