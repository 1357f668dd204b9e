from collections.abc import Iterator

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.load import overbooked
from sevenstep.analysis.programme.wording import over_said
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, many
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A410",
    "pool-booked-beyond-what-it-has",
    Severity.WARNING,
    title=Text(zh="资源不超额占用", en="No pool is booked beyond what it has"),
    reason=Text(
        zh="同一个月占用的比有的多，总有项目要等。",
        en="Where more is drawn in a month than there is, some project waits.",
    ),
)
def pool_booked_beyond_what_it_has(chain: Chain) -> Iterator[Violation]:
    for pool, load in overbooked(programme(chain).pools):
        over = over_said(load.worst)
        yield Violation(
            pool,
            Text(
                zh=f"资源池“{pool}”有 {load.months} 个月超额，最多的一个月：{over.zh}",
                en=f"Pool “{pool}” is booked beyond what it has in {many(load.months, 'month')}, most with {over.en}",
            ),
            Text(zh="错开项目，或增加资源", en="Put projects apart, or add to the pool"),
            ("capacity",),
            also=tuple((key, ("draws",)) for key in load.worst.projects),
        )
