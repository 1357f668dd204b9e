"""Rules of step 4."""

from typing import Final

from sevenstep.rules.rule import Rule
from sevenstep.rules.step4_paths import authority, exchanges, raci

RULES: Final[tuple[Rule, ...]] = (*raci.RULES, *authority.RULES, *exchanges.RULES)
"""The rules of this step."""
