from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.exchanges import every_exchange


@rule(
    "S412",
    "exchange-with-itself",
    Severity.ERROR,
    title=Text(zh="交互的双方不是同一个主体", en="An exchange has two parties"),
    reason=Text(
        zh="自己交给自己不是交接。",
        en="What one hands to oneself is not handed over.",
    ),
)
def exchange_with_itself(chain: Chain) -> Iterator[Violation]:
    for path, index, exchange in every_exchange(chain):
        if exchange.sender == exchange.receiver:
            yield Violation(
                path.id,
                Text(zh=f"“{exchange.sender}”交给自己", en=f"“{exchange.sender}” hands over to itself"),
                Text(zh="写上真正的移交方和接收方", en="Name the party that hands over, and the one that receives"),
                ("exchanges", index, "to"),
            )
