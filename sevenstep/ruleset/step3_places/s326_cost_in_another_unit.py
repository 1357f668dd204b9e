from collections.abc import Iterator

from sevenstep.analysis.transport.passages import told_in, unit_of_cost
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule


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
    for element in elements:
        if element.cost is not None and told_in(element.cost, unit) is None:
            yield Violation(
                element.id,
                Text(
                    zh=f"“{element.id}”的通过成本 {element.cost.text} 换算不成别处用的 {unit or '—'}",
                    en=f"The cost to pass “{element.id}”, {element.cost.text}, cannot be converted into {unit or '—'}, "
                    "which the others use",
                ),
                Text(zh=f"换算成 {unit or '—'}", en=f"Convert it into {unit or '—'}"),
                ("cost",),
            )
