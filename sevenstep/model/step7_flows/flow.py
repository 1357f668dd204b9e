"""How an item runs: a flow of nodes, in one variant."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal

from pydantic import model_validator

from sevenstep.language import Text
from sevenstep.model.element import Element, Kind, Part, Prose, Reference, Title
from sevenstep.model.relation import Relation, Role
from sevenstep.model.step7_flows.arrivals import Arrivals
from sevenstep.model.step7_flows.metrics import Estimate
from sevenstep.model.step7_flows.nodes import AnyNode, Branch


@dataclass(frozen=True, slots=True)
class Transition:
    """An arrow of a flow, between names of nodes; `branch` tells chance and condition."""

    source: str
    target: str
    branch: Branch


class Scope(Part):
    """What the flow covers."""

    starts: Title
    """What sets it going."""
    ends: Title
    """When it is over."""
    covers: Prose | None = None
    """What is inside and what is left out."""


class Flow(Element):
    """How an item runs, as a process."""

    KIND: ClassVar = Kind("flow", "flows", 7, Text(zh="流程", en="Flow"), Text(zh="流程", en="Flows"))

    details: Annotated[
        Reference | None,
        Relation(
            "details",
            ("item",),
            Text(zh="细化事项", en="details"),
            Text(zh="细化它的流程", en="detailed by"),
            Role.SERVES,
        ),
    ] = None
    """The item whose running it shows."""
    variant: Literal["as-is", "to-be"]
    """Today's way, or the way it shall be."""
    scope: Scope | None = None
    """What the flow covers: where it starts, where it ends."""
    arrivals: Arrivals | None = None
    """How often a case begins."""
    steps: dict[str, AnyNode] = {}
    """Its nodes, in the order they are read."""
    estimates: Annotated[
        dict[Reference, Estimate],
        Relation(
            "estimates",
            ("indicator",),
            Text(zh="估算指标", en="estimates"),
            Text(zh="由流程估算", en="estimated by"),
            Role.CLOSES,
        ),
    ] = {}
    """The indicators that get a value from a metric of this flow."""

    @model_validator(mode="before")
    @classmethod
    def _name_nodes(cls, value: Any) -> Any:
        """Give each node its id: the flow's id, a slash, and its name in the flow."""
        if not isinstance(value, dict) or not isinstance(steps := value.get("steps"), dict):
            return value
        named = {
            name: {**node, "id": f"{value.get('id')}/{name}"} if isinstance(node, dict) else node
            for name, node in steps.items()
        }
        return {**value, "steps": named}

    @cached_property
    def transitions(self) -> tuple[Transition, ...]:
        """All arrows, those included that go without saying (to the node below)."""
        return tuple(self._transitions())

    def _transitions(self) -> Iterator[Transition]:
        names = list(self.steps)
        for position, (name, node) in enumerate(self.steps.items()):
            if node.next is not None:
                for target, branch in node.next.items():
                    yield Transition(name, target, branch)
            elif node.type != "end" and position + 1 < len(names):
                yield Transition(name, names[position + 1], Branch())

    @cached_property
    def lanes(self) -> dict[str, str | None]:
        """The actor in whose lane each node stands (None: no actor is named up to there)."""
        lanes: dict[str, str | None] = {}
        lane: str | None = next((node.actor for node in self.steps.values() if node.actor), None)
        for name, node in self.steps.items():
            lane = node.actor or lane
            lanes[name] = lane
        return lanes
