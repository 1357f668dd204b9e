"""Rules on what people read: translations, length, leftovers, terms."""

from typing import Final

from sevenstep.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
"""These rules."""
