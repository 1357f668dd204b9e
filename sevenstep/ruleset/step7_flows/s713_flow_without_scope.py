from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S713",
    "flow-without-scope",
    Severity.WARNING,
    title=Text(zh="流程写明范围", en="A flow says what it covers"),
    reason=Text(
        zh="从哪里算起、到哪里为止没有说清，两个版本的时长就没法比。",
        en="Unless it is said where a flow begins and ends, the times of two variants cannot be compared.",
    ),
)
def flow_without_scope(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        if flow.scope is None:
            yield Violation(
                flow.id,
                Text(zh=f"流程“{flow.id}”未写范围", en=f"Flow “{flow.id}” has no scope"),
                Text(
                    zh="写上 scope: {starts: 由什么触发, ends: 到什么为止}",
                    en="Add scope: {starts: what sets it going, ends: when it is over}",
                ),
            )
