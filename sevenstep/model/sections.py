"""One document as header and elements: a pure function of it, so that what has not changed is not validated again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sevenstep.diagnostic import Diagnostic, Edit, KeyPath, Place, RuleInfo
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Chapter
from sevenstep.model.custom.classes import NOTHING, Added, clashes, section_class
from sevenstep.model.custom.lists import words_added
from sevenstep.model.element import Element
from sevenstep.model.field import fields_of
from sevenstep.model.header import Header
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.meant import key_message
from sevenstep.model.names import bare, meant_key
from sevenstep.model.part import Part
from sevenstep.model.problems import MISSING_FIELD, UNKNOWN_FIELD, UNSAFE_ID, WRONG_VALUE
from sevenstep.model.quantity.named_unit import UnitNames
from sevenstep.model.review import SECTION as REVIEWS
from sevenstep.model.review import ReviewNote
from sevenstep.model.suggest import did_you_mean
from sevenstep.model.validation_errors import read_as_meant
from sevenstep.model.values import id_problem
from sevenstep.source.chapters import is_beside, is_chapter
from sevenstep.source.characters import brief
from sevenstep.source.document import Document
from sevenstep.source.files import HEADER_FILE
from sevenstep.source.problems import UNREADABLE_FILE, WRONG_STRUCTURE

MOST_PROBLEMS: Final = 2_000
"""Problems kept from one file: a file with more is broken as a whole."""
_HEADER_LABELS: Final = {field.key: field.label for field in fields_of(Header)}
HEADER_FIELDS: Final = frozenset(_HEADER_LABELS)
_MOST_SUGGESTIONS: Final = 100
"""For how many misspelt sections of a file the nearest name is looked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One id of a section: its element, or what kept it from becoming one. `nodes` are names under its `steps`;
    `lost` are the key paths of values that could not be read and that the element now lacks."""

    id: str
    kind: str
    place: Place
    element: Element | None
    diagnostics: tuple[Diagnostic, ...] = ()
    nodes: tuple[str, ...] = ()
    lost: tuple[KeyPath, ...] = ()


@dataclass(frozen=True, slots=True)
class Sections:
    """What one document says. `complete` is false where a part of it could not be read at all.

    Its elements are `left_out` where there are too many together: not for a reason of its own. Its quantities carry the
    `unit_names` of the engagement.
    """

    document: Document
    header: Header | None
    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]
    complete: bool
    notes: tuple[tuple[ReviewNote, Place], ...] = ()
    chapter: Chapter | None = None
    lost: tuple[KeyPath, ...] = ()
    left_out: bool = False
    unit_names: UnitNames = ()
    added: Added = NOTHING

    def __repr__(self) -> str:
        return f"<Sections of {self.document.name}: {len(self.entries)} entries>"


def sections_of(document: Document, most: int = MOST_PROBLEMS, added: Added = NOTHING) -> Sections:
    """Validate every element of the document by its class, with what the engagement has `added` to it; a file with more
    than `most` problems is left there."""
    if is_beside(document.name):  # whatever is wrong with it, the model is complete without it
        return Sections(document, None, (), (), complete=True, chapter=_chapter(document))
    reader = _Reader(document, most, added)
    with words_added(added.words):
        reader.read()
    found = tuple(reader.entries), tuple(reader.diagnostics), reader.complete, tuple(reader.notes)
    return Sections(document, reader.header, *found, lost=reader.lost, added=added)


def _chapter(document: Document) -> Chapter | None:
    from sevenstep.model.chapters.parse import parse  # the library for Markdown: most engagements never need it

    return parse(document) if is_chapter(document.name) and document.complete else None


class _Reader:
    def __init__(self, document: Document, most: int, added: Added) -> None:
        self.document = document
        self.added = added
        self.most = most
        self.found = 0
        self.file = document.name
        self.header: Header | None = None
        self.lost: tuple[KeyPath, ...] = ()
        self.entries: list[Entry] = []
        self.diagnostics: list[Diagnostic] = []
        self.notes: list[tuple[ReviewNote, Place]] = []
        self.complete = document.complete

    def read(self) -> None:
        is_header = self.file == HEADER_FILE
        data = self.document.data
        if data is None:
            if not (is_header and self.document.complete):
                return
            data = {}
        if not isinstance(data, dict):
            self.report(
                WRONG_STRUCTURE,
                Place(self.file),
                Text(zh="文件的内容不是“节: 内容”的映射", en="The file is not a mapping of sections"),
                Text(
                    zh="以节名开头，如 goals:，下面每行一个“编号: …”",
                    en="Begin with a section, such as goals:, and below it one “id: …” an element",
                ),
            )
            return
        meant = self.meant(data, is_header)
        for section, meaning in meant.items():
            self.misnamed(section, meaning)
        if is_header:
            written = {meant.get(name, name): name for name in data if meant.get(name, name) in HEADER_FIELDS}
            fields = {name: data[key] for name, key in written.items()}
            header, found, self.lost = self.validated(Header, fields, Place(self.file))
            self.diagnostics.extend(_as_written(diagnostic, written) for diagnostic in found)
            self.header = header if isinstance(header, Header) else None
            self.diagnostics.extend(_clashing(self.header, written))
        for section, content in data.items():
            if self.has_too_many():
                return
            meaning = meant.get(section, section)
            if meaning in SECTIONS or meaning == REVIEWS:
                self.read_section(section, meaning, content)
            elif not (is_header and meaning in HEADER_FIELDS):
                self.unknown_section(section, is_header)

    def meant(self, data: dict[str, Any], is_header: bool) -> dict[str, str]:
        """The sections that are named otherwise, and which of those that there are can only be meant."""
        known = _known(is_header)
        strange = [name for name in data if name not in known and name not in HEADER_FIELDS][:_MOST_SUGGESTIONS]
        found: dict[str, str] = {}
        for section in strange:
            labels = _HEADER_LABELS if is_header else {}
            if (meaning := meant_key(section, known, (*data, *found.values()), labels)) is not None:
                found[section] = meaning
        return found

    def misnamed(self, section: str, meaning: str) -> None:
        place = Place(self.file, (section,), on_key=True)
        message, remedy = key_message(section, meaning)
        near = did_you_mean(section, [meaning])
        if near is not None and bare(section) != bare(meaning):
            name = brief(section)
            message, remedy = Text(zh=f"没有“{name}”这一节", en=f"There is no section “{name}”"), near
        self.diagnostics.append(Diagnostic(UNKNOWN_FIELD, place, message, remedy, edits=(Edit(place, meaning),)))

    def has_too_many(self) -> bool:
        """Whether the file has more problems than are kept; the last one says so."""
        if self.found + len(self.diagnostics) <= self.most:
            return False
        if self.complete or not self.document.complete:
            self.report(
                UNREADABLE_FILE,
                Place(self.file),
                Text(
                    zh=f"文件里的问题超过 {self.most:,} 个，其余部分没有检查",
                    en=f"More than {self.most:,} problems in this file: the rest of it is not looked at",
                ),
                Text(zh="先改正已列出的问题", en="Correct those that are listed first"),
            )
        self.complete = False
        return True

    def unknown_section(self, section: str, is_header: bool) -> None:
        place = Place(self.file, (section,), on_key=True)
        if section in HEADER_FIELDS:
            self.report(
                WRONG_STRUCTURE,
                place,
                Text(
                    zh=f"“{section}”只能写在 {HEADER_FILE} 里",
                    en=f"“{section}” belongs into {HEADER_FILE}",
                ),
                Text(zh="移到那里", en="Move it there"),
            )
            return
        if section[:1] in {"\u3000", "\u00a0"}:
            self.report(
                UNKNOWN_FIELD,
                place,
                Text(
                    zh="这一行用全角空格或不换行空格缩进，成了新的一节",
                    en="This line is indented with full-width or no-break spaces, which makes it a section of its own",
                ),
                Text(zh="改用普通空格", en="Use plain spaces"),
            )
            return
        known = _known(is_header)
        listed = ", ".join(known)
        few = len(self.diagnostics) < _MOST_SUGGESTIONS
        name = brief(section)
        self.report(
            UNKNOWN_FIELD,
            place,
            Text(zh=f"没有“{name}”这一节", en=f"There is no section “{name}”"),
            (did_you_mean(section, known) if few else None) or Text(zh=f"可用的节：{listed}", en=f"Sections: {listed}"),
        )

    def read_section(self, section: str, meaning: str, content: Any) -> None:
        """Read the elements of a section; `section` is how it is written, `meaning` which one it is."""
        if content is None:
            return
        if not isinstance(content, dict):
            self.report(
                WRONG_STRUCTURE,
                Place(self.file, (section,), on_key=True),
                Text(
                    zh=f"“{section}”下面应是“编号: 要素”",
                    en=f"“{section}” must hold ids with their elements",
                ),
                Text(
                    zh="每个要素写成“编号:”，字段缩进写在下面，不用“- ”",
                    en="Write each element as “id:” with its fields indented below, without “- ”",
                ),
            )
            return
        for element_id, data in content.items():
            if self.has_too_many():
                return
            place = Place(self.file, (section, element_id))
            if problem := id_problem(element_id):
                self.report(UNSAFE_ID, _key(place), problem, _SHORT_ID)
                self.complete = False  # what refers to it is not wrong as well
            elif meaning == REVIEWS:
                self.note(element_id, data, place)
            else:
                entry = self.entry(section_class(meaning, self.added), element_id, data, place)
                self.found += len(entry.diagnostics)
                self.entries.append(entry)

    def note(self, note_id: str, data: Any, place: Place) -> None:
        if isinstance(data, dict) and "id" not in data:
            note, mistakes, lost = self.validated(ReviewNote, {**data, "id": note_id}, place)
            self.diagnostics.extend(mistakes)
            if isinstance(note, ReviewNote) and not lost:
                self.notes.append((note, place))
        elif isinstance(data, dict):
            self.diagnostics.append(_id_inside(place, ("id",)))
        elif self.document.complete:
            self.report(
                MISSING_FIELD if data is None else WRONG_VALUE,
                _key(place),
                Text(zh=f"评审意见“{note_id}”没有字段", en=f"The review note “{note_id}” has no fields"),
                Text(zh="至少写上 element、stance 和 by", en="Give it at least element, stance and by"),
            )

    def entry(self, cls: type[Element], element_id: str, data: Any, place: Place) -> Entry:
        kind = cls.KIND.name
        if not isinstance(data, dict):
            # What stood there may have been refused or cut off, and has been reported.
            found = [_without_fields(cls, element_id, data, place)] if self.document.complete else []
            return Entry(element_id, kind, place, None, tuple(found))
        if self.document.cut[: len(place.path)] == place.path:  # half of it was read: nothing is said of that
            return Entry(element_id, kind, place, None, (), _nodes(data))
        if written := tuple(_ids_inside(data, place)):
            return Entry(element_id, kind, place, None, written, _nodes(data))
        known = {key: value for key, value in data.items() if key not in self.added.unread}
        element, mistakes, lost = self.validated(cls, {**known, "id": element_id}, place)
        # Of an element whose own field is named otherwise nothing is said but that: what follows would be guesswork.
        own = len(place.path) + 1
        misnamed = any(
            mistake.rule is UNKNOWN_FIELD and mistake.edits and len(mistake.place.path) == own for mistake in mistakes
        )
        read = element if isinstance(element, Element) and not misnamed else None
        # Of a sound element nobody asks what its steps were called in the file.
        return Entry(element_id, kind, place, read, mistakes, _nodes(data) if mistakes or read is None else (), lost)

    def validated(
        self, cls: type[Part], data: dict[str, Any], place: Place
    ) -> tuple[Part | None, tuple[Diagnostic, ...], tuple[KeyPath, ...]]:
        """The part as far as it can be read, what is wrong with it, and what it lacks therefore."""
        part, found, lost = read_as_meant(cls, data, place)
        if not self.document.complete:  # what is missing may stand in the part that could not be read
            found = [diagnostic for diagnostic in found if diagnostic.rule is not MISSING_FIELD]
        return part, tuple(found), lost

    def report(self, rule: RuleInfo, place: Place, message: Text, remedy: Text | None) -> None:
        self.diagnostics.append(Diagnostic(rule, place, message, remedy))


def _nodes(data: dict[str, Any]) -> tuple[str, ...]:
    """The names under the element's `steps`, however that key is written."""
    steps = next((data[key] for key in data if key == "steps" or meant_key(key, ("steps",)) is not None), None)
    return tuple(steps) if isinstance(steps, dict) else ()


