"""What may be typed at the cursor: keys, ids, fixed words, units, sources, each with what people call it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from pydantic import BaseModel

from sevenstep.language import Language, Text
from sevenstep.lsp.as_text import as_text
from sevenstep.lsp.chapters import MarkOffer, open_mark
from sevenstep.lsp.cursor import Cursor, Role, cursor_at
from sevenstep.lsp.matching import rank
from sevenstep.lsp.open_engagement import OpenEngagement
from sevenstep.lsp.slots import Slot, kinds_of, label_of, slots_at
from sevenstep.lsp.units import units_of
from sevenstep.method import stage
from sevenstep.model.element import Element
from sevenstep.model.field import ModelField, fields_of
from sevenstep.model.header import Header
from sevenstep.model.kinds import KINDS, SECTIONS
from sevenstep.model.relation import Relation
from sevenstep.model.source import Source
from sevenstep.model.type_words import type_in_words
from sevenstep.model.values import CalendarName
from sevenstep.source.chapters import is_chapter
from sevenstep.source.files import HEADER_FILE
from sevenstep.source.lines import LineIndex

MOST: Final = 200
"""How many offers are made at once: who types on gets others."""
_NUMBER_AND_UNIT: Final = re.compile(
    r"(?P<number>[~≈约]?\s*[\d.,]+(?:\s*(?:\.\.|±|至|-)\s*[\d.,]+)?)(?P<blank>\s*)(?P<unit>\D*)$"
)


class OfferKind(StrEnum):
    """What is offered."""

    SECTION = "section"
    FIELD = "field"
    ELEMENT = "element"
    WORD = "word"
    UNIT = "unit"
    SOURCE = "source"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may stand at the cursor: what is inserted from `start` to `end` (offsets), what it is called and
    what it says. In an insert of a `snippet`, ``$1`` is where the person goes on typing."""

    name: str
    insert: str
    kind: OfferKind
    title: str
    about: str
    start: int
    end: int
    snippet: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: str
    kind: OfferKind
    names: tuple[str, ...]
    title: Text
    about: Text
    insert: str = ""
    snippet: bool = False


def offers(engagement: OpenEngagement, file: str, text: str, line: int, column: int, language: Language) -> list[Offer]:
    """What may stand there, the likeliest first."""
    if is_chapter(file):
        return _in_chapter(engagement, text, line, column, language)
    cursor = cursor_at(text, LineIndex(text).start(line) + column - 1)
    if cursor.role is Role.TEXT:
        return []
    asked = _Asked(engagement, file, cursor, language)
    once = {candidate.name: candidate for candidate in reversed(list(asked.candidates()))}
    best = _best(asked.word, list(reversed(once.values())))
    return [asked.offer(candidate) for candidate in best]


def _best(word: str, candidates: list[_Candidate]) -> list[_Candidate]:
    """What the word may mean, the likeliest first, and else in the order given."""
    ranked = ((rank(word, candidate.names), order, candidate) for order, candidate in enumerate(candidates))
    found = [(how, order, candidate) for how, order, candidate in ranked if how is not None]
    return [candidate for _, _, candidate in sorted(found, key=lambda one: one[:2])[:MOST]]


def _in_chapter(engagement: OpenEngagement, text: str, line: int, column: int, language: Language) -> list[Offer]:
    """What may stand in a mark of a chapter."""
    offset = LineIndex(text).start(line) + column - 1
    before = text[LineIndex(text).start(line) : offset]
    mark = open_mark(engagement.checked.chain, before) if engagement.checked is not None else None
    if mark is None:
        return []
    rest = re.compile(r"[\w.\-/]*").match(text, offset)
    end = rest.end() if rest is not None else offset
    candidates = [_of_mark(one, text.startswith(one.behind, end)) for one in mark.offers]
    start = offset - len(mark.word)
    return [
        Offer(
            one.name,
            one.insert,
            one.kind,
            one.title.for_language(language),
            one.about.for_language(language),
            start,
            end,
        )
        for one in _best(mark.word, candidates)
    ]


def _of_mark(offer: MarkOffer, is_closed: bool) -> _Candidate:
    names = (offer.name, *_said(offer.title))
    about = Text(plain="")
    if offer.element is not None:
        about = _and_step(offer.element.KIND.title, offer.element.KIND.step)
    kind = OfferKind.ELEMENT if offer.element is not None else OfferKind.WORD
    return _Candidate(offer.name, kind, names, offer.title, about, offer.name + ("" if is_closed else offer.behind))


