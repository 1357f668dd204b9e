"""From documents to the engagement: the elements of all files together, each id once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from sevenstep.diagnostic import Diagnostic, KeyPath, Place
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Chapter
from sevenstep.model.clock import today
from sevenstep.model.custom.classes import NOTHING, Added, added_by
from sevenstep.model.element import Element
from sevenstep.model.engagement import Engagement
from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.problems import DUPLICATE_ID, UNSAFE_ID
from sevenstep.model.quantity.named_unit import UnitNames, units_named
from sevenstep.model.review import ReviewNote
from sevenstep.model.sections import HEADER_FIELDS, MOST_PROBLEMS, Entry, Sections, sections_of
from sevenstep.model.step7_flows import Flow
from sevenstep.model.values import id_problem, same_id
from sevenstep.source.chapters import is_image
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE, unreadable

_MANY_PROBLEMS: Final = 10_000
"""Once the files have so many problems, only the first one of each further file is kept."""
MAX_ELEMENTS: Final = 20_000
"""Of all files together, the steps of flows with them: as many as are checked in 10 s and 1 GB."""
_FALLBACK: Final = Header(id="engagement", title=Text(zh="未命名项目", en="Unnamed engagement"))


def read_sections(documents: Iterable[Document], previous: Iterable[Sections] = ()) -> tuple[Sections, ...]:
    """The documents as header and elements; documents that were there in the `previous` run are not validated again,
    unless units have other names now, or elements other fields."""
    documents = tuple(documents)
    known = {id(sections.document): sections for sections in previous if not sections.left_out}
    names, added = _said_before(documents, known)
    known = {key: part for key, part in known.items() if part.unit_names == names and part.added == added}
    with units_named(names):
        return tuple(replace(part, unit_names=names) if names else part for part in _read(documents, known, added))


def fields_added(documents: Iterable[Document]) -> Added:
    """The fields that an engagement adds to its elements."""
    return _said_before(documents, {})[1]


def _said_before(documents: Iterable[Document], known: Mapping[int, Sections]) -> tuple[UnitNames, Added]:
    """What the engagement calls units, and the fields that it adds: what its own file says of the engagement itself is
    read before all else."""
    for document in documents:
        if document.name == HEADER_FILE:
            part = known.get(id(document)) or _header_alone(document)
            if part is not None and part.header is not None:
                return part.header.unit_names, added_by(part.header, part.lost, document.data)
    return (), NOTHING


def _header_alone(document: Document) -> Sections | None:
    """The document without its elements; nothing where no unit can be named in it."""
    if not isinstance(document.data, dict) or _elements_in(document) > MAX_ELEMENTS:
        return None
    return sections_of(
        replace(document, data={key: value for key, value in document.data.items() if key not in SECTIONS})
    )


def _read(documents: Iterable[Document], known: Mapping[int, Sections], added: Added) -> Iterator[Sections]:
    problems = elements = 0
    for document in documents:
        most = MOST_PROBLEMS if problems < _MANY_PROBLEMS else 1
        elements += (count := _elements_in(document))
        if count and elements > MAX_ELEMENTS:
            elements -= count
            part = _without_elements(document)
        else:
            part = known.get(id(document)) or sections_of(document, most, added)
        problems += len(part.diagnostics) + sum(len(entry.diagnostics) for entry in part.entries)
        yield part


def _elements_in(document: Document) -> int:
    """How many elements a document holds, the steps of flows with them, before any is looked at: that is what costs."""
    sections = document.data.values() if isinstance(document.data, dict) else ()
    found = [section for section in sections if isinstance(section, dict)]
    steps = (element.get("steps") for section in found for element in section.values() if isinstance(element, dict))
    return sum(map(len, found)) + sum(len(nodes) for nodes in steps if isinstance(nodes, dict))


def _without_elements(document: Document) -> Sections:
    """The document's header alone, and that the rest is not read."""
    data = document.data if isinstance(document.data, dict) else {}
    header = {name: value for name, value in data.items() if name in HEADER_FIELDS}
    part = sections_of(replace(document, data=header, complete=False))
    too_many = unreadable(
        document.name,
        Text(
            zh=f"没有读：项目的要素加起来超过 {MAX_ELEMENTS:,} 个",
            en=f"Not read: the engagement has more than {MAX_ELEMENTS:,} elements",
        ),
        Text(zh="分成几个项目", en="Make several engagements of it"),
    )
    return replace(part, document=document, diagnostics=(*part.diagnostics, too_many), left_out=True)


