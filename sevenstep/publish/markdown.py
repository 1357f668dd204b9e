"""Descriptions: Markdown without raw HTML, converted alone, then cleaned."""

import html
import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sevenstep.publish.views import Html
from sevenstep.source.characters import INVISIBLE
from sevenstep.source.markdown import plain_markdown

MAX_LENGTH: Final = 20_000
_MAX_MARKS: Final = {
    "[": 400,
    "]": 400,
    "*": 2_000,
    "_": 4_000,
    "`": 2_000,
    "<": 2_000,
    "&": 2_000,
    "~": 1_000,
    ">": 500,
}
"""More of these in one text than people write: it is shown as plain text."""
TAGS: Final = frozenset(
    [
        "a",
        "blockquote",
        "br",
        "code",
        "del",
        "em",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "ol",
        "p",
        "pre",
        "strong",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
SCHEMES: Final = frozenset({"http", "https", "mailto"})
_LOWEST_HEADING: Final = 3
_UNSEEN: Final = re.compile(r"[\t\r\n]")  # browsers drop them from addresses


def safe_address(address: str) -> str:
    """The address if it is http, https, mailto or relative; empty otherwise."""
    plain = _UNSEEN.sub("", INVISIBLE.sub("", html.unescape(address))).strip()
    try:
        parts = urlsplit(plain)
        _ = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() in SCHEMES:
        return plain
    return "" if parts.scheme or parts.netloc or plain.startswith(("//", "\\")) or ":" in plain else plain


@lru_cache(maxsize=1)
def _converter() -> MarkdownIt:
    converter = plain_markdown().disable("image")
    converter.validateLink = lambda url: bool(safe_address(url))  # type: ignore[method-assign]
    return converter


@lru_cache(maxsize=4096)
def to_html(text: str) -> Html:
    """The description as harmless HTML; a text made to choke the converter comes out as a plain paragraph."""
    if len(text) > MAX_LENGTH or any(text.count(mark) > most for mark, most in _MAX_MARKS.items()):
        return Html(f"<p>{html.escape(text[:MAX_LENGTH])}</p>")
    converter = _converter()
    tokens = converter.parse(text)
    _lower_headings(tokens)
    rendered = str(converter.renderer.render(tokens, converter.options, {}))
    return Html(
        nh3.clean(
            rendered,
            tags=set(TAGS),
            attributes={"a": {"href", "title"}},
            url_schemes=set(SCHEMES),
            link_rel="noopener noreferrer",
        )
    )


def _lower_headings(tokens: list[Token]) -> None:
    """Headings of a description stand below those of the page."""
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(6, int(token.tag[1]) + _LOWEST_HEADING - 1)}"


def to_plain(text: str) -> str:
    """The words of a description without its marks, for search."""
    return " ".join(html.unescape(nh3.clean(to_html(text), tags=set())).split())
