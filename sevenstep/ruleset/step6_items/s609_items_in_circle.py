from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S609",
    "items-in-circle",
    Severity.ERROR,
    title=Text(zh="事项的依赖不绕圈", en="Items do not depend on one another in a circle"),
    reason=Text(
        zh="互相等待的事项，哪一件也开始不了。",
        en="If items wait for one another, none can begin.",
    ),
)
def items_in_circle(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "depends-on"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"事项互相依赖：{way}", en=f"Items depend on one another: {way}"),
            Text(zh="去掉其中一个 depends_on", en="Take one of these out of depends_on"),
            around[0].path,
        )
