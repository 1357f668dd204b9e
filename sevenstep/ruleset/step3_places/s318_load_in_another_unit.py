from collections.abc import Iterator

from sevenstep.analysis.transport.passages import told_in
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import is_per_cent
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S318",
    "load-in-another-unit",
    Severity.ERROR,
    title=Text(zh="负荷和能力用能换算的单位", en="Load and capacity are in units of one kind"),
    reason=Text(
        zh="单位换算不了，就不知道还剩多少能力。",
        en="If they do not convert, nobody knows how much capacity is left.",
    ),
)
def load_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for element in chain.elements.values():
        if not isinstance(element, Traffic) or element.capacity is None or element.load is None:
            continue
        if is_per_cent(element.load.unit) or told_in(element.load, element.capacity.unit) is not None:
            continue
        yield Violation(
            element.id,
            Text(
                zh=f"“{element.id}”的负荷 {element.load.text} 换算不成能力的单位（{element.capacity.text}）",
                en=f"The load of “{element.id}”, {element.load.text}, cannot be converted into the unit of its "
                f"capacity, {element.capacity.text}",
            ),
            Text(
                zh="两处用同一种单位，如 TEU/d 和 TEU/y，或把负荷写成百分之几",
                en="Use units of one kind for both, such as TEU/d and TEU/y, or give the load in per cent",
            ),
            ("load",),
        )
