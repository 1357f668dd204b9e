"""Descriptions: Markdown without raw HTML, converted alone, then cleaned, and cut where they mention an element."""

import html
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sevenstep.memory import by_content, per_process
from sevenstep.model.chapters.chapter import Mark
from sevenstep.model.chapters.parse import parse_description
from sevenstep.publishing.views import Html
from sevenstep.source.address import WEB, safe_address
from sevenstep.source.markdown import (
    CLOSE,
    IN_TEXT,
    MARK,
    MAX_LENGTH,
    ON_ITS_LINE,
    is_too_much,
    plain_markdown,
)

_TEXT_TAGS: Final = ("a", "blockquote", "br", "code", "em", "hr", "p", "pre", "s", "section", "strong")
_LIST_TAGS: Final = ("dd", "dl", "dt", "li", "ol", "ul")
_TABLE_TAGS: Final = ("table", "tbody", "td", "th", "thead", "tr")
TAGS: Final = frozenset(["sup", *_TEXT_TAGS, *_LIST_TAGS, *_TABLE_TAGS, "h3", "h4", "h5", "h6"])
CLASSES: Final = {
    "blockquote": {"ss-alert", *(f"ss-alert-{kind}" for kind in ("note", "tip", "important", "warning", "caution"))},
    "li": {"ss-todo"},
    "section": {"ss-notes"},
    "sup": {"ss-note-mark"},
    "td": {"ss-left", "ss-center", "ss-right"},
    "th": {"ss-left", "ss-center", "ss-right"},
}
"""The classes that our converter sets; no author can."""
_LOWEST_HEADING: Final = 3
_LOOSE: Final = re.compile(f"[{IN_TEXT}{ON_ITS_LINE}{CLOSE}]")


@per_process
def _converter() -> MarkdownIt:
    converter = plain_markdown().disable("image")
    converter.validateLink = lambda url: bool(safe_address(url))  # type: ignore[method-assign]
    return converter


@by_content(4096)
def to_pieces(text: str) -> tuple[Html | Mark, ...]:
    """The description as harmless HTML and mentions of elements in turn.

    A text made to choke the converter comes out as a plain paragraph.
    """
    if is_too_much(text):
        return (Html(f"<p>{html.escape(text[:MAX_LENGTH])}</p>"),)
    description = parse_description(_LOOSE.sub("", text))
    env: dict[str, Any] = {}
    converter = _converter()
    tokens = converter.parse(description.marked, env)
    for token in tokens:
        restore(token, description.marks)
    _lower_headings(tokens)
    rendered = str(converter.renderer.render(tokens, converter.options, env))
    cleaned = nh3.clean(
        rendered,
        tags=set(TAGS),
        attributes={"a": {"href", "title"}},
        allowed_classes=CLASSES,
        attribute_filter=lambda _tag, _name, value: _LOOSE.sub("", value),  # nothing is ever placed within a tag
        url_schemes=set(WEB),
        link_rel="noopener noreferrer",
    )
    return tuple(pieces(cleaned, description.marks))


def restore(token: Token, marks: Sequence[Mark]) -> None:
    """Give code, and whatever ends up in an attribute, the words of the author back."""

    def written(text: str) -> str:
        return MARK.sub(lambda match: marks[int(match[1])].written, text)

    if token.type in {"fence", "code_block", "code_inline"}:
        token.content, token.info = written(token.content), written(token.info)
    if token.type == "image" and token.children:
        for child in token.children:
            child.content = written(child.content)
    token.attrs = {name: written(str(value)) for name, value in token.attrs.items()}
    for child in token.children or ():
        restore(child, marks)


def pieces(text: str, marks: Sequence[Mark]) -> Iterator[Html | Mark]:
    """Cleaned HTML cut at the tokens of marks."""
    behind = 0
    for match in MARK.finditer(text):
        yield Html(_LOOSE.sub("", text[behind : match.start()]))
        if int(match[1]) < len(marks):
            yield marks[int(match[1])]
        behind = match.end()
    yield Html(_LOOSE.sub("", text[behind:]))


def _lower_headings(tokens: list[Token]) -> None:
    """Headings of a description stand below those of the page."""
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + _LOWEST_HEADING - 1)}"
