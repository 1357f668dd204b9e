from collections.abc import Iterator

from sevenstep.analysis.blueprint.carrying import PathCarried, carried_on_paths
from sevenstep.analysis.blueprint.networks import open_interfaces
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Running, Variant
from sevenstep.model.frames.interface import Interface
from sevenstep.model.step4_paths import Path
from sevenstep.model.step7_flows import DataObject, Flow, System
from sevenstep.ruleset.blueprint.listed import listed
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A314",
    "path-exchange-not-carried",
    Severity.WARNING,
    title=Text(zh="路径上经系统交接的数据有接口传递", en="What a path hands over by system is carried by interfaces"),
    reason=Text(
        zh="路径写着数据经系统交接，双方却各在自己的系统里办：没有接口，到头来还是靠人搬。",
        en="A path hands the data over by system, yet its parties work in systems of their own: without an interface a "
        "person carries it after all.",
    ),
)
def path_exchange_not_carried(chain: Chain) -> Iterator[Violation]:
    interfaces = open_interfaces(chain)
    if not interfaces or not chain.engagement.has_read_all(Path, Flow, Interface, System, DataObject):
        return
    runs = any(interface.state is Running.RUNNING for interface in interfaces)
    lacking: dict[tuple[str, int, str, str], list[PathCarried]] = {}
    for one in carried_on_paths(chain):
        asked = one.exchange
        if not one.by and (asked.variant == Variant.TO_BE or runs):
            lacking.setdefault((asked.path, asked.number, asked.source, asked.target), []).append(one)
    for (path, number, source, target), found in lacking.items():
        what = listed(dict.fromkeys(one.exchange.data for one in found))
        yield Violation(
            path,
            Text(
                zh=f"第 {number + 1} 次交接要把{what.zh}从“{source}”送到“{target}”，没有接口传过去",
                en=f"No interface brings {what.en} from “{source}” to “{target}” for exchange {number + 1}",
            ),
            Text(
                zh="写一个接口：{from: 提供系统, to: 接收系统, data: [数据]}；双方其实在同一个系统里办的，"
                "改交接或作业的 system",
                en="Add an interface: {from: system, to: system, data: [data]}; where both parties work in one system, "
                "correct the system of the exchange or of the steps",
            ),
            ("exchanges", number, "system"),
        )
