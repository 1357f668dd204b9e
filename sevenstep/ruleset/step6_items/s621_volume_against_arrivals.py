from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.item_evaluation.volume import arriving
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step6_items import Item
from sevenstep.model.step6_items.volume import a_year
from sevenstep.ruleset.rule import Violation, rule

_TOLERANCE: Final = 0.1
"""How far the two may be apart: nobody counts cases to more than a tenth."""


@rule(
    "S621",
    "volume-against-arrivals",
    Severity.WARNING,
    title=Text(zh="事项的业务量和流程的到达率一致", en="The volume of an item agrees with the arrivals of its flow"),
    reason=Text(
        zh="两个数对不上，人手够不够、队排多长就各算各的。",
        en="If the two differ, staffing and queues are computed from different numbers.",
    ),
)
def volume_against_arrivals(chain: Chain) -> Iterator[Violation]:
    for item in chain.engagement.of(Item):
        if item.volume is None:
            continue
        said = a_year(item.volume)
        for flow, cases in arriving(chain, item):
            if abs(said - cases) > _TOLERANCE * max(said, cases):
                one, other = plain_number(round(said)), plain_number(round(cases))
                yield Violation(
                    item.id,
                    Text(
                        zh=f"事项“{item.id}”一年 {one} 件，流程“{flow.id}”一年到达 {other} 件",
                        en=f"Item “{item.id}” has {one} cases a year, and {other} arrive at flow “{flow.id}”",
                    ),
                    Text(
                        zh="改成同一个数，或删掉 volume，按到达率算",
                        en="Make them one number, or leave volume out: then the arrivals count",
                    ),
                    ("volume",),
                )
