from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.dimensions import Dimension
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S228",
    "member-in-both",
    Severity.WARNING,
    title=Text(zh="成员只写一处", en="A member is named once"),
    reason=Text(
        zh="既是要素又另写名称的成员，两个名称早晚会不一样。",
        en="A member that is an element and has a title here as well will some day have two different titles.",
    ),
)
def member_in_both(chain: Chain) -> Iterator[Violation]:
    for dimension in chain.engagement.of(Dimension):
        for number, member in enumerate(dimension.elements):
            again = member in dimension.elements[:number]
            if member in dimension.members or again:
                yield Violation(
                    dimension.id,
                    Text(
                        zh=f"“{member}”在维度“{dimension.id}”里写了两次",
                        en=f"“{member}” is named twice in the dimension “{dimension.id}”",
                    ),
                    Text(
                        zh="elements 里留一次，members 里删掉",
                        en="Keep it once in elements, and take it out of members",
                    ),
                    ("elements", number),
                )
