from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.variants import complete_variants


@rule(
    "S723",
    "as-is-without-to-be",
    Severity.WARNING,
    title=Text(zh="画了现状，也要画目标", en="Where today's flow is drawn, so is the one that shall be"),
    reason=Text(
        zh="只有现状没有目标，看不出要改什么，也算不出能改善多少。",
        en="Without a to-be flow nobody sees what shall change, nor how much it would gain.",
    ),
)
def as_is_without_to_be(chain: Chain) -> Iterator[Violation]:
    for item, as_is, to_be in complete_variants(chain):
        if as_is and not to_be:
            yield Violation(
                item.id,
                Text(
                    zh=f"事项“{item.id}”有现状流程“{as_is[0]}”，没有目标流程",
                    en=f"Item “{item.id}” has an as-is flow, “{as_is[0]}”, but no to-be flow",
                ),
                Text(
                    zh=f"在 flows: 下加一个流程：details: {item.id}，variant: to-be；不打算改的，"
                    "写 accepted: {S723: 理由}",
                    en=f"Add a flow with details: {item.id} and variant: to-be; if nothing is to change, "
                    "accepted: {S723: reason}",
                ),
            )
