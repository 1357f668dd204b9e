"""Rules on the chain of reasons: every element is justified from above and covered from below."""

from typing import Final

from sevenstep.ruleset.coverage.s801_unjustified import unjustified
from sevenstep.ruleset.coverage.s802_uncovered import uncovered
from sevenstep.ruleset.coverage.s809_reason_not_above import reason_not_above
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    unjustified,
    uncovered,
    reason_not_above,
)
