"""Rules of outcomes: benefits and their reviews."""

from typing import Final

from sevenstep.ruleset.outcomes.a601_benefit_review_due import benefit_review_due
from sevenstep.ruleset.outcomes.a602_benefit_promises_nothing import benefit_promises_nothing
from sevenstep.ruleset.outcomes.a603_promise_not_kept_without_reason import promise_not_kept_without_reason
from sevenstep.ruleset.outcomes.a604_benefit_without_owner import benefit_without_owner
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    benefit_review_due,
    benefit_promises_nothing,
    promise_not_kept_without_reason,
    benefit_without_owner,
)
"""In the order of their codes."""
