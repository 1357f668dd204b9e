"""The reference of every section and field, as data: read off the declarations, written out by documents and pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sevenstep.language import Text
from sevenstep.method import STAGES
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.header import Header
from sevenstep.model.kinds import NODE_CLASSES, SECTION_CLASSES
from sevenstep.model.part import Part
from sevenstep.model.review import SECTION as REVIEWS
from sevenstep.model.review import ReviewNote
from sevenstep.model.type_words import title_of, type_in_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One field: what is written behind its key, and the anchors of the parts that stand in it.

    `seen_from_there` is what the elements that it points to call the relation.
    """

    key: str
    label: Text
    type: Text
    required: bool
    expected: bool
    example: str
    explanation: Text
    parts: tuple[str, ...]
    seen_from_there: Text | None


@dataclass(frozen=True, slots=True)
class Section:
    """One class: the `key` of its section in the YAML (empty for parts), its own fields, and which of the fields that
    all elements share make it complete."""

    anchor: str
    key: str
    title: Text
    explanation: Text
    entries: tuple[Entry, ...]
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceChapter:
    """Sections that belong together: a step, the header, what all share."""

    title: Text
    sections: tuple[Section, ...]


def around_part(said: str, title: str) -> tuple[str, str, str]:
    """A type in words cut around the part of that title: what stands before, what leads to the part, what comes after.

    Where the type does not name the part, all of it leads there.
    """
    before, found, after = said.rpartition(title)
    return (before, found, after) if found else ("", said, "")


def reference() -> tuple[ReferenceChapter, ...]:
    """Everything that can be written, in the order of the method; a part stands where it is first used."""
    told: set[type[Part]] = set()
    shared = [_shared(), *_parts_in([Element], told)]
    steps = []
    for step in STAGES:
        classes = [cls for cls in SECTION_CLASSES if cls.KIND.step == step.number]
        found = [section for cls in classes for section in (_section(cls), *_below(cls, told))]
        if found:
            steps.append(ReferenceChapter(step.name, tuple(found)))
    header = ReferenceChapter(
        Text(zh="engagement.yaml：项目本身", en="engagement.yaml: the engagement itself"),
        (_section(Header), *_parts_in([Header], told)),
    )
    reviews = ReferenceChapter(
        Text(zh="评审意见", en="Review notes"), (_section(ReviewNote, REVIEWS), *_parts_in([ReviewNote], told))
    )
    common = ReferenceChapter(Text(zh="所有要素都可以写", en="What every element can have"), tuple(shared))
    return (header, common, *steps, reviews)


def _below(cls: type[Element], told: set[type[Part]]) -> Iterator[Section]:
    """The nodes that stand in an element, and the parts that were not told before."""
    nodes = [node for node in NODE_CLASSES if any(node in field.parts for field in fields_of(cls))]
    yield from map(_section, nodes)
    yield from _parts_in([cls, *nodes], told)


def _parts_in(classes: Iterable[type[Part]], told: set[type[Part]]) -> Iterator[Section]:
    waiting = list(classes)
    while waiting:
        for part in (part for field in fields_of(waiting.pop(0)) for part in field.parts):
            if issubclass(part, Part) and not issubclass(part, Element) and part not in told:
                told.add(part)
                waiting.append(part)
                yield _section(part)


def _shared() -> Section:
    fields = [field for field in fields_of(Element) if field.name != "id"]
    text = Text(
        zh="每个要素都有编号（它的键），此外都可以写这些。", en="Every element has an id, its key, and can have these."
    )
    return Section("element", "", Text(zh="要素", en="Element"), text, tuple(map(_entry, fields)))


def _section(cls: type[Part], key: str = "") -> Section:
    """One class; the id of an element or note is its key, and not written in it."""
    shared = {field.name for field in fields_of(Element)} if issubclass(cls, Element) else {"id"} if key else set()
    own = [field for field in fields_of(cls) if field.name not in shared]
    expected = tuple(field.key for field in fields_of(cls) if field.name in shared and field.declared.expected)
    if issubclass(cls, Element):
        key = cls.KIND.section
    return Section(_anchor(cls), key, title_of(cls), cls.EXPLANATION, tuple(map(_entry, own)), expected)


def _anchor(cls: type[Part]) -> str:
    return cls.KIND.name if issubclass(cls, Element) else f"part-{cls.__name__.lower()}"


def _entry(field: ModelField) -> Entry:
    parts = tuple(dict.fromkeys(_anchor(part) for part in field.parts if issubclass(part, Part)))
    declared = field.declared
    seen = field.relation.backward if field.relation is not None else None
    return Entry(
        field.key,
        field.label,
        type_in_words(field),
        field.required,
        declared.expected,
        declared.example,
        declared.explanation,
        parts,
        seen,
    )
