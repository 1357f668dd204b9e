from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step3_regulations import Regulation
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S354",
    "regulation-without-jurisdiction",
    Severity.WARNING,
    title=Text(zh="法规标准要写明适用范围", en="A regulation says where it applies"),
    reason=Text(
        zh="不知道管到哪里，各地的差异和缺口就比不出来。",
        en="Where nobody knows how far it reaches, differences between places cannot be told.",
    ),
)
def regulation_without_jurisdiction(chain: Chain) -> Iterator[Violation]:
    for regulation in chain.engagement.of(Regulation):
        if regulation.jurisdiction is None and regulation.jurisdiction_name is None:
            yield Violation(
                regulation.id,
                Text(
                    zh=f"法规标准“{regulation.id}”未写明适用范围",
                    en=f"Regulation “{regulation.id}” does not say where it applies",
                ),
                Text(
                    zh="写上 jurisdiction: 要素编号；不是要素的写 jurisdiction_name: 名称",
                    en="Add jurisdiction: and the id of an element, or jurisdiction_name: with the name of the area",
                ),
            )
