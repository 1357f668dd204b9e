from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Resource
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S731",
    "resource-without-capacity",
    Severity.ERROR,
    title=Text(zh="资源有能力", en="A resource has a capacity"),
    reason=Text(
        zh="能力为零的资源什么也办不了，需要该资源的业务会永远等下去。",
        en="A resource of no capacity does nothing: whatever needs it waits for ever.",
    ),
)
def resource_without_capacity(chain: Chain) -> Iterator[Violation]:
    for resource in chain.engagement.of(Resource):
        if resource.capacity == 0:
            yield Violation(
                resource.id,
                Text(zh=f"资源“{resource.id}”的能力是 0", en=f"Resource “{resource.id}” has a capacity of 0"),
                Text(zh="写上同时能办几件", en="Say how many cases it can work on at once"),
                ("capacity",),
            )
