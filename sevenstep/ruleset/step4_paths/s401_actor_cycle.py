from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S401",
    "actor-cycle",
    Severity.ERROR,
    title=Text(zh="参与主体是一棵树", en="Actors form a tree"),
    reason=Text(
        zh="互相隶属的主体没有谁在上面。",
        en="If actors belong to one another, none is above the others.",
    ),
)
def actor_cycle(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "actor-parent"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"主体互相隶属：{way}", en=f"Actors belong to one another: {way}"),
            Text(zh="去掉其中一个 parent", en="Take one of these parents out"),
            around[0].path,
        )
