"""From key path to line and column. Lazy: only a file with something to show is read again with its marks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import yaml

from sevenstep.diagnostic import Diagnostic, KeyPath, Place, Span
from sevenstep.language import user_language
from sevenstep.source.characters import INVISIBLE
from sevenstep.source.document import Document
from sevenstep.source.fixes import FixedText
from sevenstep.source.lines import LineIndex
from sevenstep.source.reader import MAX_DEPTH, MAX_EVENTS, events, span_of

_SCALARS: Final = frozenset({yaml.ScalarEvent, yaml.AliasEvent})
_STARTS: Final = frozenset({yaml.MappingStartEvent, yaml.SequenceStartEvent})
_ENDS: Final = frozenset({yaml.MappingEndEvent, yaml.SequenceEndEvent})
_NO_KEY: Final = "\0"  # no file can hold this key

MOST_ALSO: Final = 20
"""How many further places of one diagnostic are looked up."""


@dataclass(frozen=True, slots=True)
class KeySpans:
    """Where a key path stands: its last key (None in a list) and its value."""

    key: Span | None
    value: Span


@dataclass(frozen=True, slots=True)
class Located:
    """A diagnostic whose places have become lines and columns (None: the file as a whole).

    `also` has one span for each further place of the diagnostic.
    """

    diagnostic: Diagnostic
    span: Span | None
    also: tuple[Span | None, ...] = ()

    def __repr__(self) -> str:
        found, span = self.diagnostic, self.span
        where = f"{found.place.file}:{span.line}:{span.column}" if span is not None else found.place.file
        return f"<{found.severity.value} {found.rule.code} {where}: {found.message.for_language(user_language())}>"


def locate(text: str, wanted: Collection[KeyPath]) -> dict[KeyPath, KeySpans]:
    """Where the `wanted` key paths stand in `text`, as far as they are there.

    The value's span is that of the scalar, or of the whole collection, which ends where the reading of a broken file
    ends. The empty path stands for the first value of the file. Time grows with the text, memory with `wanted`.
    """
    locator = _Locator(wanted)
    try:
        for event in islice(events(text), MAX_EVENTS):
            locator.take(event)
            if len(locator.path) > MAX_DEPTH:
                break
    except yaml.YAMLError:
        pass  # the reader has reported it; what stands before it is located
    locator.close()
    return locator.found


class _Locator:
    """Follows the parser's events and remembers where the wanted paths stand."""

    def __init__(self, wanted: Collection[KeyPath]) -> None:
        self.wanted = wanted
        self.found: dict[KeyPath, KeySpans] = {}
        self.path: list[str | int | None] = []  # one entry for each open collection: its current key or index
        self.keys: list[Span | None] = []  # the key's span in that collection
        self.starts: list[Span] = []
        self.last = Span(1, 1, 1, 1)

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind in _SCALARS:
            self.last = span_of(event)
            self.begin()
            if self.path and self.path[-1] is None:
                self.key_done(_NO_KEY if kind is yaml.AliasEvent else _key(event), self.last)
            else:
                self.value_done(self.last)
        elif kind in _STARTS:
            self.last = span_of(event)
            self.begin()
            self.starts.append(self.last)
            self.path.append(0 if kind is yaml.SequenceStartEvent else None)
            self.keys.append(None)
        elif kind in _ENDS:
            self.last = span_of(event)
            self.end()

    def begin(self) -> None:
        if not self.path and () in self.wanted:
            self.found.setdefault((), KeySpans(None, self.last))

    def end(self) -> None:
        self.path.pop()
        self.keys.pop()
        start = self.starts.pop()
        if self.path and self.path[-1] is None:  # a list or mapping in place of a key
            self.key_done(_NO_KEY, start)
        else:
            self.value_done(Span(start.line, start.column, self.last.end_line, self.last.end_column))

    def key_done(self, key: str, span: Span) -> None:
        self.path[-1] = key
        self.keys[-1] = span

    def value_done(self, span: Span) -> None:
        if not self.path:
            return
        here = tuple(self.path)
        if here in self.wanted:
            self.found.setdefault(here, KeySpans(self.keys[-1], span))  # type: ignore[arg-type]
        last = self.path[-1]
        self.path[-1] = last + 1 if isinstance(last, int) else None

    def close(self) -> None:
        """Whatever is still open ends where the reading ended."""
        while self.path:
            key = self.keys[-1]
            if key is not None and self.path[-1] is not None:
                self.value_done(key)
            self.end()


def _key(event: Any) -> str:
    """The key as the reader keeps it."""
    value: str = event.value
    return INVISIBLE.sub("", value) if event.style == '"' else value


def located(diagnostics: Iterable[Diagnostic], documents: Iterable[Document]) -> list[Located]:
    """The diagnostics with their lines and columns, ordered by file and position."""
    by_name = {document.name: document for document in documents}
    result = list(diagnostics)
    every = (place for d in result for place in (d.place, *d.also[:MOST_ALSO]))
    spans = _spans((place for place in every if place.span is None), by_name)
    placed = [
        Located(d, d.place.span or spans.get(d.place), tuple(place.span or spans.get(place) for place in d.also))
        for d in result
    ]
    return sorted(placed, key=_order)


def spans_of(places: Iterable[Place], documents: Iterable[Document]) -> dict[Place, Span]:
    """Where the places stand, as far as they are in the documents."""
    return _spans(places, {document.name: document for document in documents})


def _spans(places: Iterable[Place], documents: Mapping[str, Document]) -> dict[Place, Span]:
    by_file: dict[str, list[Place]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place)
    spans: dict[Place, Span] = {}
    for file, wanted in by_file.items():
        paths = {place.path[:length] for place in wanted for length in range(len(place.path) + 1)}
        document = documents.get(file)
        found = locate(document.read_as if document else "", paths)
        back = FixedText(document.fixes) if document and document.fixes else None
        for place in wanted:
            if (span := _nearest(place, found)) is not None:
                if place.within and document is not None:
                    span = _within(document.read_as, span, place.within)
                spans[place] = back.span(span) if back else span
    return spans


def _within(text: str, span: Span, part: str) -> Span:
    """Where the part stands in the stretch of text; the whole stretch where it is written otherwise, or folded."""
    lines = LineIndex(text)
    begin, end = (
        lines.start(line) + column - 1 for line, column in ((span.line, span.column), (span.end_line, span.end_column))
    )
    at = text.find(part, begin, end)
    return span if at < 0 else lines.span(at, at + len(part))


def _nearest(place: Place, found: Mapping[KeyPath, KeySpans]) -> Span | None:
    """The span of the place; of its closest ancestor's key where the place itself is not in the file."""
    for length in range(len(place.path), -1, -1):
        spans = found.get(place.path[:length])
        if spans is not None:
            rest = place.path[length:]
            if rest == (0,):  # a list of one, written as the one
                return spans.value
            wants_key = place.on_key or bool(rest)
            return spans.key if wants_key and spans.key is not None else spans.value
    return None


def _order(located: Located) -> tuple[str, int, int, str]:
    span = located.span
    return (
        located.diagnostic.place.file,
        span.line if span else 0,
        span.column if span else 0,
        located.diagnostic.rule.code,
    )
