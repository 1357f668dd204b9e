"""Texts in the two languages of the product, and the choice between them."""

import locale
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, Self, TypeVar, get_args

Language = Literal["zh", "en"]

Value = TypeVar("Value")

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
NAMES: Final[dict[Language, str]] = {"zh": "中文", "en": "English"}


@dataclass(frozen=True, slots=True)
class Text:
    """One text, said in Chinese, in English, in both, or in words that serve for both (``plain``)."""

    zh: str | None = None
    en: str | None = None
    plain: str | None = None

    def for_language(self, language: Language) -> str:
        """The text in `language`; where that is missing, in whatever language there is."""
        wanted, other = (self.zh, self.en) if language == "zh" else (self.en, self.zh)
        for said in (wanted, self.plain, other):
            if said is not None:
                return said
        return ""

    def lacks(self, language: Language) -> bool:
        """Whether a reader of `language` is shown the words of the other language."""
        return self.plain is None and (self.zh if language == "zh" else self.en) is None

    def inserted_into(self, zh: str, en: str) -> "Text":
        """Two sentences around this text, each with ``{}`` where it goes."""
        return Text(zh=zh.replace("{}", self.for_language("zh")), en=en.replace("{}", self.for_language("en")))

    def wordings(self) -> tuple[str, ...]:
        """Every wording there is."""
        return tuple(said for said in (self.zh, self.en, self.plain) if said is not None)


class Choice(StrEnum):
    """The base of every closed list of words, so that each list is declared once: a member is the word as it stands in
    the YAML, on the command line and in JSON, and knows what people call it.

    ``class Colour(Choice)`` with ``RED = "red", "红", "red"``.
    """

    label: Text

    def __new__(cls, word: str, zh: str = "", en: str = "") -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        member.label = Text(zh=zh, en=en)
        return member

    @classmethod
    def each(cls, table: Mapping[Self, Value]) -> dict[Self, Value]:
        """The table, in the order of the list; raises ValueError where a word has no entry in it."""
        if missing := [word for word in cls if word not in table]:
            raise ValueError(f"{cls.__name__}: nothing is said of {', '.join(missing)}")
        return {word: table[word] for word in cls}


def joined(texts: Iterable[Text], zh: str = "、", en: str = ", ") -> Text:
    """Several texts as one enumeration, with the separator of each language."""
    parts = list(texts)
    return Text(
        zh=zh.join(part.for_language("zh") for part in parts), en=en.join(part.for_language("en") for part in parts)
    )


def noun(count: float, singular: str, plural: str = "") -> str:
    """An English noun behind a count: ``flow`` behind 1, else ``flows``."""
    return singular if count == 1 else plural or f"{singular}s"


def many(count: int, singular: str, plural: str = "") -> str:
    """An English count: ``1 flow``, ``2 flows``, ``1,200 flows``."""
    return f"{count:,} {noun(count, singular, plural)}"


def language_of(name: str | None) -> Language | None:
    """The language that a locale name such as ``zh_CN.UTF-8`` or ``Chinese (Simplified)_China.936`` asks for."""
    start = (name or "").casefold()
    if start.startswith(("zh", "chinese")):
        return "zh"
    return "en" if start.startswith(("en", "english")) else None


def user_language() -> Language:
    """What this person reads: ``SEVENSTEP_LANG``, then the locale's variables, then the system's locale."""
    for variable in ("SEVENSTEP_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if found := language_of(os.environ.get(variable)):
            return found
    try:
        return language_of(locale.getlocale()[0]) or "en"
    except ValueError:  # a locale name that the platform itself cannot read
        return "en"
