"""Rules of step 5."""

from typing import Final

from sevenstep.rules.rule import Rule
from sevenstep.rules.step5_scenarios import moves, promises, scenarios

RULES: Final[tuple[Rule, ...]] = (*scenarios.RULES, *moves.RULES, *promises.RULES)
"""The rules of this step."""
