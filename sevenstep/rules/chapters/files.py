"""Chapters as files: each has a title, is there in every language, and leads to what is there."""

import posixpath
from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place, Severity, Span
from sevenstep.language import Language, Text
from sevenstep.model.chapters.chapter import Address
from sevenstep.model.chapters.editions import editions
from sevenstep.model.suggest import did_you_mean
from sevenstep.rules.rule import Breach, Rule, rule
from sevenstep.source.chapters import is_chapter, is_image
from sevenstep.source.characters import brief

_MISSING: Final[dict[Language, Text]] = {
    "zh": Text(zh="这一章没有中文版", en="This chapter is not there in Chinese"),
    "en": Text(zh="这一章没有英文版", en="This chapter is not there in English"),
}
_FIRST: Final = Span(1, 1, 1, 2)
_MOST_SUGGESTIONS: Final = 50
"""For how many addresses the nearest file is looked for."""


@rule(
    "S836",
    "chapter-without-title",
    Severity.WARNING,
    literal=True,
    title=Text(zh="每一章有标题", en="A chapter has a title"),
    reason=Text(
        zh="标题是这一章在目录里的名字；没有标题，读者只看到文件名。",
        en="The title is what the chapter is called in the navigation; without it readers see the name of a file.",
    ),
    bad="""
    === chapters/intro.md
    Begin with the goals.
    """,
    good="""
    === chapters/intro.md
    # How to read this

    Begin with the goals.
    """,
)
def without_title(chain: Chain) -> Iterator[Breach]:
    """Chapters without a heading."""
    for chapter in chain.engagement.chapters:
        if not chapter.title:
            yield Breach(
                "",
                Text(zh="这一章没有标题", en="This chapter has no title"),
                Text(zh="第一行写“# 标题”", en="Begin it with “# Title”"),
                place=Place(chapter.file, span=_FIRST),
            )


@rule(
    "S837",
    "chapter-dead-link",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文的链接和图片都要到得了", en="Links and images of a chapter arrive"),
    reason=Text(
        zh="网站只带走 chapters 文件夹里的章节和图片；别的文件读者打不开。",
        en="The site takes the chapters and images of the folder chapters along; readers cannot open other files.",
    ),
    bad="""
    === chapters/intro.md
    # How to read this

    [Next](line.md), [notes](../notes.docx), [run](javascript:alert) and ![map](map.svg)
    === chapters/line2.md
    # One line
    """,
    good="""
    === chapters/intro.md
    # How to read this

    [Next](line.md) and [the port](https://example.org)
    === chapters/line.md
    # One line
    """,
)
def dead_link(chain: Chain) -> Iterator[Breach]:
    """Addresses that lead to no chapter, image, web page or mailbox."""
    engagement = chain.engagement
    chapters = _names(chain)
    suggested = 0
    for chapter in engagement.chapters:
        for address in chapter.addresses:
            there = engagement.images if address.is_image else chapters
            if (message := _problem(address, there)) is not None:
                suggested += 1
                near = _near(address, chapter.file, there) if suggested <= _MOST_SUGGESTIONS else None
                yield Breach("", message, near or _remedy(address), place=Place(chapter.file, span=address.span))


def _near(address: Address, chapter: str, there: Iterable[str]) -> Text | None:
    """The file that the address may be a slip of, as the chapter would name it."""
    folder = posixpath.dirname(chapter)
    return did_you_mean(address.written, (posixpath.relpath(one, folder) for one in there if one != chapter))


def _names(chain: Chain) -> set[str]:
    """What a link to a chapter can say: the name of its file, or the one that serves for every language."""
    files = {chapter.file for chapter in chain.engagement.chapters}
    return files | {f"{edition.name}.md" for edition in editions(chain.engagement.chapters)}


def _problem(address: Address, there: set[str] | frozenset[str]) -> Text | None:
    shown = brief(address.written)
    if address.file:
        known = is_image(address.file) if address.is_image else is_chapter(address.file)
        if address.file in there:
            return None
        if known:
            return Text(zh=f"没有能显示的文件“{shown}”", en=f"There is no file “{shown}” that can be shown")
    elif address.file == "" and not address.is_image and _is_web(address.written):
        return None
    if address.is_image:
        return Text(zh=f"图片“{shown}”不能显示", en=f"The image “{shown}” cannot be shown")
    return Text(zh=f"链接“{shown}”在网站上打不开", en=f"The link “{shown}” leads nowhere on the site")


def _is_web(address: str) -> bool:
    return address.lower().startswith(("https://", "http://", "mailto:", "#"))


def _remedy(address: Address) -> Text:
    if address.is_image:
        return Text(
            zh="把 PNG、JPEG、GIF 或 WebP 图片放进 chapters 文件夹",
            en="Put a PNG, JPEG, GIF or WebP image into the folder chapters",
        )
    return Text(
        zh="要素写 [[编号]]，另一章写它的文件名，网页写 https:// 地址",
        en="Write [[ID]] for an element, the file of another chapter, or an address with https://",
    )


@rule(
    "S839",
    "chapter-not-translated",
    Severity.WARNING,
    literal=True,
    title=Text(zh="每一章有项目的各种语言", en="A chapter is there in every language of the engagement"),
    reason=Text(
        zh="另一种语言的读者会看到读不懂的一页。",
        en="Readers of the other language get a page that they cannot read.",
    ),
    bad="""
    === chapters/intro.zh.md
    # 读者指南
    """,
    good="""
    === chapters/intro.zh.md
    # 读者指南
    === chapters/intro.en.md
    # How to read this
    """,
)
def not_translated(chain: Chain) -> Iterator[Breach]:
    """Chapters that are written for some of the engagement's languages only."""
    for edition in editions(chain.engagement.chapters):
        for language in chain.engagement.header.languages:
            if edition.lacks(language):
                other = edition.in_(language)
                yield Breach(
                    "",
                    _MISSING[language],
                    Text(zh=f"新建 {edition.name}.{language}.md", en=f"Write {edition.name}.{language}.md"),
                    place=Place(other.file, span=_FIRST),
                )


RULES: Final[tuple[Rule, ...]] = (without_title, dead_link, not_translated)
