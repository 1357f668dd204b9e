from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import OnlineCount
from sevenstep.model.step2_indicators import Indicator
from sevenstep.model.step4_paths import Path
from sevenstep.model.step7_flows import Activity
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S771",
    "online-rate-of-nothing-known",
    Severity.WARNING,
    title=Text(zh="算上网率，要有渠道、系统或方式可数", en="What an online rate counts says how it is done"),
    reason=Text(
        zh="没有一次交互写渠道、没有步骤写系统或方式，上网率就没有数值，而不是 0。",
        en="Where no exchange names a channel and no step a system or mode, there is no rate; it is not 0 either.",
    ),
)
def online_rate_of_nothing_known(chain: Chain) -> Iterator[Violation]:
    exchanges = [exchange for path in chain.engagement.of(Path) for exchange in path.exchanges]
    has_exchanges = any(exchange.channel is not None or exchange.system is not None for exchange in exchanges)
    has_steps = any(step.system is not None or step.mode is not None for step in chain.engagement.of(Activity))
    for indicator in chain.engagement.of(Indicator):
        if (asked := indicator.online_rate) is None:
            continue
        known = {
            OnlineCount.EXCHANGES: has_exchanges,
            OnlineCount.STEPS: has_steps,
            None: has_exchanges or has_steps,
        }[asked.counts]
        if not known:
            yield Violation(
                indicator.id,
                Text(
                    zh=f"指标“{indicator.id}”是上网率，但它所数的没有一处写明在不在系统中办",
                    en=f"Indicator “{indicator.id}” is an online rate, but nothing that it counts says whether it is "
                    "done in a system",
                ),
                Text(
                    zh="给交互写上 channel 或 system，给步骤写上 system 或 mode",
                    en="Give exchanges a channel or a system, and steps a system or a mode",
                ),
                ("online_rate",),
            )
