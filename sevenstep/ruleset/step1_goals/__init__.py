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
from sevenstep.ruleset.step1_goals.s110_goal_aligned_with_nothing import goal_aligned_with_nothing
from sevenstep.ruleset.step1_goals.s111_context_without_issuer import context_without_issuer
from sevenstep.ruleset.step1_goals.s112_trend_without_figure import trend_without_figure
from sevenstep.ruleset.step1_goals.s113_context_asks_nothing import context_asks_nothing
from sevenstep.ruleset.step1_goals.s114_position_without_statement import position_without_statement
from sevenstep.ruleset.step1_goals.s115_position_without_network import position_without_network
from sevenstep.ruleset.step1_goals.s116_several_positions import several_positions
from sevenstep.ruleset.step1_goals.s117_position_rests_on_nothing import position_rests_on_nothing
from sevenstep.ruleset.step1_goals.s118_context_without_position import context_without_position
from sevenstep.ruleset.step1_goals.s119_plans_end_before_goal import plans_end_before_goal
from sevenstep.ruleset.step1_goals.s120_context_ends_before_it_begins import context_ends_before_it_begins

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
    goal_aligned_with_nothing,
    context_without_issuer,
    trend_without_figure,
    context_asks_nothing,
    position_without_statement,
    position_without_network,
    several_positions,
    position_rests_on_nothing,
    context_without_position,
    plans_end_before_goal,
    context_ends_before_it_begins,
)
