from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S101",
    "goal-cycle",
    Severity.ERROR,
    title=Text(zh="战略目标是一棵树", en="Goals form a tree"),
    reason=Text(
        zh="互为上级的目标没有顶点，往上追不到头。",
        en="Goals that stand above one another have no top: the way up never ends.",
    ),
)
def goal_cycle(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "parent"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"目标互为上级：{way}", en=f"Goals stand above one another: {way}"),
            Text(zh="去掉其中一个 parent", en="Take one of these parents out"),
            around[0].path,
        )
