import math
from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import GatewayType
from sevenstep.model.quantity import plain_number
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.rule import Violation, rule

_TOLERANCE = 1e-6
"""How far chances may be off 1: what three thirds written as 33.3333% lose is less."""


@rule(
    "S705",
    "chances-off-one",
    Severity.ERROR,
    title=Text(zh="分支的概率加起来是 100%", en="The chances of the branches add up to 100%"),
    reason=Text(
        zh="概率加不到一，就有一部分事项凭空消失或多出来。",
        en="If chances do not add up to one, cases vanish or appear from nowhere.",
    ),
)
def chances_off_one(chain: Chain) -> Iterator[Violation]:
    for flow in chain.engagement.of(Flow):
        for name, node in flow.steps.items():
            chances = [branch.chance for branch in (node.next or {}).values()]
            given = [chance for chance in chances if chance is not None]
            if not given or node.type in {GatewayType.INCLUSIVE, GatewayType.PARALLEL} or node.id not in chain.elements:
                continue
            total = math.fsum(given)
            if len(given) < len(chances):
                message = Text(
                    zh=f"“{name}”的分支有的写了概率，有的没写",
                    en=f"Of the branches of “{name}” some have a chance and some have none",
                )
            elif abs(total - 1) > _TOLERANCE:
                message = Text(
                    zh=f"“{name}”的分支概率加起来是 {plain_number(total * 100)}%",
                    en=f"The chances of the branches of “{name}” add up to {plain_number(total * 100)}%",
                )
            else:
                continue
            yield Violation(
                f"{flow.id}/{name}",
                message,
                Text(zh="改到合计 100%", en="Make them add up to 100%"),
                ("next",),
                on_key=True,
            )
