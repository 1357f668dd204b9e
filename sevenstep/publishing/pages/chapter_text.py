"""The text of a chapter as HTML, cut where the author placed something: the words between are cleaned and harmless."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import nh3
from markdown_it.token import Token

from sevenstep.model.chapters.chapter import Address, Chapter, Mark
from sevenstep.model.chapters.parse import heading_words
from sevenstep.publishing.markdown import CLASSES, TAGS, pieces, restore
from sevenstep.publishing.views import Heading, Html
from sevenstep.source.address import WEB
from sevenstep.source.markdown import CLOSE, IN_TEXT, ON_ITS_LINE, chapter_markdown, chapter_tokens, title_at

_NO_WORD: Final = re.compile(r"[^\w]+")
_LOOSE: Final = re.compile(f"[{IN_TEXT}{ON_ITS_LINE}{CLOSE}]")
_LONGEST_ANCHOR: Final = 60


@dataclass(frozen=True, slots=True)
class ChapterText:
    """The text in pieces, words and marks in turn, and the headings that a reader can go to."""

    pieces: tuple[Html | Mark, ...]
    toc: tuple[Heading, ...]


def chapter_text(
    chapter: Chapter,
    address: Callable[[Address], str],
    words: Callable[[Mark], str] = lambda mark: mark.plain,
    *,
    anchor: str = "s",
    below: int = 1,
) -> ChapterText:
    """Convert a chapter, its title left out.

    `address` tells where a link or image of it leads, nowhere where empty; `words` what a mark says in a heading. The
    anchors of headings begin with `anchor`, and all headings stand `below` that level.
    """
    env: dict[str, Any] = {}
    tokens = chapter_tokens(chapter.marked, env)
    title = title_at(tokens)
    addresses = iter(chapter.addresses)
    headings: list[Heading] = []
    toc: list[Heading] = []
    for at, token in enumerate(tokens):
        restore(token, chapter.marks)
        if token.type == "heading_open" and at != title:
            said = heading_words(tokens[at + 1], lambda number: words(chapter.marks[number]))
            heading = _heading(said, headings, anchor)
            level = max(2, int(token.tag[1]))
            token.tag = tokens[at + 2].tag = f"h{min(6, level + below - 1)}"
            token.attrs["id"] = heading.anchor
            headings.append(heading)
            toc += [heading] if level == 2 else []
        if token.children:
            token.children = _led(token.children, addresses, address)
    if title is not None:
        tokens = _without_title(tokens, title)
    return ChapterText(tuple(pieces(_clean(tokens, {**env, "docId": anchor}), chapter.marks)), tuple(toc))


def _without_title(tokens: list[Token], title: int) -> list[Token]:
    """The tokens behind and before the title; footnotes of it lead nowhere back."""
    marks = [child.meta for child in tokens[title + 1].children or () if child.type == "footnote_ref"]
    gone = {(meta["id"], meta["subId"]) for meta in marks}
    return [
        token
        for at, token in enumerate(tokens)
        if not title <= at < title + 3
        and not (token.type == "footnote_anchor" and (token.meta["id"], token.meta["subId"]) in gone)
    ]


def _heading(title: str, before: Sequence[Heading], anchor: str) -> Heading:
    """A heading with an address of its own, made of its words."""
    plain = _NO_WORD.sub("-", unicodedata.normalize("NFKC", title)).strip("-").lower()[:_LONGEST_ANCHOR]
    same = sum(heading.title == title for heading in before)
    return Heading(title, f"{anchor}{len(before) + 1 if same or not plain else ''}-{plain}")


def _led(children: list[Token], addresses: Iterator[Address], address: Callable[[Address], str]) -> list[Token]:
    """The tokens of a line with every link and image leading where it should; without those that lead nowhere."""
    kept: list[Token] = []
    open_links: list[bool] = []
    for child in children:
        if child.type == "link_open":
            target = address(next(addresses))
            open_links.append(bool(target))
            child.attrs["href"] = target
        elif child.type == "image":
            target = address(next(addresses))
            child.attrs["src"] = target
            child.type = "image" if target else "text"
        if child.type == "link_close":
            if open_links.pop():
                kept.append(child)
        elif child.type != "link_open" or open_links[-1]:
            kept.append(child)
    return kept


def _clean(tokens: list[Token], env: dict[str, Any]) -> str:
    converter = chapter_markdown()
    rendered = str(converter.renderer.render(tokens, converter.options, env))
    return nh3.clean(
        rendered,
        tags={*TAGS, "h2", "img", "figure", "figcaption"},
        attributes={
            "a": {"href", "title", "id", "aria-label"},
            "img": {"src", "alt", "title"},
            "li": {"id"},
            **{f"h{level}": {"id"} for level in range(2, 7)},
        },
        allowed_classes={**CLASSES, "a": {"ss-note-back"}},
        attribute_filter=lambda _tag, _name, value: _LOOSE.sub("", value),  # nothing is ever placed within a tag
        url_schemes=set(WEB),
        link_rel="noopener noreferrer",
    )
