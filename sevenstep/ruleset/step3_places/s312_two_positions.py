from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import TransportPlace
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S312",
    "two-positions",
    Severity.WARNING,
    title=Text(zh="一个地点只有一种位置", en="A place has one position"),
    reason=Text(
        zh="经纬度和图上位置都写，就有两张地图，不知道以哪张为准。",
        en="With coordinates and a place on the drawing there are two maps, and nobody knows which holds.",
    ),
)
def two_positions(chain: Chain) -> Iterator[Violation]:
    for place in chain.engagement.of(TransportPlace):
        if place.at is not None and place.position is not None:
            yield Violation(
                place.id,
                Text(
                    zh=f"地点“{place.id}”既写了 at 又写了 position",
                    en=f"“{place.id}” has both at and position",
                ),
                Text(zh="知道经纬度就只留 at", en="Keep at alone where the coordinates are known"),
                ("position",),
            )
