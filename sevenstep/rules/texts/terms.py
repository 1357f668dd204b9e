"""Terms are said and translated as the glossary says."""

import re
from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import KeyPath, Severity
from sevenstep.language import Text
from sevenstep.model.contents import texts
from sevenstep.model.element import Element, same_words
from sevenstep.model.engagement import Term
from sevenstep.rules.rule import Breach, rule


@rule(
    "S806",
    "forbidden-term",
    Severity.WARNING,
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
    preferred = {word.casefold(): (key, term) for key, term in glossary.items() for word in term.never if word}
    if not preferred:
        return
    pattern = _any_of(preferred)
    for element, path, text in _texts(chain):
        for language, said in (("zh", text.zh), ("en", text.en), ("", text.plain)):
            for word in dict.fromkeys(match[0] for match in pattern.finditer(said or "")):
                key, term = preferred[word.casefold()]
                better = term.en if language == "en" and term.en else key
                yield Breach(
                    element.id,
                    Text(zh=f"术语表里不用“{word}”", en=f"The glossary does not use “{word}”"),
                    Text(zh=f"写“{better}”", en=f"Write “{better}”"),
                    (*path, language) if language else path,
                )


@rule(
    "S807",
    "translated-otherwise",
    Severity.WARNING,
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
    glossary: dict[str, Term] = {key: term for key, term in chain.engagement.header.glossary.items() if term.en}
    if not glossary:
        return
    pattern = _any_of(glossary)
    for element, path, text in _texts(chain):
        if text.zh is None or text.en is None:
            continue
        english = same_words(text.en)
        for key in dict.fromkeys(match[0] for match in pattern.finditer(text.zh)):
            wanted = glossary[key].en if key in glossary else None
            if wanted and same_words(wanted) not in english:
                yield Breach(
                    element.id,
                    Text(
                        zh=f"“{key}”在术语表里译作“{wanted}”，这里的英文没有",
                        en=f"The glossary translates “{key}” as “{wanted}”, which is not in the English text",
                    ),
                    Text(zh=f"英文里写 {wanted}", en=f"Write “{wanted}”"),
                    (*path, "en"),
                )


def _texts(chain: Chain) -> Iterator[tuple[Element, KeyPath, Text]]:
    for element in chain.elements.values():
        for path, text in texts(element):
            yield element, path, text


def _any_of(words: "dict[str, Term] | dict[str, tuple[str, Term]]") -> re.Pattern[str]:
    """Finds any of the words, the longest first; words of Latin letters only as whole words."""
    parts = []
    for word in sorted(words, key=len, reverse=True):
        quoted = re.escape(word)
        parts.append(rf"(?<!\w){quoted}(?!\w)" if word.isascii() else quoted)
    return re.compile("|".join(parts), re.IGNORECASE)


RULES: Final = (forbidden_term, translated_otherwise)
"""These rules."""
