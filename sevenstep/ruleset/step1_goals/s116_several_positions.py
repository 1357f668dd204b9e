from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_context import Position
from sevenstep.model.values import same_words
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S116",
    "several-positions",
    Severity.WARNING,
    title=Text(zh="定位只有一个", en="There is one position"),
    reason=Text(
        zh="定位多了等于没有定位：各方各取所需。",
        en="With several positions there is none: every party takes the one that suits it.",
    ),
)
def several_positions(chain: Chain) -> Iterator[Violation]:
    by_network: dict[str, Position] = {}
    for position in chain.engagement.of(Position):
        first = by_network.setdefault(_network(position), position)
        if first is not position:
            yield Violation(
                position.id,
                Text(
                    zh=f"已经有定位“{first.id}”，又写了“{position.id}”，说的是同一个网络",
                    en=f"Besides the position “{first.id}” there is “{position.id}”, in the same network",
                ),
                Text(
                    zh="并成一句表述；说的是不同网络的，用 network 写明",
                    en="Merge them into one statement, or say by network that they are in different ones",
                ),
                also=((first.id, ()),),
            )


def _network(position: Position) -> str:
    return "" if position.network is None else same_words(position.network.for_language("zh"))
