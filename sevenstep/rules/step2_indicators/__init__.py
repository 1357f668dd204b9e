"""Rules of step 2."""

from typing import Final

from sevenstep.rules.rule import Rule
from sevenstep.rules.step2_indicators import (
    definition,
    estimates,
    figures,
    formula_values,
    formulas,
    measured,
    scale,
    targets,
)

RULES: Final[tuple[Rule, ...]] = (
    *formulas.RULES,
    *definition.RULES,
    *targets.RULES,
    *figures.RULES,
    *scale.RULES,
    *measured.RULES,
    *formula_values.RULES,
    *estimates.RULES,
)
"""The rules of this step."""
