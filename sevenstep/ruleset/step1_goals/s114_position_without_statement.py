from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_context import Position
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S114",
    "position-without-statement",
    Severity.QUESTION,
    title=Text(zh="定位要用一句话说清楚", en="A position has a statement"),
    reason=Text(
        zh="只有名称的定位，各方各有各的理解。",
        en="A position that is only a name means something else to every party.",
    ),
    decision=Text(zh="决定目标往哪个方向定。", en="It decides which way the goals are set."),
)
def position_without_statement(chain: Chain) -> Iterator[Violation]:
    for position in chain.engagement.of(Position):
        if position.statement is None:
            yield Violation(
                position.id,
                position.title.inserted_into(
                    zh="“{}”用一句话怎么说？客户要成为什么？",
                    en="What does “{}” say in a sentence: what is the client to be?",
                ),
                Text(zh="写上 statement: 一句话的定位", en="Add statement: and the position in a sentence"),
            )
