from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.chapters.tables import TABLES
from sevenstep.ruleset.chapters.marks import Marks, violation_at
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S834",
    "chapter-unknown-table",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里放的表必须存在", en="Tables that a chapter places exist"),
    reason=Text(zh="没有的表只会留下空白。", en="A table that is not there leaves a hole in the page."),
)
def chapter_unknown_table(chain: Chain) -> Iterator[Violation]:
    """Names that belong to no table."""
    marks = Marks(chain, "table")
    for mark, place in marks:
        if len(mark.names) == 1 and mark.name not in TABLES:
            shown = brief(mark.name)
            yield violation_at(
                place,
                Text(zh=f"没有名为“{shown}”的表", en=f"There is no table “{shown}”"),
                marks.meant(
                    mark.name, TABLES, Text(zh=f"可以放：{'、'.join(TABLES)}", en=f"There are: {', '.join(TABLES)}")
                ),
            )
