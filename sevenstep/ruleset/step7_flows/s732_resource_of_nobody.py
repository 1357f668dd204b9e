from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Resource
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S732",
    "resource-of-nobody",
    Severity.WARNING,
    title=Text(zh="资源有归属", en="Somebody has the resource"),
    reason=Text(
        zh="谁也没有的资源，流程等着它，却没有人能安排它。",
        en="A resource that nobody has: flows wait for it, and nobody can schedule it.",
    ),
)
def resource_of_nobody(chain: Chain) -> Iterator[Violation]:
    for resource in chain.engagement.of(Resource):
        if resource.actor is None:
            yield Violation(
                resource.id,
                Text(zh=f"未写资源“{resource.id}”属于谁", en=f"Resource “{resource.id}” belongs to nobody"),
                Text(zh="写上 actor: 主体的编号", en="Add actor: and the id of the actor"),
            )
