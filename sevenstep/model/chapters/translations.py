"""The translations of a chapter: ``a.zh.md`` and ``a.en.md`` are one page, ``a.md`` serves for both languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sevenstep.language import Language
from sevenstep.model.chapters.chapter import Chapter

_NAME: Final = re.compile(r"(?P<name>.+?)(?:\.(?P<language>zh|en))?\.md", re.IGNORECASE | re.DOTALL)
_NUMBER: Final = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Translations:
    """One chapter in all the languages that it is written in, and in words that serve for each (`plain`)."""

    name: str
    """Its file without language and suffix: ``chapters/10-intro``."""
    zh: Chapter | None = None
    en: Chapter | None = None
    plain: Chapter | None = None

    def for_language(self, language: Language) -> Chapter:
        """The chapter in `language`; where that is missing, in whatever language there is."""
        wanted, other = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        return next(chapter for chapter in (wanted, self.plain, other) if chapter is not None)

    def lacks(self, language: Language) -> bool:
        """Whether a reader of `language` is shown the words of the other language."""
        return self.plain is None and (self.zh if language == "zh" else self.en) is None

    def all(self) -> tuple[Chapter, ...]:
        """Every file of it."""
        return tuple(chapter for chapter in (self.zh, self.en, self.plain) if chapter is not None)


def translations(chapters: Iterable[Chapter]) -> tuple[Translations, ...]:
    """The chapters in the order of their names, where 2 comes before 10."""
    found: dict[str, dict[str, Chapter]] = {}
    for chapter in chapters:
        name, language = chapter_name(chapter.file)
        found.setdefault(name, {})[language] = chapter
    return tuple(Translations(name, **found[name]) for name in sorted(found, key=_order))


def chapter_name(file: str) -> tuple[str, str]:
    """The name of a chapter and its language (or ``plain``), by the name of its file."""
    match = _NAME.fullmatch(file)
    if match is None:
        return file, "plain"
    return match["name"], (match["language"] or "plain").lower()


def _order(name: str) -> list[tuple[bool, int, str]]:
    """Numbers by their value, and before words."""
    parts = _NUMBER.split(name)
    return [(not part.isdecimal(), int(part[:18]) if part.isdecimal() else 0, part) for part in parts if part]
