from collections.abc import Iterator

from sevenstep.analysis.transport.passages import told_in
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Traffic
from sevenstep.ruleset.rule import Violation, rule


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
    for element in elements:
        if element.capacity is not None and told_in(element.capacity, unit) is None:
            yield Violation(
                element.id,
                Text(
                    zh=f"“{element.id}”的通过能力 {element.capacity.text} 换算不成别处用的 {unit or '—'}",
                    en=f"The capacity of “{element.id}”, {element.capacity.text}, cannot be converted into "
                    f"{unit or '—'}, "
                    "which the others use",
                ),
                Text(zh=f"换算成 {unit or '—'}", en=f"Convert it into {unit or '—'}"),
                ("capacity",),
            )
