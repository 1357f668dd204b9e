"""Rules of step 3."""

from typing import Final

from sevenstep.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
"""The rules of this step."""
