from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_places import Route
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S329",
    "route-serves-nothing",
    Severity.WARNING,
    title=Text(zh="路线为业务环节服务", en="A route serves a function"),
    reason=Text(
        zh="不为任何环节服务的路线，看不出为什么要它。",
        en="If a route serves no function, nobody can tell what it is for.",
    ),
)
def route_serves_nothing(chain: Chain) -> Iterator[Violation]:
    for route in chain.engagement.of(Route):
        if not route.serves and not chain.incoming.get(route.id):
            yield Violation(
                route.id,
                Text(zh=f"路线“{route.id}”未写明为哪个业务环节服务", en=f"Route “{route.id}” serves no function"),
                Text(
                    zh="写上 serves: 业务环节编号，或在流程上写 at",
                    en="Add serves: and the id of a function, or name it as at: of a flow",
                ),
            )
