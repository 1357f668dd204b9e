from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_context import Position
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S115",
    "position-without-network",
    Severity.QUESTION,
    title=Text(zh="定位要说明在哪个网络里", en="A position names the network it is in"),
    reason=Text(
        zh="离开所在的网络，定位无从比较。",
        en="A position is one among others: without the network there is nothing to hold it against.",
    ),
    decision=Text(
        zh="决定和谁比较、和谁分工。",
        en="It decides with whom the client is compared, and with whom it shares the work.",
    ),
)
def position_without_network(chain: Chain) -> Iterator[Violation]:
    for position in chain.engagement.of(Position):
        if position.network is None:
            yield Violation(
                position.id,
                position.title.inserted_into(
                    zh="“{}”是相对哪个更大的网络说的？", en="In which wider network is the client to be “{}”?"
                ),
                Text(zh="写上 network: 所在的网络", en="Add network: and the wider network"),
            )
