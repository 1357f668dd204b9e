from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step5_scenarios.promises import complete_promises, promise_violation, reads_as_points


@rule(
    "S512",
    "per-cent-or-points",
    Severity.QUESTION,
    title=Text(zh="百分比的指标，幅度说清是百分比还是百分点", en="A move of a share says whether points are meant"),
    reason=Text(
        zh="40% 的占比“提高 10%”是 44%，“提高 10 个百分点”是 50%。",
        en="40 % raised by 10 % is 44 %, raised by 10 points it is 50 %.",
    ),
    decision=Text(
        zh="决定各场景加起来够不够得到目标。",
        en="It decides whether the scenarios together reach the target.",
    ),
)
def per_cent_or_points(chain: Chain) -> Iterator[Violation]:
    for promise in complete_promises(chain):
        if not reads_as_points(promise):
            continue
        yield promise_violation(
            chain,
            promise,
            Text(zh="写的是百分比，是不是指百分点", en="are points meant by these per cent"),
            Text(
                zh="% 按基线的比例算；是百分点就写“+30 个百分点”",
                en="% is counted as a part of the baseline; of points write “+30 points”",
            ),
        )
