from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.texts.terms import by_folded_word, every_text, pattern_of


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
)
def forbidden_term(chain: Chain) -> Iterator[Violation]:
    glossary = chain.engagement.header.glossary
    forbidden = by_folded_word(
        (word, (word, key)) for key, term in glossary.items() if key.strip() for word in term.never
    )
    if not forbidden:
        return
    said_right = by_folded_word((word, word) for key, term in glossary.items() for word in (key, term.en or ""))
    pattern = pattern_of(forbidden.keys() | said_right.keys())
    for element, path, text in every_text(chain):
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
                yield Violation(
                    element,
                    Text(zh=f"术语表里不用“{word}”", en=f"The glossary does not use “{word}”"),
                    Text(zh=f"写“{better}”", en=f"Write “{better}”"),
                    (*path, language) if language else path,
                )
