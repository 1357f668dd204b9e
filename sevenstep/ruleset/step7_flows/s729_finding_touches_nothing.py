from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Finding
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S729",
    "finding-touches-nothing",
    Severity.WARNING,
    title=Text(zh="发现要说明出在哪里", en="A finding says where it is felt"),
    reason=Text(
        zh="不说出在哪个流程、哪一步，图上标不出来，也不知道该改哪里。",
        en="Unless it names a flow or a step, no picture can show it, and nobody knows where to change something.",
    ),
)
def finding_touches_nothing(chain: Chain) -> Iterator[Violation]:
    for finding in chain.engagement.of(Finding):
        if not finding.touches:
            yield Violation(
                finding.id,
                Text(
                    zh=f"发现“{finding.id}”没有说明出在哪里",
                    en=f"Finding “{finding.id}” does not say where it is felt",
                ),
                Text(
                    zh="写上 touches: [流程/步骤, 数据对象, …]，用要素的编号",
                    en="Add touches: [flow/step, data object, …] with the ids of elements",
                ),
            )
