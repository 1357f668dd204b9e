from collections.abc import Iterator

from sevenstep.chain.flow_graph import following, of_type, reached
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S703",
    "unreachable-step",
    Severity.ERROR,
    title=Text(zh="每一步都要能从开始走到", en="Every step is reached from the start"),
    reason=Text(
        zh="走不到的步骤从不发生，它的时间和费用也就算错了。",
        en="A step that is never reached never happens: its time and cost do not belong into the flow.",
    ),
)
def unreachable_step(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        starts = of_type(flow, "start")
        if not starts:
            continue
        found = reached(starts, following(flow))
        for name, node in flow.steps.items():
            if name not in found and node.id in chain.elements:
                yield Violation(
                    f"{flow.id}/{name}",
                    Text(
                        zh=f"从开始走不到步骤“{name}”",
                        en=f"Step “{name}” cannot be reached from the start",
                    ),
                    Text(
                        zh="在前面某一步的 next 里写上它，或删掉它",
                        en="Name it under next of a step before it, or take it out",
                    ),
                )
