"""An as-is flow with the changes of a measure in it."""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from sevenstep.model.choices import EventType
from sevenstep.model.field import fields_of
from sevenstep.model.part import Part
from sevenstep.model.step7_flows import AnyNode, Change, Event, Flow

Some = TypeVar("Some", bound=Part)


def changed(flow: Flow, changes: Mapping[str, Change]) -> Flow:
    """The flow as it runs with the changes, given by the ids of nodes; what they do not name stays as it is."""
    steps = {
        name: _changed(node, changes[node.id]) if node.id in changes else node for name, node in flow.steps.items()
    }
    return _with(flow, steps=steps)


def _changed(node: AnyNode, change: Change) -> AnyNode:
    if change.drop:
        return Event.model_construct(
            id=node.id, title=node.title, actor=node.actor, next=node.next, type=EventType.EVENT
        )
    updates: dict[str, Any] = {
        field.name: value
        for field in fields_of(Change)
        if (value := getattr(change, field.name)) is not None and field.name in type(node).model_fields
    }
    if change.chances and node.next:
        updates["next"] = {
            target: _with(branch, chance=change.chances.get(target, branch.chance))
            for target, branch in node.next.items()
        }
    return _with(node, **updates)


def _with(part: Some, **updates: Any) -> Some:
    """A copy with other values in some fields, and without anything that was computed of the original."""
    fields = {name: getattr(part, name) for name in type(part).model_fields}
    return cast(Some, type(part).model_construct(**{**fields, **updates}))


def is_changed(flow: Flow, changes: Mapping[str, Change]) -> bool:
    """Whether any change concerns a node of the flow."""
    return any(node.id in changes for node in flow.steps.values())
