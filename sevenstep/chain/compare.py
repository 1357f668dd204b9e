"""What has changed from one state of a model to another."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sevenstep.chain.snapshot import Kept, Snapshot


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an element with its old and its new value, as plain data; None where it was not, or is no more."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Changes:
    """From `before` to now: the ids of what came, what went as it was, and what changed in which fields."""

    before: Snapshot
    added: tuple[str, ...]
    removed: dict[str, Kept]
    changed: dict[str, tuple[FieldChange, ...]]

    @cached_property
    def came(self) -> frozenset[str]:
        """What was added, for looking up."""
        return frozenset(self.added)


def compare(before: Snapshot, after: Snapshot) -> Changes:
    """Tell two states of a model apart. Time grows with their size; order is that of each state.

    An element whose kind has changed is another element: it went, and came.
    """
    old, new = before.elements, after.elements
    same = {key for key, kept in new.items() if key in old and old[key].kind == kept.kind}
    changed = {key: fields for key in new if key in same and (fields := tuple(_differing(old[key], new[key])))}
    return Changes(
        before,
        tuple(key for key in new if key not in same),
        {key: kept for key, kept in old.items() if key not in same},
        changed,
    )


def _differing(old: Kept, new: Kept) -> list[FieldChange]:
    found = [FieldChange("title", old.title, new.title)] if old.title != new.title else []
    names = dict.fromkeys([*new.fields, *old.fields])
    pairs = ((name, old.fields.get(name), new.fields.get(name)) for name in names)
    return found + [FieldChange(name, before, after) for name, before, after in pairs if before != after]
