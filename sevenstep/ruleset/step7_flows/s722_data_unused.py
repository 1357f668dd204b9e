from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_architecture import Function
from sevenstep.model.step4_paths import Path
from sevenstep.model.step7_flows import DataObject, Flow
from sevenstep.ruleset.rule import Violation, rule

_USES: Final = frozenset({"reads", "writes", "feeds-data", "hands-data"})


@rule(
    "S722",
    "data-unused",
    Severity.WARNING,
    title=Text(zh="每个数据对象都有人用", en="Every data object is used"),
    reason=Text(
        zh="没有作业读写、也没有环节和路径传递的数据，不知道为什么要列在这里。",
        en="If no activity reads or writes it and nobody hands it over, the reader cannot tell why it is listed.",
    ),
)
def data_unused(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.has_read_all(Flow, Function, Path):
        return
    for data in engagement.of(DataObject):
        if not any(link.relation.name in _USES for link in chain.incoming.get(data.id, ())):
            yield Violation(
                data.id,
                Text(
                    zh=f"没有作业、环节或路径用到数据对象“{data.id}”",
                    en=f"No activity, function or path uses data object “{data.id}”",
                ),
                Text(
                    zh=f"在读写它的作业里写上 reads: {data.id} 或 writes: {data.id}，或删掉它",
                    en=f"Add reads: {data.id} or writes: {data.id} to the activity that uses it, or take it out",
                ),
            )
