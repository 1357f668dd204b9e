from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.variants import complete_variants


@rule(
    "S724",
    "to-be-without-as-is",
    Severity.WARNING,
    title=Text(zh="画了目标，也要画现状", en="Where a to-be flow is drawn, so is today's"),
    reason=Text(
        zh="没有现状作对照，目标流程快了多少、省了多少都无从说起。",
        en="With nothing to compare it with, nobody can say what the to-be flow gains.",
    ),
)
def to_be_without_as_is(chain: Chain) -> Iterator[Violation]:
    for item, as_is, to_be in complete_variants(chain):
        if to_be and not as_is:
            yield Violation(
                item.id,
                Text(
                    zh=f"事项“{item.id}”有目标流程“{to_be[0]}”，没有现状流程",
                    en=f"Item “{item.id}” has a to-be flow, “{to_be[0]}”, but no as-is flow",
                ),
                Text(
                    zh=f"在 flows: 下加一个流程：details: {item.id}，variant: as-is；现在还没有这件事的，"
                    "写 accepted: {S724: 新业务}",
                    en=f"Add a flow with details: {item.id} and variant: as-is; if nobody does it today, "
                    "accepted: {S724: new business}",
                ),
            )
