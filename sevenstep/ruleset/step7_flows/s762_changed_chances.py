from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import GatewayType
from sevenstep.model.step7_flows import Gateway
from sevenstep.model.suggest import did_you_mean
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step7_flows.changes import every_change

_SLACK: Final = 0.011


@rule(
    "S762",
    "changed-chances",
    Severity.ERROR,
    title=Text(zh="改变后的概率对得上分支", en="Changed chances fit the branches"),
    reason=Text(
        zh="改变后的概率加起来不是 100%，或者写了没有的分支，举措的效果就无法计算。",
        en="Where changed chances do not add up to 100 %, or name a branch that is not there, the effect is unknown.",
    ),
)
def changed_chances(chain: Chain) -> Iterator[Violation]:
    for measure, node, _, change in every_change(chain):
        branches = node.next or {}
        here = ("changes", node.id, "chances")
        for strange in (target for target in change.chances if branches and target not in branches):
            yield Violation(
                measure.id,
                Text(
                    zh=f"“{node.id}”后面没有分支“{strange}”",
                    en=f"“{node.id}” has no branch “{strange}”",
                ),
                did_you_mean(strange, branches)
                or Text(zh=f"分支有：{'、'.join(branches)}", en=f"Its branches are {', '.join(branches)}"),
                (*here, strange),
                on_key=True,
            )
        if (
            not isinstance(node, Gateway)
            or node.type != GatewayType.EXCLUSIVE
            or not change.chances.keys() <= branches.keys()
        ):
            continue
        after = [change.chances.get(target, branch.chance) for target, branch in branches.items()]
        total = sum(chance for chance in after if chance is not None)
        if change.chances and (total > 1 + _SLACK or (None not in after and total < 1 - _SLACK)):
            yield Violation(
                measure.id,
                Text(
                    zh=f"改变后“{node.id}”各分支的概率加起来是 {total:.0%}",
                    en=f"After the change the chances behind “{node.id}” add up to {total:.0%}",
                ),
                Text(zh="写全各分支改变后的概率，合计 100%", en="Give all branches their new chances, 100% in all"),
                here,
            )
