from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.review.notes import author, open_notes
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief


@rule(
    "S843",
    "note-on-missing-element",
    Severity.WARNING,
    literal=True,
    title=Text(zh="评审意见所说的要素还在", en="The element of a review note is there"),
    reason=Text(
        zh="要素删了或改了编号，对它的意见就没有人再看到。",
        en="When an element goes or changes its id, what was said of it is seen by nobody.",
    ),
)
def note_on_missing_element(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.complete:
        return  # what cannot be read may well hold what is missing
    for note in open_notes(chain, "object", "comment"):
        if not engagement.is_known(note.element):
            name = brief(note.element)
            yield Violation(
                "",
                Text(
                    zh=f"{author(note)}的意见说的是“{name}”，模型里没有这个要素",
                    en=f"The note of {author(note)} is about “{name}”, and there is no such element",
                ),
                Text(
                    zh="编号改了就改 element；要素删了就写 settled: 说明去向",
                    en="Where the id has changed, change element; where the element has gone, write settled: why",
                ),
                path=("element",),
                note=note.id,
            )
