from collections.abc import Iterator

from sevenstep.analysis.blueprint.sharing import WIDEST, is_wider
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step7_flows import DataObject
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A310",
    "shared-above-classification",
    Severity.WARNING,
    title=Text(zh="共享级别不超过密级", en="Data is shared no further than its classification allows"),
    reason=Text(
        zh="秘密数据最多有条件共享，机密数据不予共享：级别写宽了，数据就泄了。",
        en="Confidential data is shared on conditions at most, secret data not at all: a level too wide gives it away.",
    ),
)
def shared_above_classification(chain: Chain) -> Iterator[Violation]:
    for data in chain.engagement.of(DataObject):
        if data.sharing is None or data.classification is None:
            continue
        widest = WIDEST[data.classification]
        if is_wider(data.sharing, widest):
            level, most, secrecy = data.sharing.label, widest.label, data.classification.label
            yield Violation(
                data.id,
                Text(
                    zh=f"“{data.id}”密级是“{secrecy.for_language('zh')}”，共享级别却是“{level.for_language('zh')}”",
                    en=f"“{data.id}” is {secrecy.for_language('en')}, yet {level.for_language('en')}",
                ),
                Text(
                    zh=f"最多写 sharing: {widest}（{most.for_language('zh')}），或改 classification",
                    en=f"Write sharing: {widest} ({most.for_language('en')}) at most, or correct its classification",
                ),
                ("sharing",),
            )
