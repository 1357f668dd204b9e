from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import InterfaceWay
from sevenstep.model.frames.interface import Interface
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A306",
    "interface-twice",
    Severity.WARNING,
    title=Text(zh="同样的数据只设一个接口", en="The same data goes over one interface"),
    reason=Text(
        zh="两个系统之间同样的数据用同样的方式传两次，是重复建设，或者写了两遍。",
        en="The same data going the same way twice between two systems is built twice, or written twice.",
    ),
)
def interface_twice(chain: Chain) -> Iterator[Violation]:
    seen: dict[tuple[str, str, InterfaceWay | None, str], Interface] = {}
    for interface in chain.engagement.of(Interface):
        if not interface.is_open:
            continue
        ends = (interface.source_system, interface.target_system, interface.way)
        others = (seen.setdefault((*ends, data), interface) for data in interface.data or ("",))
        first = next((other for other in others if other is not interface), None)
        if first is not None:
            yield Violation(
                interface.id,
                Text(
                    zh=f"“{interface.id}”与“{first.id}”是同样两个系统之间同样的数据",
                    en=f"“{interface.id}” and “{first.id}” carry the same data between the same systems",
                ),
                Text(
                    zh="并成一个；要换下的那个写 state: closed",
                    en="Make them one; the one that is to go gets state: closed",
                ),
                ("data",) if interface.data else ("to",),
                also=((first.id, ("data",) if first.data else ("to",)),),
            )
