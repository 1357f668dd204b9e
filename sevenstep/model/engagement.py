"""The second stage: the whole engagement, every element checked by its class."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, Field, field_validator, model_validator

from sevenstep.diagnostic import KeyPath, Place, Severity
from sevenstep.language import Language, Text
from sevenstep.model.calendar import Calendar
from sevenstep.model.chapters.chapter import Chapter
from sevenstep.model.dates import as_typed
from sevenstep.model.element import Amount, Date, Element, Part, Prose, Title, Whole, ends_of_scale, id_problem
from sevenstep.model.quantity import Unfit
from sevenstep.model.review import ReviewNote

Some = TypeVar("Some", bound=Element)


class SourceDocument(Part):
    """A document, interview or data set that many elements cite: registered once, named by its key."""

    title: Title
    """What it is called."""
    by: Title | None = None
    """Who wrote, said or published it."""
    date: Date | None = None
    """When."""
    link: str | None = Field(default=None, max_length=500)
    """Where it can be read (https)."""


class Settings(Part):
    """What is decided once for the whole engagement."""

    repository: str | None = Field(default=None, pattern=r"^https://[^\s\"'<>]+$", max_length=300)
    """Address of the folder in a source repository; pages link to the YAML there."""
    scale: Annotated[tuple[float, float], BeforeValidator(ends_of_scale)] = (1.0, 5.0)
    """Lowest and highest score that an item can get on a criterion."""


_Selectors = Annotated[tuple[str, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)]


class FileSettings(Part):
    """What is checked otherwise in some files."""

    ignore: _Selectors = ()
    """Rules that are not checked there."""


class CheckSettings(Part):
    """Which rules are checked, and how bad a breach is.

    A rule is named by its code (``S705``), by the beginning of several codes (``S7``), or by its name.
    """

    select: _Selectors = ()
    """Rules to switch on besides those that are on."""
    ignore: _Selectors = ()
    """Rules to switch off."""
    severity: dict[str, Severity] = {}
    """How bad a breach of a rule is here."""
    files: dict[str, FileSettings] = {}
    """Other settings for some files: a name, a pattern such as ``flows/*.yaml``, or a folder that ends in ``/``."""
    baseline: str | None = Field(default=None, max_length=300)
    """A file beside engagement.yaml with the problems that were known before the model came under check."""


class Threshold(Part):
    """From where on something counts as a finding in this engagement, and why another value than the usual one."""

    value: Amount
    """The value, as a share or a number."""
    reason: Prose
    """Why it is right here."""


class AnalysisSettings(Part):
    """How flows are analysed."""

    seed: Whole = Field(default=7, ge=0, lt=2**32)
    """Where random numbers begin: the same seed gives the same answers."""
    cases: Whole = Field(default=10_000, ge=100, le=1_000_000)
    """How many cases are simulated of a flow whose metrics cannot be had exactly."""
    thresholds: dict[str, Threshold] = {}
    """From where on the rules for findings speak, by the name of the threshold."""


class Term(Part):
    """How a term of the engagement is said; written short, its English."""

    en: str | None = Field(default=None, max_length=200)
    """The one English translation."""
    never: _Selectors = Field(default=(), alias="not")
    """Words, in either language, that must not be used for it."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"en": value} if isinstance(value, str) else value


StepName = Literal["step1", "step2", "step3", "step4", "step5", "step6", "step7"]


class Header(Part):
    """What ``engagement.yaml`` says of the engagement itself."""

    id: str
    """A short name: letters, digits, - _ and dots."""
    title: Title
    """What the engagement is called."""
    client: Title | None = None
    """For whom it is done."""
    description: Prose | None = None
    """What it is about, in Markdown: the first words on the site."""
    narration: Prose | None = None
    """The first words of the guided tour; left out, the description."""
    narrations: dict[StepName, Prose] = {}
    """What is said on the tour of each step; left out, the step's question."""
    languages: tuple[Language, ...] = ("zh", "en")
    """The languages it is written in; the first is shown first."""
    date: Date | None = None
    """Of when it is."""
    version: str | None = Field(default=None, max_length=40)
    """Which version of the model this is."""
    sources: dict[str, SourceDocument] = {}
    """Documents, interviews and data sets cited by many elements."""
    settings: Settings = Settings()
    """What is decided once for all."""
    glossary: dict[str, Term] = {}
    """The terms of the engagement, by their Chinese wording."""
    calendars: dict[str, Calendar] = {}
    """Working hours, by a name of their own."""
    analysis: AnalysisSettings = AnalysisSettings()
    """How flows are analysed."""
    check: CheckSettings = CheckSettings()
    """Which rules are checked, and how bad a breach is."""

    def texts(self) -> Iterator[tuple[KeyPath, Text]]:
        """What it says in words of its own: the titles of documents are those of others."""
        for field in ("title", "client", "description", "narration"):
            said: Text | None = getattr(self, field)
            if said is not None:
                yield (field,), said
        for step, told in self.narrations.items():
            yield ("narrations", step), told

    @field_validator("id")
    @classmethod
    def _safe_id(cls, value: str) -> str:
        if problem := id_problem(value):
            raise Unfit(problem)
        return value

    @field_validator("languages", mode="before")
    @classmethod
    def _some_language(cls, value: Any) -> Any:
        value = [value] if isinstance(value, str) else value
        if isinstance(value, list) and not 0 < len(value) <= 2:
            raise Unfit(Text(zh="至少要有一种语言：zh 或 en", en="Name at least one language: zh or en"))
        return value


@dataclass(frozen=True)
class Engagement:
    """One client's analysis: its header, and all elements that could be read, by id.

    `elements` holds the nodes of the flows too, each after its flow. `places` tells where each element stands.
    `broken` names the elements that are in the files but could not be read: what refers to them is not dangling.
    `complete` is false where a part of the files could not be read at all. `today` is the day it is looked at.
    `notes` are what reviewers said, by id, and `note_places` where that stands.
    `chapters` are the author's own texts, `images` the names of the files that they can show.
    `partial` names the elements that lack values which could not be read, with their key paths (they count as broken
    too); `lost` are those that the header lacks. Nothing is reported that follows from what is not there.
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

    def of(self, cls: type[Some]) -> Iterator[Some]:
        """All elements of one class, in the order they were read."""
        if cls in self._by_class:
            return iter(self._by_class[cls])  # type: ignore[arg-type]
        return (element for element in self.elements.values() if isinstance(element, cls))

    def count(self, kind: str) -> int:
        """How many elements of a kind there are."""
        return sum(len(found) for cls, found in self._by_class.items() if cls.KIND.name == kind)

    @cached_property
    def _by_class(self) -> dict[type[Element], list[Element]]:
        found: dict[type[Element], list[Element]] = {}
        for element in self.elements.values():
            found.setdefault(type(element), []).append(element)
        return found

    def lacks(self, *path: str) -> bool:
        """Whether what stands in the header at that path, or around it, could not be read."""
        return any(path[: len(one)] == one for one in self.lost)

    def is_partial(self, element: str) -> bool:
        """Whether an element, or the flow that a step stands in, lacks values that could not be read."""
        return element in self.partial or element.partition("/")[0] in self.partial

    @property
    def open_notes(self) -> list[ReviewNote]:
        """The notes that wait for an answer."""
        return [note for note in self.live_notes.values() if note.settled is None and note.stance != "agree"]

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
    def live_notes(self) -> Mapping[str, ReviewNote]:
        """The notes that still stand: those that none of the same reviewer behind them replaces."""
        replaced: set[str] = set()
        before: dict[str, Text] = {}
        for note in self.notes.values():
            if note.revises in before and before[note.revises] == note.by:
                replaced.add(note.revises)
            before[note.id] = note.by
        return {key: note for key, note in self.notes.items() if key not in replaced}
