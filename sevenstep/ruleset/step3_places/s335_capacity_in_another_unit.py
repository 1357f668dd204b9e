from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_places.another_unit import in_another_unit


@rule(
    "S335",
    "capacity-in-another-unit",
    Severity.WARNING,
    title=Text(zh="各处的通过能力可以换算", en="Capacities can be converted into each other's units"),
    reason=Text(
        zh="箱和吨换算不了：一条路线上最多能过多少、哪里最紧，就无法计算。",
        en="Containers cannot be converted into tonnes: what can pass along a route, and where it is tightest, "
        "cannot be computed then.",
    ),
)
def capacity_in_another_unit(chain: Chain) -> Iterator[Violation]:
    elements = [element for element in chain.elements.values() if isinstance(element, Traffic)]
    unit = next((element.capacity.unit for element in elements if element.capacity is not None), "")
    yield from in_another_unit(elements, "capacity", unit, "{}的通过能力", "The capacity of {}")
