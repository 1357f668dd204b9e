from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import TransportPlace
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S331",
    "place-off-the-map",
    Severity.HINT,
    title=Text(zh="地点都有位置", en="Every place has a position"),
    reason=Text(
        zh="别的地点都有位置，缺位置的只能由画图的人猜。",
        en="Where other places have a position, one without is put where there is room.",
    ),
)
def place_off_the_map(chain: Chain) -> Iterator[Violation]:
    places = list(chain.engagement.of(TransportPlace))
    if not any(place.at is not None or place.position is not None for place in places):
        return
    for place in places:
        if place.at is None and place.position is None and place.parent is None:
            yield Violation(
                place.id,
                Text(
                    zh=f"地点“{place.id}”没有位置，别的地点有",
                    en=f"“{place.id}” has no position, while other places do",
                ),
                Text(zh="写上 at: [经度, 纬度]，大概的也行", en="Add at: [longitude, latitude]; a rough one will do"),
            )
