from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "A308",
    "system-cycle",
    Severity.ERROR,
    title=Text(zh="系统是一棵树", en="Systems form a tree"),
    reason=Text(zh="互为上级的系统，没有谁是总的。", en="Of systems that are part of one another none is the whole."),
)
def system_cycle(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "system-parent"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"系统互为上级：{way}", en=f"Systems are part of one another: {way}"),
            Text(zh="去掉其中一个 parent", en="Take one of these parents out"),
            around[0].path,
        )
