from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S351",
    "regulation-binds-nothing",
    Severity.WARNING,
    title=Text(zh="法规标准要写明约束什么", en="A regulation binds something"),
    reason=Text(
        zh="什么都不约束的法规标准，看不出它和业务有什么关系。",
        en="Where a regulation binds nothing, nobody can tell what it has to do with the business.",
    ),
)
def regulation_binds_nothing(chain: Chain) -> Iterator[Violation]:
    for regulation in chain.engagement.of(Regulation):
        if not regulation.binds and not chain.holders(regulation.id, "required-by"):
            yield Violation(
                regulation.id,
                Text(
                    zh=f"法规标准“{regulation.id}”什么都不约束",
                    en=f"Regulation “{regulation.id}” binds nothing",
                ),
                Text(
                    zh="写上 binds: 业务环节、作业、数据对象、信息系统、地点或区段的编号",
                    en="Add binds: and the ids of functions, steps, data objects, systems, places or links",
                ),
            )