class _Asked:
    def __init__(self, engagement: OpenEngagement, file: str, cursor: Cursor, language: Language) -> None:
        self.engagement, self.file, self.cursor, self.language = engagement, file, cursor, language
        self.chain = engagement.checked.chain if engagement.checked is not None else None
        self.word, self.start = cursor.word, cursor.start
        self.slots = slots_at(file, cursor.path, engagement.added)
        is_number = cursor.role is Role.VALUE and any(slot.is_number for slot in self.slots)
        if is_number and (found := _NUMBER_AND_UNIT.match(cursor.word)):
            self.word = found["unit"]
            self.start = cursor.start + found.start("unit")

    def offer(self, candidate: _Candidate) -> Offer:
        insert = candidate.insert or candidate.name
        return Offer(
            candidate.name,
            insert,
            candidate.kind,
            candidate.title.for_language(self.language),
            candidate.about.for_language(self.language),
            self.start,
            max(self.cursor.end, self.start),
            candidate.snippet,
        )

    def candidates(self) -> Iterator[_Candidate]:
        if self.cursor.role is Role.KEY:
            yield from self.keys()
        else:
            yield from self.values()

    # -- keys ------------------------------------------------------------------------

    def keys(self) -> Iterator[_Candidate]:
        if not self.cursor.path:
            yield from self.top_keys()
            return
        seen: set[str] = set(self.cursor.present)
        for slot in self.slots:
            for cls in slot.classes:
                yield from self.fields(cls, seen)
            for word in slot.key_words:
                if word not in seen:
                    seen.add(word)
                    yield self.of_word(slot, word, f"{word}: ")
            if slot.relation is not None and slot.takes_keys:
                yield from (one for one in self.elements(slot.relation, colon=True) if one.name not in seen)
            if slot.section is None and slot.field is not None and slot.field.key == "accepted":
                yield from self.rules(seen)

    def top_keys(self) -> Iterator[_Candidate]:
        if self.file == HEADER_FILE:
            yield from self.fields(Header, set(self.cursor.present))
        for name, cls in SECTIONS.items():
            if name not in self.cursor.present:
                kind = cls.KIND
                names = (
                    name,
                    kind.titles.for_language("zh"),
                    kind.titles.for_language("en"),
                    kind.title.for_language("zh"),
                )
                insert = name if self.cursor.has_colon else f"{name}:\n  $0"
                yield _Candidate(
                    name, OfferKind.SECTION, names, _and_step(kind.titles, kind.step), cls.EXPLANATION, insert,
                    snippet=not self.cursor.has_colon,
                )  # fmt: skip

    def fields(self, cls: type[BaseModel], seen: set[str]) -> Iterator[_Candidate]:
        of_element = issubclass(cls, Element)
        found = [one for one in fields_of(cls) if one.key not in seen and not (of_element and one.name == "id")]
        for field in sorted(found, key=lambda one: (not one.required, not one.declared.expected)):
            seen.add(field.key)
            yield self.of_field(field)

    def of_field(self, field: ModelField) -> _Candidate:
        names = (field.key, field.label.for_language("zh"), field.label.for_language("en"))
        insert = field.key if self.cursor.has_colon else f"{field.key}: "
        return _Candidate(field.key, OfferKind.FIELD, names, _label(field), _about(field), insert)

    def rules(self, seen: set[str]) -> Iterator[_Candidate]:
        """The rules that the element breaks, each of which may be accepted."""
        checked = self.engagement.checked
        element = str(self.cursor.path[1]) if len(self.cursor.path) > 1 else ""
        if checked is None:
            return
        for problem in checked.found:
            rule = problem.rule
            if problem.element == element and rule.code not in seen:
                seen.add(rule.code)
                yield _Candidate(
                    rule.code, OfferKind.WORD, (rule.code, rule.name), rule.title, problem.message, f"{rule.code}: "
                )

    # -- values ----------------------------------------------------------------------

    def values(self) -> Iterator[_Candidate]:
        seen: set[str] = set()
        for slot in self.slots:
            for word in slot.words:
                if word not in seen:
                    seen.add(word)
                    yield self.of_word(
                        slot, word, '"true"' if word == "true" else '"false"' if word == "false" else word
                    )
            if slot.relation is not None:
                yield from self.elements(slot.relation, colon=False)
            if slot.is_number and self.word is not self.cursor.word:
                yield from self.units()
            yield from self.named(slot)
            if self.cursor.bare:
                for cls in slot.classes:
                    yield from self.fields(cls, seen)
            if any(one is Text for one in _plain_types(slot)) and not self.cursor.word:
                yield self.both_languages()

    def both_languages(self) -> _Candidate:
        said = Text(zh="两种语言的文字", en="a text in both languages")
        return _Candidate(
            "{zh: …, en: …}", OfferKind.TEXT, ("",), said, Text(plain=""), "{zh: $1, en: $2}", snippet=True
        )

    def named(self, slot: Slot) -> Iterator[_Candidate]:
        """What the header names: documents that are sources, calendars."""
        if self.chain is None:
            return
        header = self.chain.engagement.header
        types = list(_plain_types(slot))
        if Source in types:
            for key, document in header.sources.items():
                yield _Candidate(key, OfferKind.SOURCE, (key, *_said(document.title)), document.title, Text(plain=""))
        if CalendarName in types:
            for key in header.calendars:
                yield _Candidate(key, OfferKind.WORD, (key,), Text(zh="日历", en="calendar"), Text(plain=""))

    def units(self) -> Iterator[_Candidate]:
        blank = "" if self.cursor.word[: len(self.cursor.word) - len(self.word)].endswith(" ") else " "
        for unit in units_of(self.engagement):
            yield _Candidate(unit, OfferKind.UNIT, (unit,), Text(zh="单位", en="unit"), Text(plain=""), blank + unit)

    # -- elements --------------------------------------------------------------------

    def elements(self, relation: Relation, *, colon: bool) -> Iterator[_Candidate]:
        """The elements that the relation may point to."""
        if self.chain is None:
            return
        behind = ": " if colon and not self.cursor.has_colon else ""
        if relation.local:
            yield from self.steps(behind)
            return
        own = str(self.cursor.path[1]) if len(self.cursor.path) > 1 else ""
        for key, element in self.chain.elements.items():
            if key != own and (element.KIND.name in relation.to or (not relation.to and "/" not in key)):
                yield self.of_element(element, key, behind)
        for key, kind in self.chain.engagement.broken.items():  # they can be named while something of them is wrong
            if key != own and key not in self.chain.elements and (kind in relation.to or not relation.to):
                said = _and_step(KINDS[kind].KIND.title, KINDS[kind].KIND.step)
                yield _Candidate(key, OfferKind.ELEMENT, (key,), Text(plain=""), said, f"{key}{behind}")

    def steps(self, behind: str) -> Iterator[_Candidate]:
        """The steps of the flow in which the cursor stands, those included that are in the file only."""
        flow, own = (str(part) for part in ((*self.cursor.path, "", "", "", "")[1:4:2]))
        known = self.chain.elements if self.chain is not None else {}
        names = [key.rpartition("/")[2] for key in known if key.startswith(f"{flow}/")]
        document = self.engagement.document(self.file)
        data: Any = document.data if document is not None else None
        for part in self.cursor.path[:3]:
            data = data.get(part) if isinstance(data, dict) else None
        names += data if isinstance(data, dict) else ()
        for name in dict.fromkeys(names):
            if name == own:
                continue
            if (element := known.get(f"{flow}/{name}")) is not None:
                yield self.of_element(element, name, behind)
            else:
                yield _Candidate(name, OfferKind.ELEMENT, (name,), Text(plain=""), Text(plain=""), f"{name}{behind}")

    def of_element(self, element: Element, name: str, behind: str) -> _Candidate:
        names = (name, *_said(element.title))
        title = element.title.for_language(self.language)
        kind = _and_step(element.KIND.title, element.KIND.step).for_language(self.language)
        about = "\n\n".join([kind, *map(as_text, _said(element.title))])
        return _Candidate(name, OfferKind.ELEMENT, names, Text(plain=title), Text(plain=about), f"{name}{behind}")

    def of_word(self, slot: Slot, word: str, insert: str) -> _Candidate:
        label = label_of(slot, word) or _LANGUAGES.get(word) or Text(plain="")
        return _Candidate(word, OfferKind.WORD, (word, *_said(label)), label, Text(plain=""), insert)


