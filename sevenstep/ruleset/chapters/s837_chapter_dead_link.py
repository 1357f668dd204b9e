import posixpath
from collections.abc import Iterable, Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place, Severity
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Address
from sevenstep.model.chapters.translations import translations
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.chapters import is_chapter, is_image
from sevenstep.source.characters import brief

_MOST_SUGGESTIONS: Final = 50
"""For how many addresses the nearest file is looked for."""


@rule(
    "S837",
    "chapter-dead-link",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文的链接和图片都要到得了", en="Links and images of a chapter work"),
    reason=Text(
        zh="网站只带走 chapters 文件夹里的章节和图片；别的文件读者打不开。",
        en="The site includes only the chapters and images of the folder chapters; readers cannot open other files.",
    ),
)
def chapter_dead_link(chain: Chain) -> Iterator[Violation]:
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
                yield Violation("", message, near or _remedy(address), place=Place(chapter.file, span=address.span))


def _near(address: Address, chapter: str, there: Iterable[str]) -> Text | None:
    """The file that the address may be a typo of, as the chapter would name it."""
    folder = posixpath.dirname(chapter)
    return did_you_mean(address.written, (posixpath.relpath(file, folder) for file in there if file != chapter))


def _names(chain: Chain) -> set[str]:
    """What a link to a chapter can say: the name of its file, or the one that serves for every language."""
    files = {chapter.file for chapter in chain.engagement.chapters}
    return files | {f"{chapter.name}.md" for chapter in translations(chain.engagement.chapters)}


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
