from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import ContextType
from sevenstep.model.step1_context import StrategicContext
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S113",
    "context-asks-nothing",
    Severity.QUESTION,
    title=Text(zh="规划和政策要写清要求", en="A plan or policy says what it asks for"),
    reason=Text(
        zh="不知道规划要求什么，就说不清目标有没有对上。",
        en="Unless it is stated what a plan asks for, nobody can tell whether a goal aligns with it.",
    ),
    decision=Text(
        zh="决定哪些目标是规定动作，哪些是自选动作。",
        en="It decides which goals are asked for, and which are the client's own.",
    ),
)
def context_asks_nothing(chain: Chain) -> Iterator[Violation]:
    for found in chain.engagement.of(StrategicContext):
        if found.type != ContextType.TREND and found.asks is None:
            yield Violation(
                found.id,
                found.title.inserted_into(zh="“{}”对客户有什么要求？", en="What does “{}” ask of the client?"),
                Text(zh="写上 asks: 规划或政策的要求", en="Add asks: and what the plan or policy asks for"),
            )
