from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.joined_flows import joined_flows
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S790",
    "item-island",
    Severity.HINT,
    title=Text(zh="各事项的流程连得起来", en="The flows of the items hang together"),
    reason=Text(
        zh="不从别的事项取数据、也不给别的事项数据的流程是孤岛：多半是读写的数据未写全，或同一份数据写成了两个。",
        en="A flow that takes no data from other items and gives them none is an island: mostly what it reads or "
        "writes is not all told, or the same data has two names.",
    ),
)
def item_island(chain: Chain) -> Iterator[Violation]:
    if not chain.engagement.has_read_all(Flow):
        return
    for joined in joined_flows(chain).values():
        if len(joined.flows) < _FEWEST:
            continue
        variant = joined.variant.label
        for item in joined.islands:
            flows = joined.flows[item]
            yield Violation(
                flows[0],
                Text(
                    zh=f"{variant.for_language('zh')}流程“{flows[0]}”和别的事项没有数据交接",
                    en=f"Flow “{flows[0]}” hands no data to the flows of other items, and takes none "
                    f"({variant.for_language('en')})",
                ),
                Text(
                    zh="在作业的 reads、writes 里写上和别的事项共用的数据；真的无关的，写 accepted: {S790: 理由}",
                    en="Say under reads and writes of its activities which data it shares with other items; if there "
                    "is none, accepted: {S790: reason}",
                ),
                also=tuple((flow, ()) for flow in flows[1:]),
            )


_FEWEST = 2
"""One item alone has nobody to hand anything to."""
