"""Rules on an author's own chapters: what they name exists, and what they show can be shown."""

from typing import Final

from sevenstep.rules.chapters import files, marks
from sevenstep.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (*marks.RULES, *files.RULES)
"""These rules."""
