"""What has changed since the last version, for the overview, the pages of elements, and a page of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from sevenstep.chain.compare import Changes, FieldChange, says_the_same
from sevenstep.language import Language, Text
from sevenstep.method import STAGES, Step
from sevenstep.model.evidence import Figure
from sevenstep.model.field import field_of, keyed
from sevenstep.model.kinds import KINDS
from sevenstep.model.quantity import InvalidValue, Quantity
from sevenstep.model.quantity.named_unit import units_named
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step7_flows import Flow
from sevenstep.publishing.context import Context, other
from sevenstep.publishing.pages.word_diff import Piece, around_changes, pieces
from sevenstep.publishing.views import Heading, Ref
from sevenstep.publishing.words.words import value_name

_DEEPEST: Final = 3
"""How far below a field its parts are told apart."""


@dataclass(frozen=True, slots=True)
class Change:
    """That an element is new or changed, in words; the names of what changed; the element whose row tells more."""

    said: str
    names: str
    row: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A changed field: what it is called, and its old and new text in pieces; `lang` is set for the other language."""

    label: str
    pieces: tuple[Piece, ...]
    lang: str = ""


@dataclass(frozen=True, slots=True)
class ElementChange:
    """A new, changed or removed element; only one that is there has a page to link to."""

    kind: str
    how: str
    id: str
    title: str
    ref: Ref | None
    fields: tuple[FieldView, ...] = ()


@dataclass(frozen=True, slots=True)
class StepChanges:
    """What has changed in one step."""

    heading: Heading
    step: Step
    changes: tuple[ElementChange, ...]


@dataclass(frozen=True, slots=True)
class ChapterChange:
    """A new, changed or removed chapter; only one that is there has an address."""

    how: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """Everything that has changed: since when, how much, what by step, and which chapters."""

    since: str
    summary: str
    steps: tuple[StepChanges, ...]
    chapters: tuple[ChapterChange, ...]


def changes_view(context: Context, changes: Changes) -> ChangesView:
    """Everything that the page shows."""
    told = list(_told(context, changes))
    steps = []
    for step in STAGES:
        found = tuple(change for change in told if KINDS[change.kind].KIND.step == step.number)
        if found:
            heading = Heading(context.said(step.name), step.stem)
            steps.append(StepChanges(heading, step, found))
    return ChangesView(
        since(context, changes), summary(context, changes), tuple(steps), tuple(_chapters(context, changes))
    )


def _chapters(context: Context, changes: Changes) -> Iterator[ChapterChange]:
    """What has become of the chapters, in their order; those that went stand last."""
    told = dict.fromkeys(changes.chapters_added, "new") | dict.fromkeys(changes.chapters_changed, "changed")
    for ref in context.chapters:
        if (how := told.get(ref.translations.name)) is not None:
            yield ChapterChange(how, ref.title, ref.url)
    for gone in changes.chapters_removed:
        yield ChapterChange("gone", gone.named.for_language(context.language), "")


def since(context: Context, changes: Changes) -> str:
    """The version that is compared with, and its date."""
    before = changes.before
    words = "changes_since_dated" if before.version and before.date else "changes_since"
    return context.words[words].format(before.version_or_date or "–", before.date)


def summary(context: Context, changes: Changes) -> str:
    """How many elements came, changed and went."""
    counts = (("new", len(changes.added)), ("changed", len(changes.changed)), ("gone", len(changes.removed)))
    said = [context.words[f"change_count_{name}"].format(count) for name, count in counts if count]
    chapters = len(changes.chapters_added) + len(changes.chapters_changed) + len(changes.chapters_removed)
    said += [context.words["change_count_chapters"].format(chapters)] if chapters else []
    return context.words["change_and"].join(said) or context.words["changes_none"]


def change_of(context: Context, element: str) -> Change | None:
    """Whether the element is new or changed since then, and the names of what changed; None for neither.

    What changed in a step of a flow has changed in the flow.
    """
    changes = context.changes
    if changes is None:
        return None
    version = changes.before.version_or_date or "–"
    if element in changes.came:
        return Change(context.words["new_since"].format(version), "", element)
    inside = _Inside(type(context.chain.elements[element]))
    names = [inside.label(context, field.name) for field in changes.changed.get(element, ())]
    steps = changes.steps_of(element)
    if steps:
        names.append(context.said(field_of(Flow, "steps").label))
    if not names:
        return None
    row = element if element in changes.changed else steps[0]
    said = context.words["change_and"].join(dict.fromkeys(names))
    return Change(context.words["changed_since"].format(version), said, row)


def _told(context: Context, changes: Changes) -> Iterator[ElementChange]:
    for key in changes.added:
        ref = context.refs[key]
        yield ElementChange(ref.kind, "new", key, ref.title, ref)
    for key, fields in changes.changed.items():
        ref = context.refs[key]
        inside = _Inside(type(context.chain.elements[key]))
        unit = _unit(context, key)
        shown = tuple(view for field in fields for view in _fields(context, changes, inside, field, unit))
        yield ElementChange(ref.kind, "changed", key, ref.title, ref, shown)
    for key, kept in changes.removed.items():
        if kept.kind in KINDS:
            yield ElementChange(kept.kind, "gone", key, kept.named.for_language(context.language), None)


