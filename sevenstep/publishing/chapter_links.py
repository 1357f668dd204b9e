"""The chapters as other pages see them: where each stands, what it shows of its folder, and whom it mentions."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sevenstep.language import Language
from sevenstep.model.chapters.chapter import Address
from sevenstep.model.chapters.translations import Translations, chapter_name, translations
from sevenstep.model.engagement import Engagement
from sevenstep.source.address import safe_address
from sevenstep.source.chapters import FOLDER, image_bytes
from sevenstep.source.folder import Folder

_IMAGES: Final = "assets/chapters"


@dataclass(frozen=True, slots=True)
class ChapterRef:
    """A chapter as a link. `lang` is set where it is written in the other language only."""

    title: str
    url: str
    translations: Translations
    lang: str = ""


def chapter_refs(engagement: Engagement, language: Language) -> tuple[ChapterRef, ...]:
    """The chapters in their order, as readers of `language` see them."""
    return tuple(_ref(chapter, language) for chapter in translations(engagement.chapters))


def _ref(chapter: Translations, language: Language) -> ChapterRef:
    title = chapter.for_language(language).title or chapter.name.removeprefix(f"{FOLDER}/")
    other = "en" if language == "zh" else "zh"
    return ChapterRef(title, f"{quote(chapter.name)}.html", chapter, other if chapter.lacks(language) else "")


def mentions(refs: tuple[ChapterRef, ...], language: Language) -> Mapping[str, tuple[ChapterRef, ...]]:
    """The chapters that mention an element, by its id."""
    found: dict[str, dict[str, ChapterRef]] = defaultdict(dict)
    for ref in refs:
        for mark in ref.translations.for_language(language).marks:
            if mark.kind in {"link", "value"}:
                found[mark.name][ref.url] = ref
    return {key: tuple(by_url.values()) for key, by_url in found.items()}


def leads(engagement: Engagement, refs: tuple[ChapterRef, ...], root: str) -> Callable[[Address], str]:
    """Where an address in a chapter leads from its page, from which the site's root is `root`; nowhere: empty."""
    pages = {ref.translations.name: ref.url for ref in refs}

    def lead(address: Address) -> str:
        if address.is_image:
            return f"{root}{quote(image_file(address.file))}" if address.file in engagement.images else ""
        if address.file:
            page = pages.get(chapter_name(address.file)[0])
            _, hash_, place = address.written.partition("#")
            return f"{root}{page}{hash_}{quote(place, safe='%')}" if page else ""
        return safe_address(address.written)

    return lead


def image_file(name: str | None) -> str:
    """Where an image of a chapter stands, from the site's root."""
    return f"{_IMAGES}/{(name or '').removeprefix(f'{FOLDER}/')}"


def images(engagement: Engagement, folder: Path | None) -> dict[str, bytes]:
    """The images that chapters show, by their path from the site's root, read from the engagement's `folder`."""
    shown = {
        address.file
        for chapter in engagement.chapters
        for address in chapter.addresses
        if address.is_image and address.file
    }
    wanted = sorted(shown & engagement.images)
    if folder is None or not wanted:
        return {}
    with suppress(OSError), Folder(folder) as opened:
        read = {name: image_bytes(opened, name) for name in wanted}
        return {image_file(name): raw for name, raw in read.items() if isinstance(raw, bytes)}
    return {}
