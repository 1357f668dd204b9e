"""The second stage: the whole engagement, every element checked by its class."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import Field, field_validator

from sevenstep.diagnostic import KeyPath, Place
from sevenstep.language import Language, Text
from sevenstep.model.element import Date, Element, Part, Prose, Title, id_problem
from sevenstep.model.quantity import Unfit

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
    scale: tuple[float, float] = (1.0, 5.0)
    """Lowest and highest score that an item can get on a criterion."""


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


@dataclass(frozen=True, slots=True)
class Engagement:
    """One client's analysis: its header, and all elements that could be read, by id.

    `elements` holds the nodes of the flows too, each after its flow. `places` tells where each element stands.
    `broken` names the elements that are in the files but could not be read: what refers to them is not dangling.
    `complete` is false where a part of the files could not be read at all.
    """

    header: Header
    elements: Mapping[str, Element]
    places: Mapping[str, Place]
    broken: Mapping[str, str]
    complete: bool

    def of(self, cls: type[Some]) -> Iterator[Some]:
        """All elements of one class, in the order they were read."""
        return (element for element in self.elements.values() if isinstance(element, cls))

    def count(self, kind: str) -> int:
        """How many elements of a kind there are."""
        return sum(element.KIND.name == kind for element in self.elements.values())

    def place(self, element: str, path: KeyPath = (), *, on_key: bool = False) -> Place:
        """The place of `path` inside an element; of the element's own key when it is empty."""
        base = self.places[element]
        return Place(base.file, (*base.path, *path), on_key or not path)
