from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import GatewayType
from sevenstep.model.step7_flows import Gateway
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S712",
    "chances-on-parallel",
    Severity.WARNING,
    title=Text(zh="并行网关的分支不写概率", en="Branches of a parallel gateway have no chances"),
    reason=Text(
        zh="并行的几路全都要走；写了概率，就看不出究竟是都走还是选一路。",
        en="All ways of a parallel gateway are taken. A chance leaves it open whether all are meant, or one of them.",
    ),
)
def chances_on_parallel(chain: Chain) -> Iterator[Violation]:
    for node in chain.engagement.of(Gateway):
        likely = [target for target, branch in (node.next or {}).items() if branch.chance is not None]
        if node.type != GatewayType.PARALLEL or not likely:
            continue
        others = ", ".join(node.next or ())
        yield Violation(
            node.id,
            Text(
                zh=f"并行网关“{node.name}”的分支写了概率，可几路都要走",
                en=f"Branches of the parallel gateway “{node.name}” have chances, though all of them are taken",
            ),
            Text(
                zh=f"几路都走：next: [{others}]；只走一路：type: exclusive；走其中几路：type: inclusive",
                en=f"If all are taken, next: [{others}]; if one is, type: exclusive; if some are, type: inclusive",
            ),
            ("next", likely[0]),
            also=tuple((node.id, ("next", target)) for target in likely[1:]),
        )
