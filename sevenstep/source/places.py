"""From key path to line and column. Lazy: only a file with something to show is read again with its marks."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from sevenstep.diagnostic import Diagnostic, KeyPath, Place, Span
from sevenstep.source.document import Document
from sevenstep.source.reader import events, span_of

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


def locate(text: str, wanted: Collection[KeyPath]) -> dict[KeyPath, KeySpans]:
    """Where the `wanted` key paths stand in `text`, as far as they are there.

    The value's span is that of the scalar, or of the whole collection. Time grows with the text, memory with `wanted`.
    """
    found: dict[KeyPath, KeySpans] = {}
    path: list[str | int | None] = []  # one entry for each open collection: its current key or index
    open_keys: list[Span | None] = []  # the key's span in that collection
    lists: list[bool] = []
    starts: list[Span] = []

    def value_done(span: Span) -> None:
        if not path:
            return
        if None not in path and (here := tuple(path)) in wanted:
            found.setdefault(here, KeySpans(open_keys[-1], span))  # type: ignore[arg-type]
        last = path[-1]
        path[-1] = last + 1 if lists[-1] and isinstance(last, int) else None

    try:
        for event in events(text):
            kind = type(event)
            if kind is yaml.ScalarEvent or kind is yaml.AliasEvent:
                if path and path[-1] is None:
                    path[-1] = event.value if kind is yaml.ScalarEvent else "*"
                    open_keys[-1] = span_of(event)
                else:
                    value_done(span_of(event))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                starts.append(span_of(event))
                lists.append(kind is yaml.SequenceStartEvent)
                path.append(0 if lists[-1] else None)
                open_keys.append(None)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                path.pop()
                open_keys.pop()
                lists.pop()
                start, end = starts.pop(), span_of(event)
                value_done(Span(start.line, start.column, end.end_line, end.end_column))
    except yaml.YAMLError:
        pass  # the reader has reported it; what stands before it is located
    return found


def located(diagnostics: Iterable[Diagnostic], documents: Iterable[Document]) -> list[Located]:
    """The diagnostics with their lines and columns, ordered by file and position."""
    texts = {document.name: document.text for document in documents}
    result = list(diagnostics)
    every = (place for d in result for place in (d.place, *d.also[:MOST_ALSO]))
    spans = _spans((place for place in every if place.span is None), texts)
    placed = [
        Located(d, d.place.span or spans.get(d.place), tuple(place.span or spans.get(place) for place in d.also))
        for d in result
    ]
    return sorted(placed, key=_order)


def spans_of(places: Iterable[Place], documents: Iterable[Document]) -> dict[Place, Span]:
    """Where the places stand, as far as they are in the documents."""
    return _spans(places, {document.name: document.text for document in documents})


def _spans(places: Iterable[Place], texts: Mapping[str, str]) -> dict[Place, Span]:
    by_file: dict[str, list[Place]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place)
    spans: dict[Place, Span] = {}
    for file, wanted in by_file.items():
        paths = {place.path[:length] for place in wanted for length in range(1, len(place.path) + 1)}
        found = locate(texts.get(file, ""), paths)
        for place in wanted:
            if (span := _nearest(place, found)) is not None:
                spans[place] = span
    return spans


def _nearest(place: Place, found: Mapping[KeyPath, KeySpans]) -> Span | None:
    """The span of the place; of its closest ancestor's key where the place itself is not in the file."""
    for length in range(len(place.path), 0, -1):
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
