from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S302",
    "functions-in-circle",
    Severity.WARNING,
    title=Text(zh="业务环节的先后不绕圈", en="Functions do not follow one another in a circle"),
    reason=Text(
        zh="绕成圈的先后关系说不清从哪里开始。返工写在流程里，不写在架构里。",
        en="In a circle nothing comes first. Rework belongs into the flows, not into the architecture.",
    ),
)
def functions_in_circle(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "follows"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"业务环节绕成一圈：{way}", en=f"Functions follow one another in a circle: {way}"),
            Text(zh="去掉其中一个 follows", en="Take one of these out of follows"),
            around[0].path,
        )
