"""Rules of step 1."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step1_goals.s101_goal_cycle import goal_cycle
from sevenstep.ruleset.step1_goals.s102_goal_without_horizon import goal_without_horizon
from sevenstep.ruleset.step1_goals.s103_goal_without_challenge import goal_without_challenge
from sevenstep.ruleset.step1_goals.s104_goal_tree_too_deep import goal_tree_too_deep
from sevenstep.ruleset.step1_goals.s105_single_sub_goal import single_sub_goal
from sevenstep.ruleset.step1_goals.s106_horizon_after_parent import horizon_after_parent
from sevenstep.ruleset.step1_goals.s107_challenge_without_evidence import challenge_without_evidence
from sevenstep.ruleset.step1_goals.s108_goal_without_owner import goal_without_owner
from sevenstep.ruleset.step1_goals.s109_challenge_felt_nowhere import challenge_felt_nowhere

RULES: Final[tuple[Rule, ...]] = (
    goal_cycle,
    goal_without_horizon,
    goal_without_challenge,
    goal_tree_too_deep,
    single_sub_goal,
    horizon_after_parent,
    challenge_without_evidence,
    goal_without_owner,
    challenge_felt_nowhere,
)
