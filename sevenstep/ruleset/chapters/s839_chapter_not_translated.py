from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place, Severity
from sevenstep.language import Language, Text
from sevenstep.model.chapters.translations import translations
from sevenstep.ruleset.chapters.top_of_file import TOP_OF_FILE
from sevenstep.ruleset.rule import Violation, rule

_MISSING: Final[dict[Language, Text]] = {
    "zh": Text(zh="这一章没有中文版", en="This chapter is not there in Chinese"),
    "en": Text(zh="这一章没有英文版", en="This chapter is not there in English"),
}


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
)
def chapter_not_translated(chain: Chain) -> Iterator[Violation]:
    """Chapters that are written for some of the engagement's languages only."""
    for chapter in translations(chain.engagement.chapters):
        for language in chain.engagement.header.languages:
            if chapter.lacks(language):
                other = chapter.for_language(language)
                yield Violation(
                    "",
                    _MISSING[language],
                    Text(zh=f"新建 {chapter.name}.{language}.md", en=f"Write {chapter.name}.{language}.md"),
                    place=Place(other.file, span=TOP_OF_FILE),
                )
