from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.promises import FAR, complete_promises, promise_violation, sized


@rule(
    "S511",
    "promises-go-too-far",
    Severity.QUESTION,
    title=Text(
        zh="各场景的改善加起来不远远超过目标", en="What the scenarios promise does not lead far beyond the target"
    ),
    reason=Text(
        zh="加起来远远超过目标，多半是同一份改善算了两遍，或者写错了单位。",
        en="Promises that add up to much more than is needed mostly count the same gain twice, or are in another unit.",
    ),
    decision=Text(
        zh="决定哪些场景真正需要，或者目标可以定得更高。",
        en="It decides which scenarios are needed at all, or that the target can be set higher.",
    ),
)
def promises_go_too_far(chain: Chain) -> Iterator[Violation]:
    for promise in complete_promises(chain):
        promised, needed = sized(promise)
        if not needed[1] or promised[0] <= FAR * needed[1]:
            continue
        yield promise_violation(
            chain,
            promise,
            Text(zh="是不是重复计算了", en="is a gain counted twice"),
            Text(
                zh="去掉重复的，或改正幅度；几个场景只做其一的，写明理由：accepted: {S511: 理由}",
                en="Take out what is counted twice, or correct the moves; of alternatives say so: "
                "accepted: {S511: reason}",
            ),
        )
