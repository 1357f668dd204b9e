"""Rules on the check itself: every rule runs to its end, settings and acceptances name what is there and still needed.

They see what the other rules found, so the check calls them by their own functions.
"""

from typing import Final

from sevenstep.diagnostic import RuleInfo
from sevenstep.ruleset.check_itself.s000_rule_crashed import RULE_CRASHED
from sevenstep.ruleset.check_itself.s013_unknown_rule import UNKNOWN_RULE
from sevenstep.ruleset.check_itself.s014_useless_acceptance import USELESS_ACCEPTANCE
from sevenstep.ruleset.check_itself.s015_expired_acceptance import EXPIRED_ACCEPTANCE

__all__ = [
    "EXPIRED_ACCEPTANCE",
    "RULES",
    "RULE_CRASHED",
    "UNKNOWN_RULE",
    "USELESS_ACCEPTANCE",
]

RULES: Final[tuple[RuleInfo, ...]] = (
    RULE_CRASHED,
    UNKNOWN_RULE,
    USELESS_ACCEPTANCE,
    EXPIRED_ACCEPTANCE,
)
