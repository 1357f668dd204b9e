from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.texts.terms import by_folded_word, every_text, pattern_of


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
)
def translated_otherwise(chain: Chain) -> Iterator[Violation]:
    glossary = chain.engagement.header.glossary
    wanted = by_folded_word((key, (key, term.en)) for key, term in glossary.items() if term.en and term.en.strip())
    if not wanted:
        return
    pattern = pattern_of(wanted)
    translations = {found: pattern_of([same_words(english)], ended=False) for found, (_, english) in wanted.items()}
    for element, path, text in every_text(chain):
        if text.zh is None or text.en is None:
            continue
        english_text = same_words(text.en)
        for found in dict.fromkeys(pattern.findall(same_words(text.zh))):
            if translations[found].search(english_text):
                continue
            key, english = wanted[found]
            yield Violation(
                element,
                Text(
                    zh=f"“{key}”在术语表里译作“{english}”，这里的英文没有",
                    en=f"The glossary translates “{key}” as “{english}”, which is not in the English text",
                ),
                Text(zh=f"英文里写 {english}", en=f"Write “{english}”"),
                (*path, "en"),
            )