_SHORT_ID: Final = Text(
    zh="换一个简短的编号，如 G1 或 clearance-time",
    en="Take a short id, such as G1 or clearance-time",
)


def _known(is_header: bool) -> list[str]:
    return [*SECTIONS, REVIEWS, *(sorted(HEADER_FIELDS) if is_header else ())]


def _as_written(diagnostic: Diagnostic, written: dict[str, str]) -> Diagnostic:
    """The diagnostic with its places under the keys that stand in the file."""

    def back(place: Place) -> Place:
        return (
            replace(place, path=(written.get(str(place.path[0]), place.path[0]), *place.path[1:]))
            if place.path
            else place
        )

    return replace(
        diagnostic,
        place=back(diagnostic.place),
        edits=tuple(Edit(back(edit.place), edit.new) for edit in diagnostic.edits),
    )


def _clashing(header: Header | None, written: Mapping[str, str]) -> Iterator[Diagnostic]:
    """The fields that an engagement adds under a name that is taken."""
    for name, kind in clashes(header.fields) if header is not None and header.fields else ():
        yield Diagnostic(
            WRONG_VALUE,
            Place(HEADER_FILE, (written.get("fields", "fields"), name), on_key=True),
            Text(zh=f"{kind} 已经有“{name}”", en=f"{kind} has “{name}” already"),
            Text(zh="换一个字段名", en="Take another name"),
        )


