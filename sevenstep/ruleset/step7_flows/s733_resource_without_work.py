from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow, Resource
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S733",
    "resource-without-work",
    Severity.HINT,
    title=Text(zh="资源有作业用它", en="A resource does something"),
    reason=Text(
        zh="没有作业用到的资源不影响任何结果，多半是漏写了 resources。",
        en="A resource that no step needs changes nothing: most likely a step forgot to name it.",
    ),
)
def resource_without_work(chain: Chain) -> Iterator[Violation]:
    if Flow.KIND.name in chain.engagement.broken.values():
        return  # the step that needs it may be what could not be read
    if not chain.engagement.complete:
        return
    for resource in chain.engagement.of(Resource):
        if not chain.holders(resource.id, "needs-resource"):
            yield Violation(
                resource.id,
                Text(zh=f"没有作业用到资源“{resource.id}”", en=f"No step needs resource “{resource.id}”"),
                Text(zh=f"在作业上写 resources: {resource.id}", en=f"Add resources: {resource.id} to the step"),
            )
