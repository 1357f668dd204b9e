"""Rules of step 2."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step2_indicators.s201_formula_cycle import formula_cycle
from sevenstep.ruleset.step2_indicators.s202_indicator_without_unit import indicator_without_unit
from sevenstep.ruleset.step2_indicators.s203_indicator_without_direction import indicator_without_direction
from sevenstep.ruleset.step2_indicators.s204_indicator_without_baseline import indicator_without_baseline
from sevenstep.ruleset.step2_indicators.s205_indicator_without_target import indicator_without_target
from sevenstep.ruleset.step2_indicators.s206_indicator_without_owner import indicator_without_owner
from sevenstep.ruleset.step2_indicators.s207_indicator_without_data import indicator_without_data
from sevenstep.ruleset.step2_indicators.s208_indicator_without_definition import indicator_without_definition
from sevenstep.ruleset.step2_indicators.s209_target_on_wrong_side import target_on_wrong_side
from sevenstep.ruleset.step2_indicators.s210_target_against_direction import target_against_direction
from sevenstep.ruleset.step2_indicators.s211_dates_out_of_order import dates_out_of_order
from sevenstep.ruleset.step2_indicators.s212_hold_without_range import hold_without_range
from sevenstep.ruleset.step2_indicators.s213_share_out_of_range import share_out_of_range
from sevenstep.ruleset.step2_indicators.s214_figure_in_another_unit import figure_in_another_unit
from sevenstep.ruleset.step2_indicators.s215_measured_twice import measured_twice
from sevenstep.ruleset.step2_indicators.s216_figure_in_another_scale import figure_in_another_scale
from sevenstep.ruleset.step2_indicators.s217_model_differs_from_measured import model_differs_from_measured
from sevenstep.ruleset.step2_indicators.s218_bound_against_direction import bound_against_direction
from sevenstep.ruleset.step2_indicators.s220_dimension_without_members import dimension_without_members
from sevenstep.ruleset.step2_indicators.s221_unknown_member import unknown_member
from sevenstep.ruleset.step2_indicators.s222_members_off_their_whole import members_off_their_whole
from sevenstep.ruleset.step2_indicators.s223_weights_unusable import weights_unusable
from sevenstep.ruleset.step2_indicators.s224_member_left_out import member_left_out
from sevenstep.ruleset.step2_indicators.s225_no_rule_for_the_whole import no_rule_for_the_whole
from sevenstep.ruleset.step2_indicators.s226_member_missing import member_missing
from sevenstep.ruleset.step2_indicators.s227_dimension_unused import dimension_unused
from sevenstep.ruleset.step2_indicators.s228_member_in_both import member_in_both
from sevenstep.ruleset.step2_indicators.s229_member_target_against_direction import member_target_against_direction
from sevenstep.ruleset.step2_indicators.s240_formula_unit import formula_unit
from sevenstep.ruleset.step2_indicators.s241_formula_without_value import formula_without_value
from sevenstep.ruleset.step2_indicators.s242_figure_against_formula import figure_against_formula
from sevenstep.ruleset.step2_indicators.s243_formula_date_without_figure import formula_date_without_figure
from sevenstep.ruleset.step2_indicators.s244_estimate_of_unknown_step import estimate_of_unknown_step
from sevenstep.ruleset.step2_indicators.s245_estimate_cannot_be_asked import estimate_cannot_be_asked
from sevenstep.ruleset.step2_indicators.s246_estimated_twice import estimated_twice

RULES: Final[tuple[Rule, ...]] = (
    formula_cycle,
    indicator_without_unit,
    indicator_without_direction,
    indicator_without_baseline,
    indicator_without_target,
    indicator_without_owner,
    indicator_without_data,
    indicator_without_definition,
    target_on_wrong_side,
    target_against_direction,
    dates_out_of_order,
    hold_without_range,
    share_out_of_range,
    figure_in_another_unit,
    measured_twice,
    figure_in_another_scale,
    model_differs_from_measured,
    bound_against_direction,
    dimension_without_members,
    unknown_member,
    members_off_their_whole,
    weights_unusable,
    member_left_out,
    no_rule_for_the_whole,
    member_missing,
    dimension_unused,
    member_in_both,
    member_target_against_direction,
    formula_unit,
    formula_without_value,
    figure_against_formula,
    formula_date_without_figure,
    estimate_of_unknown_step,
    estimate_cannot_be_asked,
    estimated_twice,
)
