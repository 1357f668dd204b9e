from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import DataObject
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S720",
    "data-without-owner",
    Severity.WARNING,
    title=Text(zh="每个数据对象有负责方", en="Every data object has an owner"),
    reason=Text(
        zh="没有负责方的数据，错了没有人改，要共享也没有人能点头。",
        en="Where data has no owner, nobody corrects its errors, and nobody can agree to share it.",
    ),
)
def data_without_owner(chain: Chain) -> Iterator[Violation]:
    for data in chain.engagement.of(DataObject):
        if data.owner is None:
            yield Violation(
                data.id,
                Text(zh=f"数据对象“{data.id}”没有负责方", en=f"Data object “{data.id}” has no owner"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
            )
