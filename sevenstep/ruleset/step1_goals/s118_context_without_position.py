from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_context import Position, StrategicContext
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S118",
    "context-without-position",
    Severity.QUESTION,
    title=Text(zh="写了背景，还要写定位", en="Where there is context, there is a position"),
    reason=Text(
        zh="第一步问的是目标和定位：只有背景和目标，说不清客户在更大的网络里要成为什么。",
        en="The first step is goals and position: without it nobody says what the client is to be in its network.",
    ),
    decision=Text(zh="决定目标之间的取舍。", en="It decides which goals go first."),
)
def context_without_position(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if engagement.count(Position) or not engagement.has_read_all(Position):
        return
    for found in engagement.of(StrategicContext):
        yield Violation(
            found.id,
            Text(
                zh="在这样的背景下，客户要在更大的网络里成为什么？",
                en="In this context, what is the client to be in the network around it?",
            ),
            Text(
                zh="写上 positions: {编号: {title: 名称, statement: 一句话, network: 所在的网络, rests_on: 依据}}",
                en="Add positions: {id: {title: …, statement: …, network: …, rests_on: …}}",
            ),
        )
        return  # one question for the whole engagement
