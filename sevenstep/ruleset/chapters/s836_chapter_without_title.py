from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place, Severity
from sevenstep.language import Text
from sevenstep.ruleset.chapters.top_of_file import TOP_OF_FILE
from sevenstep.ruleset.rule import Violation, rule


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
)
def chapter_without_title(chain: Chain) -> Iterator[Violation]:
    """Chapters without a heading."""
    for chapter in chain.engagement.chapters:
        if not chapter.title:
            yield Violation(
                "",
                Text(zh="这一章没有标题", en="This chapter has no title"),
                Text(zh="第一行写“# 标题”", en="Begin it with “# Title”"),
                place=Place(chapter.file, span=TOP_OF_FILE),
            )
