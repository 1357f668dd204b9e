from collections import defaultdict
from collections.abc import Iterator

from sevenstep.analysis.blueprint.carrying import carried
from sevenstep.analysis.blueprint.networks import open_interfaces
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Running, Variant
from sevenstep.model.frames.interface import Interface
from sevenstep.model.step7_flows import Flow
from sevenstep.ruleset.blueprint.listed import listed
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A301",
    "exchange-not-carried",
    Severity.WARNING,
    title=Text(zh="系统之间交换的数据有接口传递", en="What systems exchange is carried by interfaces"),
    reason=Text(
        zh="流程里下一步不用人重新录入，数据就得有接口送过来；接口清单里漏了它，上线时才会发现不通。",
        en="Where nobody types data over, an interface has to bring it: one that is missing on the list is found when "
        "the design goes live.",
    ),
)
def exchange_not_carried(chain: Chain) -> Iterator[Violation]:
    interfaces = open_interfaces(chain)
    if not interfaces or not chain.engagement.has_read_all(Flow, Interface):
        return
    runs = any(interface.state is Running.RUNNING for interface in interfaces)
    lacking: dict[tuple[str, str], dict[str, tuple[str, ...]]] = defaultdict(dict)
    for one in carried(chain):
        exchange = one.exchange
        if not one.by and not exchange.by_hand and (exchange.variant == Variant.TO_BE or runs):
            lacking[exchange.source, exchange.target].setdefault(exchange.data, exchange.steps)
    for (source, target), data in lacking.items():
        first, *others = dict.fromkeys(step for steps in data.values() for step in steps)
        what = listed(data)
        yield Violation(
            first,
            Text(
                zh=f"“{target}”要用“{source}”的{what.zh}，没有接口传过来",
                en=f"“{target}” uses {what.en} of “{source}”, and no interface brings it",
            ),
            Text(
                zh="写一个接口：{from: 提供系统, to: 接收系统, data: [数据]}；由人录入的，在作业里写 mode: manual",
                en="Add an interface: {from: system, to: system, data: [data]}; where a person types it in, write "
                "mode: manual at the step",
            ),
            ("system",),
            also=tuple((step, ("system",)) for step in others),
        )
