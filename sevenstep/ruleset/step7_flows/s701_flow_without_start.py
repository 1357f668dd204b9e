from collections.abc import Iterator

from sevenstep.chain.flow_graph import of_type
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S701",
    "flow-without-start",
    Severity.ERROR,
    title=Text(zh="流程要有开始", en="A flow has a start"),
    reason=Text(
        zh="不知道从哪里开始的流程，既量不出时间，也走不通。",
        en="A flow that begins nowhere can be neither followed nor measured.",
    ),
)
def flow_without_start(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        if not flow.steps:
            yield Violation(
                flow.id,
                Text(zh=f"流程“{flow.id}”没有步骤", en=f"Flow “{flow.id}” has no steps"),
                Text(
                    zh="在 steps: 下面写上步骤，从 type: start 到 type: end",
                    en="Write its steps below steps:, from type: start to type: end",
                ),
            )
        elif not of_type(flow, "start"):
            yield Violation(
                flow.id,
                Text(zh=f"流程“{flow.id}”没有开始", en=f"Flow “{flow.id}” has no start"),
                Text(
                    zh="在最前面加一步：开始: {title: …, type: start}",
                    en="Put a step before the others: begin: {title: …, type: start}",
                ),
                ("steps",),
                on_key=True,
            )
