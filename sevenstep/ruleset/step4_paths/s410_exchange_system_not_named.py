from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Channel
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.exchanges import every_exchange


@rule(
    "S410",
    "exchange-system-not-named",
    Severity.WARNING,
    title=Text(zh="走系统的交互要写明哪个系统", en="An exchange through a system names it"),
    reason=Text(
        zh="“走系统”不等于互通：不知道是哪个系统，就不知道两边连没连上。",
        en="Through a system is not yet connected: which one decides whether both sides can read it.",
    ),
)
def exchange_system_not_named(chain: Chain) -> Iterator[Violation]:
    for path, index, exchange in every_exchange(chain):
        if exchange.channel == Channel.SYSTEM and exchange.system is None:
            yield Violation(
                path.id,
                Text(
                    zh=f"“{exchange.sender}”到“{exchange.receiver}”走系统，未写明是哪个",
                    en=f"“{exchange.sender}” to “{exchange.receiver}” goes through a system that is not named",
                ),
                Text(zh="写上 system: 系统编号", en="Add system: and the id of a system"),
                ("exchanges", index, "channel"),
            )
