from collections.abc import Iterator

from sevenstep.analysis.transport.passages import told_in
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Route, Traffic
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S334",
    "volume-in-another-unit",
    Severity.WARNING,
    title=Text(
        zh="运量能换算成所经之处的能力单位", en="The volume of a route converts into the capacity of what it passes"
    ),
    reason=Text(
        zh="换算不了的运量加不到负荷里。",
        en="A volume in another unit cannot be added to the load.",
    ),
)
def volume_in_another_unit(chain: Chain) -> Iterator[Violation]:
    for route in chain.engagement.of(Route):
        if route.volume is None:
            continue
        for key in dict.fromkeys((route.start, *route.over, route.end)):
            element = chain.elements.get(key)
            if not isinstance(element, Traffic) or element.capacity is None:
                continue
            if told_in(route.volume, element.capacity.unit) is None:
                yield Violation(
                    route.id,
                    Text(
                        zh=f"路线“{route.id}”的运量 {route.volume.text} "
                        f"换算不成“{key}”的能力单位（{element.capacity.text}）",
                        en=f"The volume of route “{route.id}”, {route.volume.text}, cannot be converted into the unit "
                        f"of the capacity of “{key}”, {element.capacity.text}",
                    ),
                    Text(zh="用同一种单位，如 TEU/d 和 TEU/y", en="Use units of one kind, such as TEU/d and TEU/y"),
                    ("volume",),
                    also=((key, ("capacity",)),),
                )
                break