def build(parts: Iterable[Sections], day: date | None = None) -> tuple[Engagement, list[Diagnostic]]:
    """The engagement that the documents describe, looked at on that day, and what kept parts of them out of it."""
    builder = _Builder()
    for sections in parts:
        builder.take(sections)
    return builder.engagement(day or today()), builder.diagnostics


class _Builder:
    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.header: Header | None = None
        self.elements: dict[str, Element] = {}
        self.places: dict[str, Place] = {}
        self.broken: dict[str, str] = {}
        self.partial: dict[str, tuple[KeyPath, ...]] = {}
        self.lost: tuple[KeyPath, ...] = ()
        self.ids: dict[str, Place] = {}
        self.notes: dict[str, ReviewNote] = {}
        self.note_places: dict[str, Place] = {}
        self.complete = True
        self.chapters: list[Chapter] = []
        self.images: set[str] = set()
        self.added: Added = NOTHING

    def take(self, sections: Sections) -> None:
        self.complete = self.complete and sections.complete
        if self.header is None and sections.header is not None:
            self.header, self.lost = sections.header, sections.lost
        self.added = sections.added
        self.diagnostics.extend(sections.diagnostics)
        if sections.chapter is not None:
            self.chapters.append(sections.chapter)
        if is_image(sections.document.name) and sections.document.complete:
            self.images.add(sections.document.name)
        for entry in sections.entries:
            if self.is_new(entry):
                self.add_entry(entry)
        for note, place in sections.notes:
            self.add_note(note, place)

    def add_note(self, note: ReviewNote, place: Place) -> None:
        if (first := self.note_places.setdefault(note.id, place)) is place:
            self.notes[note.id] = note
        else:
            self.diagnostics.append(_used_twice(note.id, place, first, first.file))

    def add_entry(self, entry: Entry) -> None:
        self.diagnostics.extend(entry.diagnostics)
        if entry.element is None:
            self.broken[entry.id] = entry.kind
            self.broken.update({f"{entry.id}/{name}": "activity" for name in entry.nodes})
            return
        if entry.lost:
            self.partial[entry.id] = entry.lost
            self.broken[entry.id] = entry.kind
        self.add(entry.element, entry.place)
        if isinstance(entry.element, Flow):
            gone = (name for name in entry.nodes if name not in entry.element.steps)
            self.broken.update({f"{entry.id}/{name}": "activity" for name in gone})
            self.add_nodes(entry.element, entry.place)

    def add_nodes(self, flow: Flow, place: Place) -> None:
        for name, node in flow.steps.items():
            here = Place(place.file, (*place.path, "steps", name))
            if problem := id_problem(name):
                remedy = Text(zh="换一个简短的名字，如 review", en="Take a short name, such as review")
                self.diagnostics.append(
                    Diagnostic(UNSAFE_ID, Place(here.file, here.path, on_key=True), problem, remedy)
                )
            else:
                self.add(node, here)

    def add(self, element: Element, place: Place) -> None:
        self.elements[element.id] = element
        self.places[element.id] = place

    def is_new(self, entry: Entry) -> bool:
        first = self.ids.setdefault(same_id(entry.id), entry.place)
        if first is entry.place:
            return True
        where = f"{first.file} ({first.path[0]})"
        self.diagnostics.append(_used_twice(entry.id, entry.place, first, where))
        return False

    def engagement(self, day: date) -> Engagement:
        return Engagement(
            self.header or _FALLBACK,
            self.elements,
            self.places,
            self.broken,
            self.complete,
            day,
            self.notes,
            self.note_places,
            tuple(self.chapters),
            frozenset(self.images),
            partial=self.partial,
            lost=self.lost,
            added=self.added,
        )


def _used_twice(name: str, place: Place, first: Place, where: str) -> Diagnostic:
    return Diagnostic(
        DUPLICATE_ID,
        Place(place.file, place.path, on_key=True),
        Text(zh=f"编号“{name}”已经用过：{where}", en=f"The id “{name}” is used already: {where}"),
        Text(zh="换一个编号", en="Give one of the two another id"),
        also=(Place(first.file, first.path, on_key=True),),
    )
