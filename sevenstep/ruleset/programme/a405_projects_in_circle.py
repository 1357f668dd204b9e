from collections.abc import Iterator

from sevenstep.chain.cycles import cycles, told
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.titles import unquoted


@rule(
    "A405",
    "projects-in-circle",
    Severity.ERROR,
    title=Text(zh="项目不互相等待", en="Projects do not wait for one another in a circle"),
    reason=Text(
        zh="互相等待的项目，或等待自己的项目，哪一个也开始不了。",
        en="Of projects that wait for one another, or for themselves, none can begin.",
    ),
)
def projects_in_circle(chain: Chain) -> Iterator[Violation]:
    for around in cycles(chain, "begins-after"):
        way = told(around, unquoted)
        yield Violation(
            around[0].source,
            Text(zh=f"项目互相等待：{way}", en=f"Projects wait for one another: {way}"),
            Text(zh="去掉其中一个 after", en="Take one of these out of after"),
            around[0].path,
        )
