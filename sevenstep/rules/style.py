"""Rules of naming and style. They are off until an engagement switches them on."""

from typing import Final

from sevenstep.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = ()
"""These rules."""
