from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place, Severity
from sevenstep.language import Text
from sevenstep.model.chapters.tables import MOST_BLOCKS
from sevenstep.ruleset.chapters.marks import violation_at
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S830",
    "chapter-too-full",
    Severity.WARNING,
    literal=True,
    title=Text(zh=f"一章最多 {MOST_BLOCKS} 张图和表", en=f"A chapter places at most {MOST_BLOCKS} pictures and tables"),
    reason=Text(
        zh="再多的图没有人看，网页也打不开；多出来的只写出名称。",
        en="Nobody reads more, and the page becomes too heavy to open; of the others only the titles are shown.",
    ),
)
def chapter_too_full(chain: Chain) -> Iterator[Violation]:
    """Chapters with more pictures and tables than are shown."""
    for chapter in chain.engagement.chapters:
        blocks = [mark for mark in chapter.marks if mark.is_block]
        if len(blocks) > MOST_BLOCKS:
            yield violation_at(
                Place(chapter.file, span=blocks[MOST_BLOCKS].span),
                Text(
                    zh=f"这一章有 {len(blocks)} 张图和表", en=f"This chapter places {len(blocks)} pictures and tables"
                ),
                Text(zh="分成几章", en="Make several chapters of it"),
            )
