from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Running
from sevenstep.model.step3_places import Route, Traffic
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S325",
    "route-over-closed",
    Severity.WARNING,
    title=Text(zh="路线不经过停用的", en="No route runs over what is closed"),
    reason=Text(
        zh="停用的不会再开，经过它的路线永远走不通。",
        en="What is closed does not open again, so nothing gets through.",
    ),
)
def route_over_closed(chain: Chain) -> Iterator[Violation]:
    for route in chain.engagement.of(Route):
        for index, key in enumerate(route.over):
            element = chain.elements.get(key)
            if isinstance(element, Traffic) and element.state is Running.CLOSED:
                yield Violation(
                    route.id,
                    Text(
                        zh=f"路线“{route.id}”经过停用的“{key}”",
                        en=f"Route “{route.id}” runs over “{key}”, which is closed",
                    ),
                    Text(zh="换一段走，或改正它的 state", en="Take another link, or correct its state"),
                    ("over", index),
                    also=((key, ("state",)),),
                )
