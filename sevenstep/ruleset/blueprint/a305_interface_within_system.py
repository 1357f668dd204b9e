from collections.abc import Iterator

from sevenstep.analysis.blueprint.system_trees import akin
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.interface import Interface
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A305",
    "interface-within-system",
    Severity.WARNING,
    title=Text(zh="系统与它自己的下级之间不设接口", en="A system needs no interface to its own parts"),
    reason=Text(
        zh="下级系统就是它的一部分；真要接口，说明是两个系统，不该写成上下级。",
        en="Its parts are the system itself; where an interface is needed, they are two systems, not one in the other.",
    ),
)
def interface_within_system(chain: Chain) -> Iterator[Violation]:
    for interface in chain.engagement.of(Interface):
        source, target = interface.source_system, interface.target_system
        if source != target and akin(chain, source, target):
            yield Violation(
                interface.id,
                Text(
                    zh=f"接口“{interface.id}”的两端“{source}”和“{target}”是上下级",
                    en=f"Interface “{interface.id}” joins “{source}” and “{target}”, which are one system and its part",
                ),
                Text(
                    zh="去掉这个接口；或去掉系统的 parent，改写 layer",
                    en="Take the interface out; or take out the parent of the system and write its layer",
                ),
                ("to",),
            )
