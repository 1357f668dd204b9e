from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.quantity import plain_number
from sevenstep.model.step3_places import TransportPlace
from sevenstep.model.step3_places.coordinates import is_on_earth
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S311",
    "coordinates-off-earth",
    Severity.ERROR,
    title=Text(zh="经纬度在地球上", en="Coordinates lie on earth"),
    reason=Text(
        zh="经度超过 180 度、纬度超过 90 度的地点，地图上无法绘制；多半是先后写反了。",
        en="What lies beyond 180 degrees of longitude or 90 of latitude is on no map; most often the two are swapped.",
    ),
)
def coordinates_off_earth(chain: Chain) -> Iterator[Violation]:
    for place in chain.engagement.of(TransportPlace):
        if place.at is None or is_on_earth(place.at):
            continue
        first, second = (plain_number(number) for number in place.at)
        swapped = is_on_earth(place.at[::-1])
        yield Violation(
            place.id,
            Text(
                zh=f"地点“{place.id}”的经纬度 {first}, {second} 不在地球上",
                en=f"The coordinates of “{place.id}”, {first}, {second}, are not on earth",
            ),
            Text(
                zh=f"先写经度再写纬度：at: [{second}, {first}]",
                en=f"Write the longitude before the latitude: at: [{second}, {first}]",
            )
            if swapped
            else Text(
                zh="经度在 -180 到 180 之间，纬度在 -90 到 90 之间；示意图上的位置写 position",
                en="Longitudes run from -180 to 180, latitudes from -90 to 90; a place on a drawing is a position",
            ),
            ("at",),
        )
