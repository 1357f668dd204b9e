"""Rules on what people read: translations, length, leftovers, terms."""

from typing import Final

from sevenstep.rules.rule import Rule
from sevenstep.rules.texts import mentions, terms, wording

RULES: Final[tuple[Rule, ...]] = (*wording.RULES, *terms.RULES, *mentions.RULES)
"""These rules."""
