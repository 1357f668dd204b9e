from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Activity, Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S714",
    "activity-without-actor",
    Severity.WARNING,
    title=Text(zh="每项作业有执行主体", en="Every activity has an actor"),
    reason=Text(
        zh="没有主体就没有泳道：数不出交接次数，也不知道该找谁改进。",
        en="Without actors there are no lanes: hand-offs cannot be counted, and nobody can be asked to do better.",
    ),
)
def activity_without_actor(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        without = [
            node.id
            for name, node in flow.steps.items()
            if isinstance(node, Activity) and flow.lanes[name] is None and node.id in chain.elements
        ]
        if without:
            yield Violation(
                without[0],
                Text(
                    zh=f"流程“{flow.id}”里没有步骤写明由谁做，共 {len(without)} 项作业",
                    en=f"No step of flow “{flow.id}” says who does it ({len(without)} "
                    f"{'activity' if len(without) == 1 else 'activities'})",
                ),
                Text(
                    zh="给第一步写上 actor: 主体编号；换人做的那一步再写一次",
                    en="Give the first step actor: and an id; write it again wherever another takes over",
                ),
                also=tuple((other, ()) for other in without[1:]),
            )
