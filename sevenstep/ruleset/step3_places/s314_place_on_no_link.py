from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import TransportLink, TransportPlace
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.whole import is_whole


@rule(
    "S314",
    "place-on-no-link",
    Severity.WARNING,
    title=Text(zh="地点连着运输区段", en="A place is on a transport link"),
    reason=Text(
        zh="没有区段通到的地点，货物到不了。",
        en="Goods cannot get to a place that no link leads to.",
    ),
)
def place_on_no_link(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.count(TransportLink):
        return
    if not is_whole(chain, TransportLink, "link-from", "link-to", "place-in"):
        return
    for place in chain.engagement.of(TransportPlace):
        if place.parent is None and not chain.holders(place.id, "link-from", "link-to", "place-in"):
            yield Violation(
                place.id,
                Text(zh=f"没有运输区段通到地点“{place.id}”", en=f"No link leads to “{place.id}”"),
                Text(
                    zh=f"写一个 from 或 to 是 {place.id} 的区段；它在别的地点里面，就写 parent",
                    en=f"Write a link from or to {place.id}, or name the parent that it lies in",
                ),
            )
