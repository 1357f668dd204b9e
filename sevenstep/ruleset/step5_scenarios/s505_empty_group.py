from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.group_sizes import group_sizes


@rule(
    "S505",
    "empty-group",
    Severity.WARNING,
    title=Text(zh="场景类里要有场景", en="A group holds scenarios"),
    reason=Text(
        zh="空的场景类要么漏了场景，要么不需要。",
        en="If a group is empty, its scenarios are missing, or it is not needed.",
    ),
)
def empty_group(chain: Chain) -> Iterator[Violation]:
    for group, count in group_sizes(chain):
        if count == 0:
            yield Violation(
                group,
                Text(zh=f"场景类“{group}”里没有场景", en=f"Group “{group}” holds no scenario"),
                Text(zh="补上场景，或删掉这个场景类", en="Add its scenarios, or take the group out"),
            )
