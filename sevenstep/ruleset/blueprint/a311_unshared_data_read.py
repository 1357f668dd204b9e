from collections.abc import Iterator

from sevenstep.analysis.blueprint.sharing import shared_data
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Sharing
from sevenstep.model.step7_flows import DataObject
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A311",
    "unshared-data-read",
    Severity.WARNING,
    title=Text(zh="不予共享的数据没有别人读", en="Data that is not shared is read by its owner alone"),
    reason=Text(
        zh="写着不予共享，流程里别的主体却要读：要么级别不对，要么流程走不通。",
        en="Where it is not shared, yet another party reads it in a flow, the level is wrong, or the flow cannot run.",
    ),
)
def unshared_data_read(chain: Chain) -> Iterator[Violation]:
    for one in shared_data(chain):
        data = chain.elements[one.data]
        if isinstance(data, DataObject) and data.sharing is Sharing.NOT_SHARED:
            first, *others = one.steps
            yield Violation(
                first,
                Text(
                    zh=f"“{one.data}”不予共享，“{one.taker}”却在“{first}”读它",
                    en=f"“{one.data}” is not shared, yet “{one.taker}” reads it at “{first}”",
                ),
                Text(
                    zh="请数据的负责方改成有条件共享（sharing: conditional），或从这一步的 reads 里拿掉",
                    en="Let its owner share it on conditions (sharing: conditional), or take it out of the reads of "
                    "this step",
                ),
                ("reads",),
                also=tuple((step, ("reads",)) for step in others),
                ask=(one.giver,),
            )
