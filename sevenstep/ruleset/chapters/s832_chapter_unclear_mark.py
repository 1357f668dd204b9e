from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Place, Severity
from sevenstep.language import Text
from sevenstep.model.chapters.chapter import Mark
from sevenstep.ruleset.chapters.marks import MOST_NAMES, Marks, violation_at
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.source.characters import brief

_FORMS: Final = Text(
    zh="写成 {{picture 名称}}、{{table 名称}} 或 {{value 指标编号}}；只是文字的，前面加 \\",
    en="Write {{picture NAME}}, {{table NAME}} or {{value ID}}; put \\ before what is only text",
)


@rule(
    "S832",
    "chapter-unclear-mark",
    Severity.ERROR,
    literal=True,
    title=Text(zh="正文里的标记要写得正确", en="The marks of a chapter are well-formed"),
    reason=Text(
        zh="写错的标记会原样出现在网页上，图、表或数值却没有了。",
        en="A mistyped mark is printed as it stands, and what it should show is missing.",
    ),
)
def chapter_unclear_mark(chain: Chain) -> Iterator[Violation]:
    """Marks with an unknown word, with too few or too many names, with full-width brackets, or not closed."""
    marks = Marks(chain, "unknown", "typo", *MOST_NAMES)
    for mark, place in marks:
        shown = brief(mark.written)
        if mark.kind == "typo":
            yield _typo(mark, place, shown)
        elif mark.kind == "unknown":
            yield violation_at(
                place,
                Text(zh=f"看不懂“{shown}”", en=f"“{shown}” means nothing here"),
                marks.meant(mark.words, MOST_NAMES, _FORMS),
            )
        elif not 1 <= len(mark.names) <= MOST_NAMES[mark.kind]:
            yield violation_at(
                place, Text(zh=f"“{shown}”的名称写得不对", en=f"“{shown}” does not name exactly one thing"), _FORMS
            )


def _typo(mark: Mark, place: Place, shown: str) -> Violation:
    if not mark.meant:
        return violation_at(
            place,
            Text(zh=f"“{shown}”未写完", en=f"“{shown}” is not closed"),
            Text(zh="用 ]] 或 }} 结束，或在前面加 \\", en="Close it with ]] or }}, or put \\ before it"),
        )
    return violation_at(
        place,
        Text(zh=f"“{shown}”用了全角括号", en=f"“{shown}” has full-width brackets"),
        Text(zh=f"写成 {brief(mark.meant)}", en=f"Write {brief(mark.meant)}"),
        mark.meant,
    )
