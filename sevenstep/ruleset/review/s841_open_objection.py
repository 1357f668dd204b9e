from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.review.notes import HOW_TO_SETTLE, author, element_of, open_notes, subject, words_of
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S841",
    "open-objection",
    Severity.WARNING,
    literal=True,
    title=Text(zh="评审人的异议已经处理", en="What reviewers object to is settled"),
    reason=Text(
        zh="评审人不同意的地方没有答复，模型就没有真正通过评审。",
        en="As long as an objection has no answer, the model has not passed its review.",
    ),
)
def open_objection(chain: Chain) -> Iterator[Violation]:
    for note in open_notes(chain, "object"):
        if (about := subject(chain, note)) is not None:
            who, said = author(note), words_of(note)
            yield Violation(
                element_of(chain, note),
                Text(
                    zh=f"{who}对{about.for_language('zh')}有异议{said.for_language('zh')}",
                    en=f"{who} objects to {about.for_language('en')}{said.for_language('en')}",
                ),
                HOW_TO_SETTLE,
                note=note.id,
            )
