"""Which activities of its flows stand behind the operation steps of an item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import Tree, tree
from sevenstep.memory import per_chain
from sevenstep.model.choices import Mode, Variant
from sevenstep.model.step6_items import Item
from sevenstep.model.step7_flows import Activity, Flow


@dataclass(frozen=True)
class Matching:
    """An item with its flows of one variant: those to be where there are any, unless its operations name activities of
    the others alone."""

    item: Item
    flows: tuple[Flow, ...]
    actors: Tree

    @property
    def variant(self) -> Variant | None:
        return self.flows[0].variant if self.flows else None

    @cached_property
    def activities(self) -> dict[str, Activity]:
        """The activities of the flows, by id, in order."""
        return {node.id: node for flow in self.flows for node in flow.steps.values() if isinstance(node, Activity)}

    @cached_property
    def lanes(self) -> dict[str, str | None]:
        """In whose lane each activity stands."""
        return {
            node.id: flow.lanes[name]
            for flow in self.flows
            for name, node in flow.steps.items()
            if isinstance(node, Activity)
        }

    @cached_property
    def of_operation(self) -> tuple[tuple[str, ...], ...]:
        """The activities that each operation names, as far as they are in these flows."""
        return tuple(
            tuple(dict.fromkeys(step for step in operation.steps if step in self.activities))
            for operation in self.item.operations
        )

    @property
    def is_declared(self) -> bool:
        """Whether operations name their activities; otherwise units are all that can be compared."""
        return any(self.of_operation)

    @cached_property
    def idle(self) -> tuple[int, ...]:
        """The operations behind which no activity stands: none that they name, or none in the lane of their unit."""
        if self.is_declared:
            return tuple(number for number, steps in enumerate(self.of_operation) if not steps)
        near = self._near(lane for lane in self.lanes.values() if lane)
        return tuple(
            number
            for number, operation in enumerate(self.item.operations)
            if operation.unit and operation.unit not in near
        )

    @cached_property
    def left(self) -> tuple[Activity, ...]:
        """The activities done by people that belong to no operation: named by none, or in the lane of no unit."""
        by_people = [activity for activity in self.activities.values() if activity.mode != Mode.AUTOMATIC]
        if self.is_declared:
            named = {step for steps in self.of_operation for step in steps}
            return tuple(activity for activity in by_people if activity.id not in named)
        if not self.item.operations or any(operation.unit is None for operation in self.item.operations):
            return ()
        near = self._near(operation.unit for operation in self.item.operations if operation.unit)
        return tuple(activity for activity in by_people if (lane := self.lanes[activity.id]) and lane not in near)

    def _near(self, actors: Iterable[str]) -> set[str]:
        """The actors, with all above and below them. Takes each of these once."""
        listed = dict.fromkeys(actors)
        found = set(self.actors.downwards(listed))
        for actor in listed:
            for above in self.actors.above(actor):
                if above in found and above not in listed:
                    break
                found.add(above)
        return found


@per_chain
def matchings(chain: Chain) -> dict[str, Matching]:
    """Every item with its flows."""
    actors = tree(chain, "actor-parent")
    return {item.id: Matching(item, _flows(chain, item), actors) for item in chain.engagement.of(Item)}


def _flows(chain: Chain, item: Item) -> tuple[Flow, ...]:
    found = [flow for flow in chain.holders(item.id, "details") if isinstance(flow, Flow)]
    named = {step.rpartition("/")[0] for operation in item.operations for step in operation.steps}
    variants: Sequence[Variant] = (Variant.TO_BE, Variant.AS_IS)
    by_variant = [tuple(flow for flow in found if flow.variant == variant) for variant in variants]
    there = [flows for flows in by_variant if flows]
    return next((flows for flows in there if named & {flow.id for flow in flows}), there[0] if there else ())