def _key(place: Place) -> Place:
    return Place(place.file, place.path, on_key=True)


def _without_fields(cls: type[Element], element_id: str, data: Any, place: Place) -> Diagnostic:
    if isinstance(data, str) and "：" in data:
        return Diagnostic(
            WRONG_VALUE,
            place,
            Text(
                zh=f"“{element_id}”下面的字段用了全角冒号“：”，成了一段文字",
                en=f"The fields of “{element_id}” have full-width colons “：”, which makes them one text",
            ),
            Text(zh="键后面用半角冒号加一个空格：“: ”", en="After a key, write a plain colon and a space: “: ”"),
        )
    return Diagnostic(
        MISSING_FIELD if data is None else WRONG_VALUE,
        _key(place),
        Text(
            zh=f"{cls.KIND.title.for_language('zh')}“{element_id}”没有字段",
            en=f"{cls.KIND.title.for_language('en')} “{element_id}” has no fields",
        ),
        Text(zh="至少写上 title: …", en="Give it a title at least: title: …"),
    )


def _ids_inside(data: dict[str, Any], place: Place) -> Iterator[Diagnostic]:
    """An id written inside an element, or inside a node: the key is the id."""
    if "id" in data:
        yield _id_inside(place, ("id",), is_same=data["id"] == place.path[-1])
    steps = data.get("steps")
    for name, node in steps.items() if isinstance(steps, dict) else ():
        if isinstance(node, dict) and "id" in node:
            yield _id_inside(place, ("steps", name, "id"), is_same=node["id"] == name)


def _id_inside(place: Place, path: tuple[str, ...], *, is_same: bool = False) -> Diagnostic:
    where = Place(place.file, (*place.path, *path))
    return Diagnostic(
        UNKNOWN_FIELD,
        Place(place.file, (*place.path, *path), on_key=True),
        Text(zh="要素里不写 id", en="An id is not written inside an element"),
        Text(zh="编号就是它的键，删掉这一行", en="Its key is its id: delete this line"),
        edits=(Edit(where, None),) if is_same else (),
    )
