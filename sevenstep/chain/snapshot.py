"""What a model said when it was published: enough to tell later what has changed, and nothing that must be understood.

The fields of an element are kept as their author wrote them. So a snapshot can be read whatever becomes of the fields.
"""

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final, Literal, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place
from sevenstep.language import Text
from sevenstep.model.chapters.translations import Translations, translations
from sevenstep.model.element import Element
from sevenstep.source.document import Document, Plain
from sevenstep.source.load import MAX_PARTS
from sevenstep.source.reader import MAX_DEPTH

FORMAT: Final = "sevenstep model"
MAX_BYTES: Final = 128 * 1024 * 1024
_LARGEST: Final = 2**63
_OF_STEPS: Final = "steps"
"""A flow's steps are elements themselves: of the flow only their order is kept."""


Wording = Literal["zh", "en", "plain"]


def _shallow(value: Any) -> Any:
    """The value, if it is no deeper than a model can be, and holds no number that cannot be written out."""
    level = [value]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for part in level:
            match part:
                case dict():
                    below.extend(part.values())
                case list():
                    below.extend(part)
                case int() | float() if not (math.isfinite(part) and abs(part) < _LARGEST):
                    raise ValueError("no plain number")
        if not below:
            return value
        level = below
    raise ValueError("too deep")


_Name = Annotated[str, Field(max_length=200)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class ElementSnapshot(_Part):
    """An element as it was: its kind, its titles by language (``plain``: one for both), and the rest of its fields."""

    kind: Annotated[str, Field(max_length=60)]
    title: dict[Wording, Annotated[str, Field(max_length=400)]]
    fields: Annotated[dict[str, Any], AfterValidator(_shallow)]

    @property
    def named(self) -> Text:
        return Text(zh=self.title.get("zh"), en=self.title.get("en"), plain=self.title.get("plain"))


class ChapterSnapshot(_Part):
    """A chapter as it was: its titles by language, and a fingerprint of its words."""

    title: dict[Wording, Annotated[str, Field(max_length=400)]]
    print: _Name

    @property
    def named(self) -> Text:
        return Text(zh=self.title.get("zh"), en=self.title.get("en"), plain=self.title.get("plain"))


class Snapshot(_Part):
    """A model as it was: `previous` is the last one before it that had another version.

    `unread` names the elements that were in the files but could not be read; where whole parts of the files could not,
    the model is not `complete`. Of what was not read nobody can say whether it came or went.
    """

    format: Literal["sevenstep model"] = FORMAT
    id: _Name
    version: _Name | None = None
    date: _Name | None = None
    elements: dict[_Name, ElementSnapshot]
    unread: tuple[_Name, ...] = ()
    complete: bool = True
    chapters: dict[_Name, ChapterSnapshot] | None = None
    """None in what was published before chapters were kept: of those nobody can say whether they came."""
    previous: "Snapshot | None" = None

    @property
    def version_or_date(self) -> str:
        """By what it is told from other states of the model: its version, or its date where it has none."""
        return self.version or self.date or ""


class NotReadable(ValueError):
    """What was given is no snapshot."""


def snapshot_of(chain: Chain, documents: Iterable[Document]) -> Snapshot:
    """The model as it is now. Time grows with its size."""
    engagement = chain.engagement
    header = engagement.header
    written = {document.name: document.data for document in documents}
    places = engagement.places
    elements = {key: _element_snapshot(element, _at(written, places[key])) for key, element in chain.elements.items()}
    return Snapshot.model_construct(
        id=header.id,
        version=header.version,
        date=header.date,
        elements=elements,
        unread=tuple(engagement.broken),
        complete=engagement.complete,
        chapters={chapter.name: _chapter_snapshot(chapter) for chapter in translations(engagement.chapters)},
    )


def _chapter_snapshot(chapter: Translations) -> ChapterSnapshot:
    content = hashlib.sha256()
    titles: dict[Wording, str] = {}
    for language, said in (("zh", chapter.zh), ("en", chapter.en), ("plain", chapter.plain)):
        if said is not None:
            titles[cast(Wording, language)] = said.title[:400] or chapter.name
            content.update(f"{language}\0{said.title}\0{said.marked}\0".encode())
    return ChapterSnapshot.model_construct(title=titles, print=content.hexdigest()[:16])


def _element_snapshot(element: Element, written: Plain) -> ElementSnapshot:
    said = element.title
    titles: dict[Wording, str | None] = {"zh": said.zh, "en": said.en, "plain": said.plain}
    fields = dict(written) if isinstance(written, dict) else {}
    steps = fields.get(_OF_STEPS)
    if isinstance(steps, dict):
        fields[_OF_STEPS] = list(steps)
    fields.pop("title", None)
    title = {language: words for language, words in titles.items() if words is not None}
    return ElementSnapshot.model_construct(kind=element.KIND.name, title=title, fields=fields)


def _at(written: Mapping[str, Plain], place: Place) -> Plain:
    found = written.get(place.file)
    for key in place.path:
        if isinstance(found, dict) and isinstance(key, str):
            found = found.get(key)
        elif isinstance(found, list) and isinstance(key, int) and key < len(found):
            found = found[key]
        else:
            return None
    return found


def to_json(snapshot: Snapshot) -> bytes:
    """The snapshot as a file; the same snapshot gives the same bytes."""
    data = snapshot.model_dump(exclude_none=True)
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def from_json(raw: bytes) -> Snapshot:
    """The snapshot in a file that may come from anywhere; raises NotReadable.

    What is longer, has more parts or is nested deeper than any model is refused, before it can cost memory.
    """
    if len(raw) > MAX_BYTES or sum(raw.count(mark) for mark in (b",", b"[", b"{")) > MAX_PARTS:
        raise NotReadable("too large")
    try:
        return Snapshot.model_validate_json(raw)
    except (ValidationError, RecursionError) as error:
        raise NotReadable(str(error)[:200]) from error
