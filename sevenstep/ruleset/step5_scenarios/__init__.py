"""Rules of step 5."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step5_scenarios.s501_scenario_moves_nothing import scenario_moves_nothing
from sevenstep.ruleset.step5_scenarios.s502_scenario_twice import scenario_twice
from sevenstep.ruleset.step5_scenarios.s503_group_of_one import group_of_one
from sevenstep.ruleset.step5_scenarios.s504_scenario_without_group import scenario_without_group
from sevenstep.ruleset.step5_scenarios.s505_empty_group import empty_group
from sevenstep.ruleset.step5_scenarios.s506_moves_the_wrong_way import moves_the_wrong_way
from sevenstep.ruleset.step5_scenarios.s507_moves_in_another_unit import moves_in_another_unit
from sevenstep.ruleset.step5_scenarios.s508_move_without_sign import move_without_sign
from sevenstep.ruleset.step5_scenarios.s509_move_of_more_than_all import move_of_more_than_all
from sevenstep.ruleset.step5_scenarios.s510_promises_fall_short import promises_fall_short
from sevenstep.ruleset.step5_scenarios.s511_promises_go_too_far import promises_go_too_far
from sevenstep.ruleset.step5_scenarios.s512_per_cent_or_points import per_cent_or_points
from sevenstep.ruleset.step5_scenarios.s513_improves_off_path import improves_off_path
from sevenstep.ruleset.step5_scenarios.s514_gap_not_improved import gap_not_improved

RULES: Final[tuple[Rule, ...]] = (
    scenario_moves_nothing,
    scenario_twice,
    group_of_one,
    scenario_without_group,
    empty_group,
    moves_the_wrong_way,
    moves_in_another_unit,
    move_without_sign,
    move_of_more_than_all,
    promises_fall_short,
    promises_go_too_far,
    per_cent_or_points,
    improves_off_path,
    gap_not_improved,
)