_LANGUAGES: Final = {"zh": Text(zh="中文", en="Chinese"), "en": Text(zh="英文", en="English")}


def _plain_types(slot: Slot) -> Iterable[Any]:
    return kinds_of(slot.type) if slot.type is not None else ()


def _said(text: Text) -> tuple[str, ...]:
    """A text in every language that it is said in."""
    return tuple(dict.fromkeys(text.for_language(language) for language in ("zh", "en")))


def _and_step(title: Text, step: int) -> Text:
    name = stage(step).name
    return Text(
        zh=f"{title.for_language('zh')} · {name.for_language('zh')}",
        en=f"{title.for_language('en')} · {name.for_language('en')}",
    )


def _label(field: ModelField) -> Text:
    if not field.required:
        return field.label
    return Text(zh=f"{field.label.for_language('zh')}（必填）", en=f"{field.label.for_language('en')} (required)")


def _about(field: ModelField) -> Text:
    """What a field says, how it is written, an example."""
    words = type_in_words(field)
    example = field.declared.example

    def said(language: Language, word: str) -> str:
        explanation = field.declared.explanation.for_language(language)
        return f"{explanation}\n\n*{words.for_language(language)}*\n\n{word} `{field.key}: {example}`"

    return Text(zh=said("zh", "例："), en=said("en", "For example:"))
