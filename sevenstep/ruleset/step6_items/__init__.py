"""Rules of step 6."""

from typing import Final

from sevenstep.ruleset.rule import Rule
from sevenstep.ruleset.step6_items.s601_operation_without_unit import operation_without_unit
from sevenstep.ruleset.step6_items.s602_item_without_operations import item_without_operations
from sevenstep.ruleset.step6_items.s603_unit_not_on_path import unit_not_on_path
from sevenstep.ruleset.step6_items.s604_item_without_resources import item_without_resources
from sevenstep.ruleset.step6_items.s605_item_not_scored import item_not_scored
from sevenstep.ruleset.step6_items.s606_criterion_not_scored import criterion_not_scored
from sevenstep.ruleset.step6_items.s607_score_off_scale import score_off_scale
from sevenstep.ruleset.step6_items.s608_weights_off_one import weights_off_one
from sevenstep.ruleset.step6_items.s609_items_in_circle import items_in_circle
from sevenstep.ruleset.step6_items.s610_item_without_owner import item_without_owner
from sevenstep.ruleset.step6_items.s620_change_among_resources import change_among_resources
from sevenstep.ruleset.step6_items.s621_volume_against_arrivals import volume_against_arrivals
from sevenstep.ruleset.step6_items.s622_more_hours_than_a_year import more_hours_than_a_year
from sevenstep.ruleset.step6_items.s623_people_without_work import people_without_work
from sevenstep.ruleset.step6_items.s624_step_of_another_item import step_of_another_item
from sevenstep.ruleset.step6_items.s625_step_in_two_operations import step_in_two_operations
from sevenstep.ruleset.step6_items.s626_review_passed import review_passed
from sevenstep.ruleset.step6_items.s627_staff_twice import staff_twice
from sevenstep.ruleset.step6_items.s628_item_for_several_goals import item_for_several_goals

RULES: Final[tuple[Rule, ...]] = (
    operation_without_unit,
    item_without_operations,
    unit_not_on_path,
    item_without_resources,
    item_not_scored,
    criterion_not_scored,
    score_off_scale,
    weights_off_one,
    items_in_circle,
    item_without_owner,
    change_among_resources,
    volume_against_arrivals,
    more_hours_than_a_year,
    people_without_work,
    step_of_another_item,
    step_in_two_operations,
    review_passed,
    staff_twice,
    item_for_several_goals,
)
