"""What has changed from one state of a model to another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sevenstep.chain.snapshot import ChapterSnapshot, ElementSnapshot, Snapshot
from sevenstep.model.kinds import KINDS


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of an element with its old and its new value, as plain data; None where it was not, or is no more."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True)
class Changes:
    """From `before` to now: the ids of what came, what went as it was, and what changed in which fields; chapters that
    came, changed or went, by their names."""

    before: Snapshot
    added: tuple[str, ...]
    removed: dict[str, ElementSnapshot]
    changed: dict[str, tuple[FieldChange, ...]]
    chapters_added: tuple[str, ...] = ()
    chapters_changed: tuple[str, ...] = ()
    chapters_removed: tuple[ChapterSnapshot, ...] = ()

    def __repr__(self) -> str:
        counts = f"{len(self.added)} added, {len(self.removed)} removed, {len(self.changed)} changed"
        return f"<Changes since {self.before.version_or_date or self.before.id}: {counts}>"

    @cached_property
    def came(self) -> frozenset[str]:
        """What was added, for looking up."""
        return frozenset(self.added)

    def steps_of(self, flow: str) -> tuple[str, ...]:
        """The steps of a flow that have changed themselves."""
        return self._steps.get(flow, ())

    @cached_property
    def _steps(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for key in self.changed:
            flow, slash, _ = key.rpartition("/")
            if slash:
                found.setdefault(flow, []).append(key)
        return {flow: tuple(steps) for flow, steps in found.items()}


def compare(before: Snapshot, after: Snapshot) -> Changes:
    """Tell two states of a model apart. Time grows with their size; order is that of each state.

    An element whose kind has changed is another element: it went, and came. What one of the states could not read has
    neither come nor gone; nor has an element of a kind that is unknown here.
    """
    old, new = _under_new_ids(before.elements, after.elements), after.elements
    same = {key for key, element in new.items() if key in old and old[key].kind == element.kind}
    changed = {key: fields for key in new if key in same and (fields := tuple(_differing(old[key], new[key])))}
    return Changes(
        before,
        tuple(key for key in _only_in(new, before) if key not in same),
        {key: old[key] for key in _only_in(old, after) if key not in same and old[key].kind in KINDS},
        changed,
        *_chapters(before, after),
    )


def _under_new_ids(
    old: Mapping[str, ElementSnapshot], new: Mapping[str, ElementSnapshot]
) -> Mapping[str, ElementSnapshot]:
    """The elements as they were, by the ids that they have now: to be called otherwise is no change of what is said."""
    names = {before: key for key, element in new.items() for before in _former(key, element) if before in old}
    names = {before: key for before, key in names.items() if before not in new and key not in old}
    names |= {
        key: f"{names[flow]}/{step}"
        for key in old
        if (flow := key.partition("/")[0]) in names and (step := key.partition("/")[2]) and key not in names
    }
    if not names:
        return old
    return {
        names.get(key, key): element.model_copy(update={"fields": _renamed(element.fields, names)})
        for key, element in old.items()
    }


def _former(key: str, element: ElementSnapshot) -> Iterator[str]:
    said = element.fields.get(_FORMERLY)
    flow, slash, _ = key.rpartition("/")
    yield from (
        f"{flow}{slash}{name}" for name in ([said] if isinstance(said, str) else said or ()) if isinstance(name, str)
    )


def _renamed(value: Any, names: Mapping[str, str]) -> Any:
    """Plain data with the new ids wherever a whole key or value is an old one."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    if isinstance(value, Mapping):
        return {names.get(key, key): _renamed(item, names) for key, item in value.items()}
    return value


_FORMERLY: Final = "formerly"


def _chapters(
    before: Snapshot, after: Snapshot
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[ChapterSnapshot, ...]]:
    """The chapters that came, changed and went; none where one of the states does not know its chapters."""
    old, new = before.chapters, after.chapters
    if old is None or new is None:
        return (), (), ()
    return (
        tuple(name for name in new if name not in old),
        tuple(name for name in new if name in old and new[name].print != old[name].print),
        tuple(kept for name, kept in old.items() if name not in new),
    )


def _only_in(elements: Mapping[str, ElementSnapshot], other: Snapshot) -> Iterator[str]:
    """The elements of which the other state can say that it does not have them as they are."""
    unread = frozenset(other.unread)
    return (key for key in elements if key in other.elements or (other.complete and key not in unread))


def _differing(old: ElementSnapshot, new: ElementSnapshot) -> list[FieldChange]:
    found = [] if says_the_same(old.title, new.title) else [FieldChange("title", old.title, new.title)]
    names = dict.fromkeys(name for name in (*new.fields, *old.fields) if name != _FORMERLY)
    pairs = ((name, old.fields.get(name), new.fields.get(name)) for name in names)
    return found + [
        FieldChange(name, before, after) for name, before, after in pairs if not says_the_same(before, after)
    ]


def says_the_same(old: Any, new: Any) -> bool:
    """Whether two values differ in nothing but the way they are written: blanks, and brackets around a list of one."""
    return bool(old == new) or simplest(old) == simplest(new)


def simplest(value: Any) -> Any:
    """What all ways of writing the same value have in common."""
    match value:
        case str():
            return "".join(value.split())
        case dict():
            return {key: inner for key in value if (inner := simplest(value[key])) is not None} or None
        case list():
            inner = [simplest(item) for item in value]
            return inner[0] if len(inner) == 1 else inner or None
    return value
