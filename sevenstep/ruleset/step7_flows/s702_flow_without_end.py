from collections.abc import Iterator

from sevenstep.chain.flow_graph import of_type
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S702",
    "flow-without-end",
    Severity.ERROR,
    title=Text(zh="流程要有结束", en="A flow has an end"),
    reason=Text(
        zh="没有结束的流程算不出总时长，也不知道何时算办完。",
        en="Without an end nobody can say when the work is done, or how long it takes.",
    ),
)
def flow_without_end(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        if flow.steps and not of_type(flow, "end"):
            yield Violation(
                flow.id,
                Text(zh=f"流程“{flow.id}”没有结束", en=f"Flow “{flow.id}” has no end"),
                Text(
                    zh="在最后加一步：结束: {title: …, type: end}",
                    en="Add a step at the end: done: {title: …, type: end}",
                ),
                ("steps",),
                on_key=True,
            )
