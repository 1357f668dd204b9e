from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.chapters.marks import Marks, violation_at
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S831",
    "chapter-unknown-element",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里提到的要素必须存在", en="Elements that a chapter names exist"),
    reason=Text(
        zh="读者点不到的链接，等于没有依据的说法。",
        en="A link that leads nowhere is a claim without anything behind it.",
    ),
)
def chapter_unknown_element(chain: Chain) -> Iterator[Violation]:
    """Links to, and figures of, elements that are not there."""
    engagement = chain.engagement
    if not engagement.complete:
        return
    marks = Marks(chain, "link", "value")
    for mark, place in marks:
        if mark.name and mark.name not in engagement.elements and mark.name not in engagement.broken:
            shown = brief(mark.name)
            yield violation_at(
                place,
                Text(zh=f"没有编号为“{shown}”的要素", en=f"There is no element “{shown}”"),
                marks.element(mark.name),
            )
