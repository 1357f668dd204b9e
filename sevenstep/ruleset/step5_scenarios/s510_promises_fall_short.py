from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.promises import (
    ENOUGH,
    complete_promises,
    promise_violation,
    reads_as_points,
    sized,
)


@rule(
    "S510",
    "promises-fall-short",
    Severity.QUESTION,
    title=Text(zh="各场景的改善加起来够得到目标", en="What the scenarios promise takes an indicator to its target"),
    reason=Text(
        zh="场景全部做成也够不到的目标，从一开始就达不到。",
        en="A target that is missed even if all scenarios keep their promise is missed from the outset.",
    ),
    decision=Text(
        zh="决定是加场景、加力度，还是把目标定低。",
        en="It decides whether scenarios are added, have to achieve more, or the target is lowered.",
    ),
)
def promises_fall_short(chain: Chain) -> Iterator[Violation]:
    for promise in complete_promises(chain):
        promised, needed = sized(promise)
        if not needed[0] or promised[1] >= ENOUGH * needed[0] or reads_as_points(promise):
            continue
        yield promise_violation(
            chain,
            promise,
            Text(zh="还差的由谁来做", en="who does the rest"),
            Text(
                zh="补上场景或加大幅度，或改目标；百分比是占基线的比例，百分点请写“个百分点”",
                en="Add scenarios, let them achieve more, or correct the target; per cent is a part of the baseline,"
                " for "
                "points write “points”",
            ),
        )
