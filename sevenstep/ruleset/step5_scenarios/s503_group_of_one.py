from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.group_sizes import group_sizes


@rule(
    "S503",
    "group-of-one",
    Severity.WARNING,
    title=Text(zh="场景类至少有两个场景", en="A group holds two scenarios at least"),
    reason=Text(
        zh="只有一个场景的类没有归类的作用。",
        en="A group of one sorts nothing.",
    ),
)
def group_of_one(chain: Chain) -> Iterator[Violation]:
    for group, count in group_sizes(chain):
        if count == 1:
            yield Violation(
                group,
                Text(zh=f"场景类“{group}”只有一个场景", en=f"Group “{group}” holds a single scenario"),
                Text(
                    zh="并入另一个场景类，或补上其余场景", en="Merge it into another group, or add its other scenarios"
                ),
            )
