"""Rules of decisions."""

from typing import Final

from sevenstep.ruleset.decision.a201_choice_fails_requirement import choice_fails_requirement
from sevenstep.ruleset.decision.a202_choice_not_first_without_reason import choice_not_first_without_reason
from sevenstep.ruleset.decision.a203_criterion_tells_nothing_apart import criterion_tells_nothing_apart
from sevenstep.ruleset.decision.a204_option_without_value import option_without_value
from sevenstep.ruleset.decision.a205_unknown_name_in_decision import unknown_name_in_decision
from sevenstep.ruleset.decision.a206_decision_weights_off_one import decision_weights_off_one
from sevenstep.ruleset.decision.a207_option_score_off_scale import option_score_off_scale
from sevenstep.ruleset.decision.a208_requirement_open import requirement_open
from sevenstep.ruleset.decision.a209_one_option_only import one_option_only
from sevenstep.ruleset.decision.a210_option_in_another_unit import option_in_another_unit
from sevenstep.ruleset.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    choice_fails_requirement,
    choice_not_first_without_reason,
    criterion_tells_nothing_apart,
    option_without_value,
    unknown_name_in_decision,
    decision_weights_off_one,
    option_score_off_scale,
    requirement_open,
    one_option_only,
    option_in_another_unit,
)
