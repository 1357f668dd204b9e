"""Rules on figures and sources: what is known, from where, and how sure it is."""

from typing import Final

from sevenstep.rules.evidence import citations, figures, likeness
from sevenstep.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    *figures.RULES,
    *citations.RULES,
    *likeness.RULES,
)
"""These rules."""
