from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.review.notes import HOW_TO_SETTLE, author, element_of, open_notes, subject, words_of
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S842",
    "open-comment",
    Severity.HINT,
    literal=True,
    title=Text(zh="评审人的意见已经处理", en="What reviewers remark is settled"),
    reason=Text(
        zh="提意见的人要看到意见有了下文。",
        en="Who takes the trouble to comment wants to see what became of it.",
    ),
)
def open_comment(chain: Chain) -> Iterator[Violation]:
    for note in open_notes(chain, "comment"):
        if (about := subject(chain, note)) is not None:
            said = words_of(note)
            yield Violation(
                element_of(chain, note),
                Text(
                    zh=f"{author(note)}对{about.for_language('zh')}有意见{said.for_language('zh')}",
                    en=f"{author(note)} comments on {about.for_language('en')}{said.for_language('en')}",
                ),
                HOW_TO_SETTLE,
                note=note.id,
            )
