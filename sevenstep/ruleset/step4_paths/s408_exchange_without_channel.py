from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import Channel
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.exchanges import every_exchange


@rule(
    "S408",
    "exchange-without-channel",
    Severity.WARNING,
    title=Text(zh="交互要说明走哪个渠道", en="An exchange names its channel"),
    reason=Text(
        zh="渠道决定快慢和出错的机会，也是断点最多的地方。",
        en="The channel decides on speed and errors; most breaks are found there.",
    ),
)
def exchange_without_channel(chain: Chain) -> Iterator[Violation]:
    choices = ", ".join(Channel)
    for path, index, exchange in every_exchange(chain):
        if exchange.channel is None and exchange.data:
            yield Violation(
                path.id,
                Text(
                    zh=f"“{exchange.sender}”到“{exchange.receiver}”的交互没有渠道",
                    en=f"The exchange from “{exchange.sender}” to “{exchange.receiver}” has no channel",
                ),
                Text(zh=f"写上 channel: {choices}", en=f"Add channel: {choices}"),
                ("exchanges", index, "from"),
                on_key=True,
            )
