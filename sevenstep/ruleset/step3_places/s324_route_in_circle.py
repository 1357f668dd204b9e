from collections.abc import Iterator

from sevenstep.analysis.transport.following import Gap, follow
from sevenstep.analysis.transport.passages import ground
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step3_places.routes import followable


@rule(
    "S324",
    "route-in-circle",
    Severity.WARNING,
    title=Text(zh="路线不绕圈", en="A route passes nothing twice"),
    reason=Text(
        zh="同一处走两遍，多半是写错了次序。",
        en="A place that is passed twice is most likely in the wrong order.",
    ),
)
def route_in_circle(chain: Chain) -> Iterator[Violation]:
    land = ground(chain)
    for route in followable(chain, land):
        passed = follow(land, route)
        if isinstance(passed, Gap):
            continue
        seen: set[str] = set()
        twice = next((key for key in passed if key in seen or seen.add(key)), None)  # type: ignore[func-returns-value]
        if twice is not None and route.start != route.end:
            yield Violation(
                route.id,
                Text(
                    zh=f"路线“{route.id}”两次经过“{twice}”",
                    en=f"Route “{route.id}” passes “{twice}” twice",
                ),
                Text(zh="去掉绕的那一圈", en="Take the circle out"),
                ("over",),
            )
