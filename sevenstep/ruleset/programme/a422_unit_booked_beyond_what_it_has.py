from collections.abc import Iterator

from sevenstep.analysis.programme.compute import programme
from sevenstep.analysis.programme.load import overbooked
from sevenstep.analysis.programme.wording import over_said
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text, many
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A422",
    "unit-booked-beyond-what-it-has",
    Severity.WARNING,
    title=Text(zh="单位人力不超额占用", en="No unit is booked beyond the people it has"),
    reason=Text(
        zh="几个项目同一个月要的人比这个单位能投入的多，总有项目要等。",
        en="Where projects take more of a unit in a month than it can give, some project waits.",
    ),
)
def unit_booked_beyond_what_it_has(chain: Chain) -> Iterator[Violation]:
    for unit, load in overbooked(programme(chain).efforts):
        over = over_said(load.worst)
        zh, en = (joint.join(f"“{key}”" for key in load.worst.projects) for joint in ("、", ", "))
        yield Violation(
            unit,
            Text(
                zh=f"单位“{unit}”有 {load.months} 个月人力超额，最多的一个月：{over.zh}，占用的项目是{zh}",
                en=f"Unit “{unit}” is booked beyond what it can give in {many(load.months, 'month')}, "
                f"most with {over.en}, by {en}",
            ),
            Text(zh="错开项目、少占用一些，或增加人力", en="Put projects apart, take less, or add people"),
            ("capacity",),
            also=tuple((key, ("efforts",)) for key in load.worst.projects),
        )
