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
)
