"""Rules of step 6."""

from typing import Final

from sevenstep.rules.rule import Rule
from sevenstep.rules.step6_items import items, scores

RULES: Final[tuple[Rule, ...]] = (
    *items.RULES,
    *scores.RULES,
)
"""The rules of this step."""
