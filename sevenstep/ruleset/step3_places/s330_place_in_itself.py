from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "S330",
    "place-in-itself",
    Severity.ERROR,
    title=Text(zh="地点不在自己里面", en="No place lies in itself"),
    reason=Text(
        zh="互相包含的地点没有最大的一个，归不到哪里。",
        en="Places that lie in one another have no largest, and belong nowhere.",
    ),
)
def place_in_itself(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "place-in"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"地点互相包含：{way}", en=f"Places lie in one another: {way}"),
            Text(zh="去掉其中一个 parent", en="Take one of these parents out"),
            around[0].path,
        )