@dataclass(frozen=True, slots=True)
class _Inside:
    """Where a value stands: in an element or part of a class, or among the keys of a mapping of such parts.

    A field of an older or a newer model is called by its name in the YAML, and nothing is known of what is below it.
    """

    cls: type[BaseModel] | None
    among_keys: bool = False

    def label(self, context: Context, key: str) -> str:
        """What a field is called."""
        field = None if self.among_keys or self.cls is None else keyed(self.cls).get(key)
        return key if field is None else context.said(field.label)

    def is_figure(self, key: str) -> bool:
        """Whether a field holds a figure, or several."""
        field = None if self.cls is None else keyed(self.cls).get(key)
        return field is not None and any(issubclass(part, Figure) for part in field.parts)

    def in_own_words(self, key: str, value: Any) -> Any:
        """A value of a field, with words that the engagement made as they are called."""
        field = None if self.cls is None else keyed(self.cls).get(key)
        words = {} if field is None else field.own_words
        if isinstance(value, list):
            return [self.in_own_words(key, one) for one in value]
        if not words or not isinstance(value, str) or value not in words:
            return value
        return {name: said for name in ("zh", "en", "plain") if (said := getattr(words[value], name)) is not None}

    def below(self, key: str) -> "_Inside":
        """Where what stands under a key does."""
        if self.among_keys or self.cls is None:
            return _Inside(self.cls)
        field = keyed(self.cls).get(key)
        return _Inside(field.parts[0] if field and field.parts else None, field is not None and dict in field.types)

    def path(self, context: Context, names: tuple[str, ...]) -> str:
        """What a field and those in it are called."""
        inner = self.below(names[0]).path(context, names[1:]) if len(names) > 1 else ""
        return " · ".join(said for said in (self.label(context, names[0]), inner) if said)


def _unit(context: Context, element: str) -> str:
    """The unit that figures of the element are told in where they name none."""
    found = context.chain.elements[element]
    return (found.figures_unit or "") if isinstance(found, Indicator) else ""


def _with_unit(context: Context, said: str, unit: str) -> str:
    """A figure as people write it, where it is one."""
    try:
        with units_named(context.header.unit_names):
            return Quantity.parse(said).shown(context.language, unit) if unit else said
    except InvalidValue:
        return said


def _fields(context: Context, changes: Changes, inside: _Inside, field: FieldChange, unit: str) -> Iterator[FieldView]:
    """The field, or what has changed within it; words that changed in the other language only are shown in that."""
    was, is_now = (inside.in_own_words(field.name, said) for said in (field.old, field.new))
    for names, old, new in _leaves((field.name,), was, is_now):
        here = inside
        for name in names:
            here = here.below(name)
        for language in (context.language, other(context.language)):
            before, after = (_said(context, changes, here, value, language) for value in (old, new))
            if inside.is_figure(field.name) and (names[-1] == "value" or names[-1] not in keyed(Figure)):
                before, after = (_with_unit(context, said, unit) for said in (before, after))
            if before != after:
                shown = tuple(around_changes(pieces(before, after)))
                label = inside.path(context, names)
                yield FieldView(label, shown, "" if language == context.language else language)
                break


def _leaves(names: tuple[str, ...], old: Any, new: Any) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    """What differs between two values: where both are mappings, what differs below the same key."""
    if not (isinstance(old, dict) and isinstance(new, dict)) or len(names) > _DEEPEST or _is_text(old) or _is_text(new):
        yield names, old, new
        return
    for key in dict.fromkeys([*new, *old]):
        if not says_the_same(old.get(key), new.get(key)):
            yield from _leaves((*names, str(key)), old.get(key), new.get(key))


def _is_text(value: dict[str, Any]) -> bool:
    return bool(value) and value.keys() <= {"zh", "en", "plain"}


def _said(context: Context, changes: Changes, inside: _Inside, value: Any, language: Language) -> str:
    """A value as a person reads it: texts in their language, ids as titles."""
    match value:
        case None:
            return ""
        case dict() if _is_text(value):
            said = {key: str(words) for key, words in value.items() if words is not None}
            return Text(zh=said.get("zh"), en=said.get("en"), plain=said.get("plain")).for_language(language)
        case dict():
            pairs = [
                (
                    _title(context, changes, key) or inside.label(context, key),
                    _said(context, changes, inside.below(key), value[key], language),
                )
                for key in value
            ]
            return "; ".join(f"{key}: {inner}" if inner else key for key, inner in pairs)
        case list():
            return ", ".join(_said(context, changes, inside, inner, language) for inner in value)
    return _title(context, changes, str(value)) or value_name(str(value), context.language)


def _title(context: Context, changes: Changes, key: str) -> str:
    """The title of the element with that id, as it is or as it was; empty where there is none."""
    if key in context.refs:
        return context.refs[key].title
    kept = changes.before.elements.get(key)
    return kept.named.for_language(context.language) if kept is not None else ""
