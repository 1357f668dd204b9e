"""Where the ids of elements stand in a file: where one is defined, and where others name it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sevenstep.chain.graph import STEP_OF, Chain
from sevenstep.diagnostic import Place, Span
from sevenstep.model.links import Link
from sevenstep.source.chapters import is_chapter
from sevenstep.source.document import Document
from sevenstep.source.lines import lines_of
from sevenstep.source.places import spans_of


@dataclass(frozen=True, slots=True)
class Mention:
    """An id where it stands: the element that it names, and the link by which; none where the element is defined, or
    where a chapter tells of it."""

    span: Span
    element: str
    link: Link | None = None
    by_chapter: bool = False

    @property
    def is_definition(self) -> bool:
        """Whether the element is defined here."""
        return self.link is None and not self.by_chapter


class Mentions:
    """The ids in the files of one chain, file by file as they are asked for."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        self._by_file: dict[str, list[str]] = {}
        for key in chain.elements:
            self._by_file.setdefault(chain.engagement.places[key].file, []).append(key)
        self._known: dict[str, tuple[Document, list[Mention]]] = {}

    def of(self, document: Document) -> list[Mention]:
        """The ids in a file, as they stand in it now, from its beginning to its end."""
        known = self._known.get(document.name)
        if known is None or known[0] is not document:
            known = document, sorted(self._found(document), key=lambda mention: _start(mention.span))
            self._known[document.name] = known
        return known[1]

    def at(self, document: Document, line: int, column: int) -> Mention | None:
        """The id that stands there."""
        for mention in self.of(document):
            span = mention.span
            if span.line == line == span.end_line and span.column <= column <= span.end_column:
                return mention
        return None

    def files_with(self, element: str) -> set[str]:
        """The files in which an element is named or defined."""
        places = self.chain.engagement.places
        holders = (link.source for link in self.chain.incoming.get(element, ()) if link.relation is not STEP_OF)
        chapters = (
            chapter.file
            for chapter in self.chain.engagement.chapters
            if any(element in (mark.name, mark.name.rpartition("/")[2]) for mark in chapter.marks)
        )
        return {*(places[key].file for key in (element, *holders) if key in places), *chapters}

    def _found(self, document: Document) -> Iterator[Mention]:
        if is_chapter(document.name):
            yield from self._in_chapter(document)
            return
        wanted = list(self._wanted(document.name))
        spans = spans_of((place for place, _, _ in wanted), [document])
        lines = lines_of(document.text)
        for place, element, link in wanted:
            span = spans.get(place)
            if span is None or span.line != span.end_line or span.line > len(lines):
                continue
            name = element.rpartition("/")[2] if link is None or link.relation.local else element
            at = lines[span.line - 1].find(name, span.column - 1, span.end_column - 1)
            if at >= 0:  # what stands there is the id, maybe in quotes; else it is said otherwise, or not any more
                yield Mention(Span(span.line, at + 1, span.line, at + 1 + len(name)), element, link)

    def _in_chapter(self, document: Document) -> Iterator[Mention]:
        from sevenstep.model.chapters.parse import parse  # the library for Markdown: most engagements never need it

        lines = lines_of(document.text)
        for mark in parse(document).marks:
            key = mark.name.rpartition("/")[2] if mark.kind == "picture" else mark.name
            at = lines[mark.span.line - 1].find(key, mark.span.column - 1) if key in self.chain.elements else -1
            if at >= 0:
                yield Mention(Span(mark.span.line, at + 1, mark.span.line, at + 1 + len(key)), key, by_chapter=True)

    def _wanted(self, file: str) -> Iterator[tuple[Place, str, Link | None]]:
        engagement = self.chain.engagement
        for key in self._by_file.get(file, ()):
            yield engagement.place(key), key, None
            for link in self.chain.written.get(key, ()):
                if link.relation is STEP_OF or not link.path:
                    continue
                yield engagement.place(key, link.path, on_key=link.on_key), link.target, link


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column
