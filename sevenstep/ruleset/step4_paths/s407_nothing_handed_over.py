from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step4_paths.exchanges import every_exchange


@rule(
    "S407",
    "nothing-handed-over",
    Severity.WARNING,
    title=Text(zh="交互要说明交的是什么", en="An exchange names what is handed over"),
    reason=Text(
        zh="什么也不交的交互不是交互；数据流从这里断开。",
        en="Where nothing is handed over there is no exchange, and the flow of data ends here.",
    ),
)
def nothing_handed_over(chain: Chain) -> Iterator[Violation]:
    for path, index, exchange in every_exchange(chain):
        if not exchange.data and exchange.goods is None and exchange.money is None:
            yield Violation(
                path.id,
                Text(
                    zh=f"“{exchange.sender}”交给“{exchange.receiver}”什么？此处未写明",
                    en=f"“{exchange.sender}” hands something to “{exchange.receiver}”: what is not stated",
                ),
                Text(zh="写上 data、goods 或 money", en="Add data, goods or money"),
                ("exchanges", index, "from"),
                on_key=True,
            )
