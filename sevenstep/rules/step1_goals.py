"""Rules of step 1."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.cycles import cycles
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.rules.rule import Breach, rule


@rule(
    "S101",
    "goal-cycle",
    Severity.ERROR,
    title=Text(zh="战略目标是一棵树", en="Goals form a tree"),
    reason=Text(
        zh="互为上级的目标没有顶点，往上追不到头。",
        en="Goals that stand above one another have no top: the way up never ends.",
    ),
    bad="""
    goals:
      G1: {title: Faster clearance, parent: G2}
      G2: {title: At the port, parent: G1}
    """,
    good="""
    goals:
      G1: {title: Faster clearance}
      G2: {title: At the port, parent: G1}
    """,
)
def goal_cycle(chain: Chain) -> Iterator[Breach]:
    for around in cycles(chain, lambda link: link.relation.name == "parent"):
        way = " → ".join([link.source for link in around] + [around[0].source])
        yield Breach(
            around[0].source,
            Text(zh=f"目标互为上级：{way}", en=f"Goals stand above one another: {way}"),
            Text(zh="去掉其中一个 parent", en="Take one of these parents out"),
            around[0].path,
        )


RULES: Final = (goal_cycle,)
"""The rules of this step."""
