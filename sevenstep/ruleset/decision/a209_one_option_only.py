from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.decision import Decision
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A209",
    "one-option-only",
    Severity.WARNING,
    title=Text(zh="比选至少有两个方案", en="A decision has two options at least"),
    reason=Text(
        zh="只有一个方案，就没有什么可选的。",
        en="With one option there is nothing to choose.",
    ),
)
def one_option_only(chain: Chain) -> Iterator[Violation]:
    for decision in chain.engagement.of(Decision):
        if len(decision.options) < 2:
            yield Violation(
                decision.id,
                Text(
                    zh=f"只有 {len(decision.options)} 个方案" if decision.options else "还没有方案",
                    en="There is one option only" if decision.options else "There is no option yet",
                ),
                Text(zh="写上其他可行的方案，包括维持现状", en="Add the other ways, doing nothing included"),
            )
