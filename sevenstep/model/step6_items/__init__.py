"""Step 6: the concrete matters of a scenario, and how they are evaluated."""

from sevenstep.model.step6_items.adjustment import Adjustment, Option
from sevenstep.model.step6_items.change_cost import ChangeCost
from sevenstep.model.step6_items.criterion import Criterion
from sevenstep.model.step6_items.item import Item
from sevenstep.model.step6_items.operation import Operation
from sevenstep.model.step6_items.resources import Resources, Staff

__all__ = ("Adjustment", "ChangeCost", "Criterion", "Item", "Operation", "Option", "Resources", "Staff")
