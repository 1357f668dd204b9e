"""Terms are said and translated as the glossary says."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.contents import texts
from sevenstep.model.element import same_words
from sevenstep.rules.rule import Breach, rule

Some = TypeVar("Some")


@rule(
    "S806",
    "forbidden-term",
    Severity.WARNING,
    literal=True,
    title=Text(zh="不用术语表里禁用的词", en="Words that the glossary forbids are not used"),
    reason=Text(
        zh="同一件事几种叫法，读者会以为是几件事。",
        en="Where one thing goes by several names, readers take it for several things.",
    ),
    bad="""
    glossary:
      铁海联运: {en: rail–sea transport, not: [海铁联运, sea-rail]}
    scenarios:
      booking: {title: {zh: 海铁联运订舱, en: Booking of sea-rail transport}}
    """,
    good="""
    glossary:
      铁海联运: {en: rail–sea transport, not: [海铁联运, sea-rail]}
    scenarios:
      booking: {title: {zh: 铁海联运订舱, en: Booking of rail–sea transport}}
    """,
)
def forbidden_term(chain: Chain) -> Iterator[Breach]:
    glossary = chain.engagement.header.glossary
    forbidden = _folded((word, (word, key)) for key, term in glossary.items() if key.strip() for word in term.never)
    if not forbidden:
        return
    said_right = _folded((word, word) for key, term in glossary.items() for word in (key, term.en or ""))
    pattern = _any_of(forbidden.keys() | said_right.keys())
    for element, path, text in _texts(chain):
        for language, said in (("zh", text.zh), ("en", text.en), ("", text.plain)):
            if said is None:
                continue
            for found in dict.fromkeys(pattern.findall(same_words(said))):
                if found in said_right:
                    continue  # a forbidden word inside the right one is right
                word, key = forbidden[found]
                english = glossary[key].en
                is_english = language == "en" or (language == "" and word.isascii())
                better = english if is_english and english else key
                yield Breach(
                    element,
                    Text(zh=f"术语表里不用“{word}”", en=f"The glossary does not use “{word}”"),
                    Text(zh=f"写“{better}”", en=f"Write “{better}”"),
                    (*path, language) if language else path,
                )


@rule(
    "S807",
    "translated-otherwise",
    Severity.WARNING,
    literal=True,
    title=Text(zh="术语按术语表翻译", en="Terms are translated as the glossary says"),
    reason=Text(
        zh="同一个词译法不同，两种语言的读者就对不上。",
        en="Where one term is translated in two ways, readers of the two languages talk past each other.",
    ),
    bad="""
    glossary:
      铁海联运: rail–sea transport
    scenarios:
      booking: {title: {zh: 铁海联运订舱, en: Booking of combined traffic}}
    """,
    good="""
    glossary:
      铁海联运: rail–sea transport
    scenarios:
      booking: {title: {zh: 铁海联运订舱, en: Booking of rail–sea transport}}
    """,
)
def translated_otherwise(chain: Chain) -> Iterator[Breach]:
    glossary = chain.engagement.header.glossary
    wanted = _folded((key, (key, term.en)) for key, term in glossary.items() if term.en and term.en.strip())
    if not wanted:
        return
    pattern = _any_of(wanted)
    translations = {found: _any_of([same_words(english)], ended=False) for found, (_, english) in wanted.items()}
    for element, path, text in _texts(chain):
        if text.zh is None or text.en is None:
            continue
        english_text = same_words(text.en)
        for found in dict.fromkeys(pattern.findall(same_words(text.zh))):
            if translations[found].search(english_text):
                continue
            key, english = wanted[found]
            yield Breach(
                element,
                Text(
                    zh=f"“{key}”在术语表里译作“{english}”，这里的英文没有",
                    en=f"The glossary translates “{key}” as “{english}”, which is not in the English text",
                ),
                Text(zh=f"英文里写 {english}", en=f"Write “{english}”"),
                (*path, "en"),
            )


def _texts(chain: Chain) -> Iterator[tuple[str, KeyPath, Text]]:
    """Every text with its element; those of the engagement itself, which has no id here, first."""
    for path, text in chain.engagement.header.texts():
        yield "", path, text
    for element in chain.elements.values():
        for path, text in texts(element):
            yield element.id, path, text


def _folded(words: Iterable[tuple[str, Some]]) -> dict[str, Some]:
    """What is said of each word, by what the word is compared by."""
    return {folded: said for word, said in words if (folded := same_words(word))}


def _any_of(words: Iterable[str], *, ended: bool = True) -> re.Pattern[str]:
    """Finds any of the words in what `same_words` makes of a text, the longest first; Latin ones as whole words, which
    Chinese may stand right beside. Not `ended`, a word may go on, as in the plural."""
    parts = []
    for word in sorted(words, key=lambda one: (-len(one), one)):
        before = f"(?<!{_LATIN})" if re.match("[a-z0-9]", word[0]) else ""
        after = f"(?!{_LATIN})" if ended and re.match("[a-z0-9]", word[-1]) else ""
        parts.append(f"{before}{re.escape(word)}{after}")
    return re.compile("|".join(parts))


_LATIN: Final = "[a-z0-9\u00df-\u024f\u0300-\u036f]"

RULES: Final = (forbidden_term, translated_otherwise)
"""These rules."""
