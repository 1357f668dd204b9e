from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Route
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S323",
    "route-to-its-start",
    Severity.ERROR,
    title=Text(zh="路线通向别处", en="A route leads somewhere else"),
    reason=Text(
        zh="从一个地点到它自己不是路线。",
        en="From a place to itself is not a route.",
    ),
)
def route_to_its_start(chain: Chain) -> Iterator[Violation]:
    for route in chain.engagement.of(Route):
        if route.start == route.end:
            yield Violation(
                route.id,
                Text(
                    zh=f"路线“{route.id}”从“{route.start}”又回到“{route.start}”",
                    en=f"Route “{route.id}” leads from “{route.start}” to itself",
                ),
                Text(zh="改写 to；来回写成两条路线", en="Change to:; there and back are two routes"),
                ("to",),
            )
