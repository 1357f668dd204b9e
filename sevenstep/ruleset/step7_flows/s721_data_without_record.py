from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import DataObject
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S721",
    "data-without-record",
    Severity.WARNING,
    title=Text(zh="每个数据对象有权威系统", en="Every data object has a system of record"),
    reason=Text(
        zh="各处各存一份，不知道以谁为准，对账就永远对不完。",
        en="Where every party keeps a copy and none counts, reconciling never ends.",
    ),
)
def data_without_record(chain: Chain) -> Iterator[Violation]:
    for data in chain.engagement.of(DataObject):
        if data.system_of_record is None:
            yield Violation(
                data.id,
                Text(
                    zh=f"数据对象“{data.id}”未写以哪个系统为准",
                    en=f"Data object “{data.id}” does not say which system's copy counts",
                ),
                Text(
                    zh="写上 system_of_record: 系统编号；没有系统的，写 accepted: {S721: 只有纸质}",
                    en="Add system_of_record: and the id of a system; without one: accepted: {S721: on paper only}",
                ),
            )
