from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.chapters.marks import Marks, violation_at
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S838",
    "chapter-block-in-text",
    Severity.ERROR,
    literal=True,
    title=Text(zh="图和表单独占一行", en="A picture or table stands alone on its line"),
    reason=Text(zh="图和表放不进一句话里。", en="Neither fits into a sentence."),
)
def chapter_block_in_text(chain: Chain) -> Iterator[Violation]:
    """Pictures and tables with something else on their line."""
    for mark, place in Marks(chain, "picture", "table"):
        if not mark.is_block:
            yield violation_at(
                place,
                Text(zh=f"“{brief(mark.written)}”和别的内容在同一行", en=f"“{brief(mark.written)}” shares its line"),
                Text(zh="让它单独占一行", en="Put it on a line of its own"),
            )
