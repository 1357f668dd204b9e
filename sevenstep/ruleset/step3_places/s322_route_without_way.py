from collections.abc import Iterator

from sevenstep.analysis.transport.passages import ground
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Route, TransportLink
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_architecture.whole import is_whole
from sevenstep.ruleset.step3_places.routes import pieces_of


@rule(
    "S322",
    "route-without-way",
    Severity.WARNING,
    title=Text(zh="路线的两头走得通", en="A way leads between the ends of a route"),
    reason=Text(
        zh="两头之间没有区段相连，再等也走不通。",
        en="Where nothing joins its ends, now or later, the goods cannot get there.",
    ),
)
def route_without_way(chain: Chain) -> Iterator[Violation]:
    land = ground(chain)
    if not is_whole(chain, TransportLink, "link-from", "link-to"):
        return
    pieces = pieces_of(land)
    for route in chain.engagement.of(Route):
        if route.over or route.start == route.end or not {route.start, route.end} <= land.joins.keys():
            continue
        if pieces[route.start] != pieces[route.end]:
            yield Violation(
                route.id,
                Text(
                    zh=f"路线“{route.id}”：从“{route.start}”到“{route.end}”没有区段相连",
                    en=f"Route “{route.id}”: nothing joins “{route.start}” and “{route.end}”",
                ),
                Text(zh="补上缺的区段，或改正两头", en="Write the links that are missing, or correct its ends"),
                ("to",),
            )
