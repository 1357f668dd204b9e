from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.transport.following import Gap, follow
from sevenstep.analysis.transport.passages import ground
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_places.routes import followable

_MOST_NAMED: Final = 5


@rule(
    "S321",
    "route-does-not-connect",
    Severity.ERROR,
    title=Text(zh="路线写出的一段段接得上", en="What a route runs over connects"),
    reason=Text(
        zh="接不上的路线走不通，时间和成本也无法计算。",
        en="A route that breaks off leads nowhere, and its time and cost cannot be computed.",
    ),
)
def route_does_not_connect(chain: Chain) -> Iterator[Violation]:
    land = ground(chain)
    for route in followable(chain, land):
        gap = follow(land, route)
        if not isinstance(gap, Gap):
            continue
        name = route.end if gap.index is None else route.over[gap.index]
        path = ("to",) if gap.index is None else ("over", gap.index)
        if gap.several:
            listed = ", ".join(gap.several[:_MOST_NAMED])
            yield Violation(
                route.id,
                Text(
                    zh=f"路线“{route.id}”从“{gap.here}”到“{name}”有 {len(gap.several)} 个区段，不知道走哪个",
                    en=f"Route “{route.id}”: {len(gap.several)} links lead from “{gap.here}” to “{name}”, and "
                    "none is named",
                ),
                Text(zh=f"在 over 里写上其中一个：{listed}", en=f"Name one of them in over: {listed}"),
                path,
            )
        else:
            yield Violation(
                route.id,
                Text(
                    zh=f"路线“{route.id}”断在“{gap.here}”：从那里接不上“{name}”",
                    en=f"Route “{route.id}” breaks off at “{gap.here}”: “{name}” does not go on from there",
                ),
                Text(
                    zh="补上中间的区段，或改正次序；单向的区段只能顺着走",
                    en="Name the links in between, or put them in order; one-way links are only travelled forward",
                ),
                path,
            )
