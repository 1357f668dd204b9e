"""The text of a chapter as HTML, cut where the author placed something: the words between are cleaned and harmless."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import nh3
from markdown_it.token import Token

from sevenstep.model.chapters.chapter import Address, Chapter, Mark
from sevenstep.model.chapters.parse import heading_words
from sevenstep.publish.markdown import SCHEMES, TAGS
from sevenstep.publish.views import Heading, Html
from sevenstep.source.markdown import CLOSE, IN_TEXT, MARK, ON_ITS_LINE, chapter_markdown, chapter_tokens, title_at

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
    tokens = chapter_tokens(chapter.marked)
    title = title_at(tokens)
    addresses = iter(chapter.addresses)
    headings: list[Heading] = []
    toc: list[Heading] = []
    for at, token in enumerate(tokens):
        _restore(token, chapter)
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
        del tokens[title : title + 3]
    return ChapterText(tuple(_pieces(_clean(tokens), chapter)), tuple(toc))


def _restore(token: Token, chapter: Chapter) -> None:
    """Give code, and whatever ends up in an attribute, the words of the author back."""

    def written(text: str) -> str:
        return MARK.sub(lambda match: chapter.marks[int(match[1])].written, text)

    if token.type in {"fence", "code_block", "code_inline"}:
        token.content, token.info = written(token.content), written(token.info)
    if token.type == "image" and token.children:
        for child in token.children:
            child.content = written(child.content)
    token.attrs = {name: written(str(value)) for name, value in token.attrs.items()}
    for child in token.children or ():
        _restore(child, chapter)


def _heading(title: str, before: Sequence[Heading], anchor: str) -> Heading:
    """A heading with an address of its own, made of its words."""
    plain = _NO_WORD.sub("-", unicodedata.normalize("NFKC", title)).strip("-").lower()[:_LONGEST_ANCHOR]
    same = sum(one.title == title for one in before)
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


def _clean(tokens: list[Token]) -> str:
    converter = chapter_markdown()
    rendered = str(converter.renderer.render(tokens, converter.options, {}))
    return nh3.clean(
        rendered,
        tags={*TAGS, "h2", "img"},
        attributes={
            "a": {"href", "title"},
            "img": {"src", "alt", "title"},
            **{f"h{level}": {"id"} for level in range(2, 7)},
        },
        attribute_filter=lambda _tag, _name, value: _LOOSE.sub("", value),  # nothing is ever placed within a tag
        url_schemes=set(SCHEMES),
        link_rel="noopener noreferrer",
    )


def _pieces(text: str, chapter: Chapter) -> Iterator[Html | Mark]:
    behind = 0
    for match in MARK.finditer(text):
        yield Html(_LOOSE.sub("", text[behind : match.start()]))
        if int(match[1]) < len(chapter.marks):
            yield chapter.marks[int(match[1])]
        behind = match.end()
    yield Html(_LOOSE.sub("", text[behind:]))
