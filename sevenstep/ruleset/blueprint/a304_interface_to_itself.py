from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.interface import Interface
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A304",
    "interface-to-itself",
    Severity.ERROR,
    title=Text(zh="接口两端是两个系统", en="An interface joins two systems"),
    reason=Text(zh="从一个系统到它自己，没有什么可接。", en="From a system to itself there is nothing to join."),
)
def interface_to_itself(chain: Chain) -> Iterator[Violation]:
    for interface in chain.engagement.of(Interface):
        if interface.source_system == interface.target_system:
            yield Violation(
                interface.id,
                Text(
                    zh=f"“{interface.id}”从“{interface.source_system}”到它自己",
                    en=f"“{interface.id}” leads from “{interface.source_system}” to itself",
                ),
                Text(zh="改掉 from 或 to，或删掉这个接口", en="Correct its from or to, or take it out"),
                ("to",),
            )
