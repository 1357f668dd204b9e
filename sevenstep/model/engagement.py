"""The second stage: the whole engagement, every element checked by its class."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from functools import cached_property
from typing import TypeVar

from sevenstep.diagnostic import KeyPath, Place
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Chapter
from sevenstep.model.choices import Stance
from sevenstep.model.custom.classes import NOTHING, Added
from sevenstep.model.dates import as_typed, days_of
from sevenstep.model.element import Element
from sevenstep.model.header import Header
from sevenstep.model.review import ReviewNote

Some = TypeVar("Some", bound=Element)


@dataclass(frozen=True)
class Engagement:
    """One client's analysis: its header, and all elements that could be read, by id.

    `elements` holds the nodes of the flows too, each after its flow. `places` tells where each element stands.
    `broken` names the elements that are in the files but could not be read: what refers to them is not dangling.
    `complete` is false where a part of the files could not be read at all. `today` is the day it is looked at.
    `notes` are what reviewers said, by id, and `note_places` where that stands.
    `chapters` are the author's own texts, `images` the names of the files that they can show.
    `partial` names the elements that lack values which could not be read, with their key paths (they count as broken
    too); `lost` are those that the header lacks. Nothing is reported that follows from what is not there. `added` are
    the fields that the engagement adds to its elements.
    """

    header: Header
    elements: Mapping[str, Element]
    places: Mapping[str, Place]
    broken: Mapping[str, str]
    complete: bool
    today: date
    notes: Mapping[str, ReviewNote] = dataclass_field(default_factory=dict)
    note_places: Mapping[str, Place] = dataclass_field(default_factory=dict)
    chapters: tuple[Chapter, ...] = ()
    images: frozenset[str] = frozenset()
    partial: Mapping[str, tuple[KeyPath, ...]] = dataclass_field(default_factory=dict)
    lost: tuple[KeyPath, ...] = ()
    added: Added = NOTHING

    def __repr__(self) -> str:
        return f"<Engagement {self.header.id}: {len(self.elements)} elements>"

    def of(self, cls: type[Some]) -> Iterator[Some]:
        """All elements of one class, in the order they were read."""
        if cls in self._by_class:
            return iter(self._by_class[cls])  # type: ignore[arg-type]
        return (element for element in self.elements.values() if isinstance(element, cls))

    def count(self, cls: type[Element]) -> int:
        """How many elements of one class there are."""
        return len(self._by_class.get(cls, ()))

    def has_read_all(self, *classes: type[Element]) -> bool:
        """Whether every element of these classes that stands in the files could be read."""
        return self.complete and {cls.KIND.name for cls in classes}.isdisjoint(self.broken.values())

    @cached_property
    def _by_class(self) -> dict[type[Element], list[Element]]:
        found: dict[type[Element], list[Element]] = {}
        for element in self.elements.values():
            found.setdefault(element.PLAIN or type(element), []).append(element)
        return found

    def lacks(self, *path: str) -> bool:
        """Whether what stands in the header at that path, or around it, could not be read."""
        return any(path[: len(lost_path)] == lost_path for lost_path in self.lost)

    def is_partial(self, element: str) -> bool:
        """Whether an element, or the flow that a step stands in, lacks values that could not be read."""
        return element in self.partial or element.partition("/")[0] in self.partial

    @property
    def as_of(self) -> date:
        """The day of which the model speaks: the last of its date; where it has none, the day it is looked at."""
        days = days_of(self.header.date) if self.header.date else None
        return days[1] if days else self.today

    @property
    def open_notes(self) -> list[ReviewNote]:
        """The notes that wait for an answer."""
        return [note for note in self.live_notes.values() if note.settled is None and note.stance != Stance.AGREE]

    def is_known(self, element: str) -> bool:
        """Whether a note on `element` has something to be about: an element, or the engagement as a whole."""
        return element in self.elements or element in self.broken or element == self.header.id

    def title_of(self, element: str) -> Text | None:
        """What the element, or the engagement as a whole, is called; None where it is not there."""
        if element in self.elements:
            return self.elements[element].title
        return self.header.title if element == self.header.id else None

    @cached_property
    def notes_on(self) -> Mapping[str, list[ReviewNote]]:
        """The notes that stand, by the element that they are about."""
        found: dict[str, list[ReviewNote]] = {}
        for note in self.live_notes.values():
            found.setdefault(note.element, []).append(note)
        return found

    def place(self, element: str, path: KeyPath = (), *, on_key: bool = False) -> Place:
        """The place of `path` inside an element; of the element's own key when it is empty."""
        base = self.places[element]
        return Place(base.file, (*base.path, *map(as_typed, path)), on_key or not path)

    @cached_property
    def former(self) -> Mapping[str, str]:
        """The elements by the ids that they had before, as far as nothing else has these ids now; a flow that has
        another id now gave its steps other ones, too."""
        found: dict[str, str] = {}
        for element in self.elements.values():
            flow, slash, name = element.id.rpartition("/")
            names = (name, *element.formerly)
            flows = (flow, *self.elements[flow].formerly) if flow in self.elements else (flow,)
            for old in (f"{each}{slash}{one}" for each in flows for one in names):
                if old not in self.elements and old not in self.broken:
                    found.setdefault(old, element.id)
        return found

    @cached_property
    def live_notes(self) -> Mapping[str, ReviewNote]:
        """The notes that still stand: those that none of the same reviewer behind them replaces."""
        replaced: set[str] = set()
        before: dict[str, Text] = {}
        for note in self.notes.values():
            if note.revises in before and before[note.revises] == note.by:
                replaced.add(note.revises)
            before[note.id] = note.by
        return {key: note for key, note in self.notes.items() if key not in replaced}
