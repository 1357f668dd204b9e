"""What is said at a stop, in Markdown: elements that it mentions are links, figures come from the model."""

from sevenstep.language import Text
from sevenstep.model.chapters.parse import parse
from sevenstep.publishing.context import Context, other
from sevenstep.publishing.pages.chapter_text import chapter_text
from sevenstep.publishing.pages.chapter_view import Part as Piece
from sevenstep.publishing.pages.chapter_view import placed
from sevenstep.publishing.views import Html
from sevenstep.source.document import Document


def narrated(context: Context, text: Text | None) -> tuple[Piece, ...]:
    """The narration in the language of the pages, marked where it is only there in the other one; none without any."""
    if text is None or not (said := text.for_language(context.language).strip()):
        return ()
    chapter = parse(Document("", said, None, True))
    pieces = placed(context, chapter_text(chapter, lambda _address: "", anchor="n", below=3).pieces)
    if not text.lacks(context.language):
        return pieces
    lang = other(context.language)
    return (Piece(html=Html(f'<div lang="{lang}">')), *pieces, Piece(html=Html("</div>")))


def first_paragraph(text: Text | None) -> Text | None:
    """The text up to its first empty line: as much as one listens to."""
    if text is None:
        return None
    zh, en, plain = (_first(said) for said in (text.zh, text.en, text.plain))
    return Text(zh=zh, en=en, plain=plain)


def _first(said: str | None) -> str | None:
    return None if said is None else said.strip().split("\n\n", 1)[0]
