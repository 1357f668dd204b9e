"""What the page of a chapter shows: the author's words, and between them what the model puts there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sevenstep.chain.pictures import picture_meant
from sevenstep.model.chapters.chapter import Mark
from sevenstep.model.chapters.tables import MATRICES, MOST_BLOCKS, RANKING, TABLES
from sevenstep.model.chapters.values import figures_asked
from sevenstep.model.kinds import SECTIONS
from sevenstep.model.step2_indicators import Indicator
from sevenstep.publishing.chapter_links import ChapterRef, leads
from sevenstep.publishing.context import Context
from sevenstep.publishing.pages.cells import figure_cell
from sevenstep.publishing.pages.chapter_text import chapter_text
from sevenstep.publishing.pages.evaluation_view import scores_table
from sevenstep.publishing.pages.matrices import Matrix, matrices
from sevenstep.publishing.pages.step_view import kind_table
from sevenstep.publishing.views import Cell, Fact, Figure, Heading, Html, Ref, Table

_ANCHOR: Final = "placed"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a chapter: words as HTML, or plain, or one thing that the model puts there.

    `anchor` is where a placed thing can be linked to; `again` that of one which stands further up already.
    """

    html: Html | None = None
    words: str = ""
    ref: Ref | None = None
    values: tuple[Fact, ...] = ()
    figure: Figure | None = None
    table: Table | None = None
    matrix: Matrix | None = None
    anchor: str = ""
    again: str = ""


@dataclass(frozen=True, slots=True)
class ChapterView:
    """The page of one chapter; `before` and `after` are the chapters beside it."""

    chapter: ChapterRef
    parts: tuple[Part, ...]
    toc: tuple[Heading, ...]
    before: ChapterRef | None
    after: ChapterRef | None


def chapter_view(context: Context, at: int, root: str) -> ChapterView:
    """Everything that the page of the chapter at that place in the order shows."""
    ref = context.chapters[at]
    text = chapter_text(
        ref.translations.for_language(context.language),
        leads(context.chain.engagement, context.chapters, root),
        _words_in(context),
    )
    return ChapterView(
        chapter=ref,
        parts=tuple(_Parts(context).of(text.pieces)),
        toc=text.toc,
        before=context.chapters[at - 1] if at else None,
        after=context.chapters[at + 1] if at + 1 < len(context.chapters) else None,
    )


def _words_in(context: Context) -> Callable[[Mark], str]:
    """What a mark says in a heading: the title of its element, unless the author has words."""

    def words(mark: Mark) -> str:
        is_named = mark.kind == "link" and not mark.words and mark.name in context.refs
        return context.refs[mark.name].title if is_named else mark.plain

    return words


def chapter_parts(context: Context, at: int, anchor: str) -> tuple[Part, ...]:
    """The chapter as a section of the printed analysis, whose anchors begin with `anchor`."""
    text = chapter_text(
        context.chapters[at].translations.for_language(context.language),
        leads(context.chain.engagement, context.chapters, ""),
        _words_in(context),
        anchor=anchor,
        below=2,
    )
    return tuple(_Parts(context, anchor).of(text.pieces))


def placed(context: Context, pieces: tuple[Html | Mark, ...]) -> tuple[Part, ...]:
    """The pieces of a text that stands nowhere as a chapter, with what the model puts between them."""
    return tuple(_Parts(context).of(pieces))


class _Parts:
    """The pieces of one chapter; remembers what it has placed, for nothing stands on a page twice."""

    def __init__(self, context: Context, anchor: str = _ANCHOR) -> None:
        self.context = context
        self.anchor = anchor
        self.placed: dict[str, Part] = {}

    def of(self, pieces: tuple[Html | Mark, ...]) -> Iterator[Part]:
        for piece in pieces:
            yield Part(html=piece) if isinstance(piece, Html) else self.part(piece)

    def part(self, mark: Mark) -> Part:
        context = self.context
        match mark.kind:
            case "link" if mark.name in context.refs:
                return Part(ref=context.refs[mark.name], words=mark.words)
            case "value":
                return self.value(mark)
            case "picture" if (name := picture_meant(context.chain, mark.name)) in context.figures and name:
                figure = context.figures[name]
                return self.block(mark, name, figure.title, figure=figure)
            case "table" if mark.name in TABLES:
                return self.table(mark)
        return Part(words=mark.plain)

    def value(self, mark: Mark) -> Part:
        element = self.context.chain.elements.get(mark.name)
        found = figures_asked(element, *mark.names[1:3]) if isinstance(element, Indicator) else ()
        if not isinstance(element, Indicator) or not found:
            return Part(words=mark.written)
        facts = []
        for value in found:
            cell = figure_cell(self.context, element, value.figure, element.unit)
            of = f"{cell.text}（{value.date}）" if self.context.language == "zh" else f"{cell.text} ({value.date})"
            label = self.context.words[value.stage]
            facts.append(Fact(label, Cell(text=of if value.date else cell.text, assumed=cell.assumed)))
        return Part(ref=self.context.refs[mark.name], values=tuple(facts))

    def table(self, mark: Mark) -> Part:
        context, name = self.context, mark.name
        if name in MATRICES:
            matrix = next((matrix for matrix in matrices(context) if matrix.name == name), None)
            return self.block(mark, name, matrix.title, matrix=matrix) if matrix else Part(words=mark.written)
        tables = scores_table(context) if name == RANKING else (kind_table(context, SECTIONS[name]),)
        return self.block(mark, name, tables[0].title, table=tables[0]) if tables else Part(words=mark.written)

    def block(
        self,
        mark: Mark,
        name: str,
        title: str,
        *,
        figure: Figure | None = None,
        table: Table | None = None,
        matrix: Matrix | None = None,
    ) -> Part:
        """What stands there for the first time; else, and within a line, its title."""
        key = f"{mark.kind} {name}"
        if key in self.placed:
            return Part(words=title, again=self.placed[key].anchor)
        if not mark.is_block or len(self.placed) >= MOST_BLOCKS:
            return Part(words=title)
        anchor = f"{self.anchor}-{len(self.placed) + 1}"
        part = self.placed[key] = Part(words=title, figure=figure, table=table, matrix=matrix, anchor=anchor)
        return part
