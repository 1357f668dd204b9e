from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.transport.loads import loads
from sevenstep.analysis.wording import shown_share
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule

_SLACK: Final = 1e-9


@rule(
    "S320",
    "load-over-capacity",
    Severity.WARNING,
    title=Text(zh="负荷不超过能力", en="No load is above the capacity"),
    reason=Text(
        zh="超过能力的负荷，要么写错了，要么说的是排队的，不是通过的。",
        en="A load above the capacity is mistyped, or it is what waits and not what passes.",
    ),
)
def load_over_capacity(chain: Chain) -> Iterator[Violation]:
    for load in loads(chain, {}).values():
        if load.share is not None and load.share > 1 + _SLACK:
            element = chain.elements[load.element]
            if not isinstance(element, Traffic) or element.load is None:
                continue
            yield Violation(
                load.element,
                Text(
                    zh=f"“{load.element}”的负荷 {element.load.text} 是能力的 {shown_share(load.share)}",
                    en=f"The load of “{load.element}”, {element.load.text}, is {shown_share(load.share)} of its "
                    "capacity",
                ),
                Text(
                    zh="核对两个数；要说需求有多大，写在路线的 volume 里",
                    en="Check both figures; how much is asked for is the volume of routes",
                ),
                ("load",),
            )
