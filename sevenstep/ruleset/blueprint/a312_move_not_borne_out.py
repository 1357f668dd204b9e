from collections.abc import Iterator
from typing import Final

from sevenstep.analysis.blueprint.flow_moves import Lack, lacks
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule

_SAYS: Final = {
    Lack.SCOPE: (
        Text(zh="范围界定，却未写 scope", en="its scope is bound, but it has none"),
        Text(zh="写上 scope: {starts: …, ends: …}", en="Add scope: {starts: …, ends: …}"),
    ),
    Lack.DATA: (
        Text(zh="数据收集，却没有步骤写了时间或数据", en="data is collected, but no step has a time or data"),
        Text(zh="在各步写上 time、reads、writes", en="Write time, reads and writes at its steps"),
    ),
    Lack.KEY_NODES: (
        Text(zh="梳理流程与关键节点，却没有标出关键节点", en="its key nodes are laid out, but none is marked"),
        Text(zh='在关键的步骤写上 key_node: "true"', en='Write key_node: "true" at the steps that decide'),
    ),
    Lack.DESIGN: (
        Text(zh="优化与评估，却尚无目标流程", en="it is optimised, but its item has no to-be flow"),
        Text(zh="为它的事项写一个 variant: to-be 的流程", en="Add a flow with variant: to-be for its item"),
    ),
}


@rule(
    "A312",
    "move-not-borne-out",
    Severity.WARNING,
    title=Text(zh="说做完的动作看得出来", en="A move that is said to be done can be seen"),
    reason=Text(
        zh="进度写在前面、内容没有跟上，汇总里的进展就是虚的。",
        en="Where the state runs ahead of the content, the progress in the summary is not real.",
    ),
)
def move_not_borne_out(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        if chain.engagement.partial.get(flow.id):
            continue
        for lack in lacks(chain, flow):
            says, remedy = _SAYS[lack]
            yield Violation(
                flow.id,
                Text(
                    zh=f"“{flow.id}”说做完了{says.for_language('zh')}",
                    en=f"“{flow.id}” says that {says.for_language('en')}",
                ),
                remedy,
                ("move",),
            )
