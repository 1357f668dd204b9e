from collections.abc import Iterator

from sevenstep.analysis.transport.passages import unit_of_cost
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_places.another_unit import in_another_unit


@rule(
    "S326",
    "cost-in-another-unit",
    Severity.WARNING,
    title=Text(zh="通过成本用同一个单位", en="Costs to pass are in one unit"),
    reason=Text(
        zh="币种或单位不同的成本加不到一起，走法就没法比较。",
        en="Costs in other currencies or units cannot be added up, so ways cannot be compared.",
    ),
)
def cost_in_another_unit(chain: Chain) -> Iterator[Violation]:
    elements = [element for element in chain.elements.values() if isinstance(element, Traffic)]
    unit = unit_of_cost(elements)
    yield from in_another_unit(elements, "cost", unit, "{}的通过成本", "The cost to pass {}")
