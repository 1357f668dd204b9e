from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Stance
from sevenstep.ruleset.review.notes import author, element_of
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S844",
    "settled-without-how",
    Severity.HINT,
    literal=True,
    title=Text(zh="处理了的意见写明处理结果", en="A settled note says how"),
    reason=Text(
        zh="下次评审时，提意见的人会问：改了什么，或者为什么不改？",
        en="At the next review the person will ask what was changed, or why nothing was.",
    ),
)
def settled_without_how(chain: Chain) -> Iterator[Violation]:
    for note in chain.engagement.live_notes.values():
        if note.settled is not None and note.settled.how is None and note.stance != Stance.AGREE:
            yield Violation(
                element_of(chain, note),
                Text(
                    zh=f"{author(note)}的意见标为已处理，未写明处理结果",
                    en=f"The note of {author(note)} is settled, but does not say how",
                ),
                Text(
                    zh="写成 settled: 改了什么，或为什么不改",
                    en="Write settled: what was changed, or why nothing was",
                ),
                path=("settled",),
                on_key=True,
                note=note.id,
            )
