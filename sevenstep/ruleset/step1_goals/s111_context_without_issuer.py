from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import ContextType
from sevenstep.model.step1_context import StrategicContext
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S111",
    "context-without-issuer",
    Severity.QUESTION,
    title=Text(zh="规划和政策要写发布单位", en="A plan or policy names its issuer"),
    reason=Text(
        zh="不知道谁发布的规划，没法判断它管不管得着。",
        en="Unless the issuer of a plan is known, nobody can tell whom it binds.",
    ),
    decision=Text(
        zh="决定它对客户有多大约束力、找谁对接。",
        en="It decides how far the plan binds the client, and whom to talk to.",
    ),
)
def context_without_issuer(chain: Chain) -> Iterator[Violation]:
    for found in chain.engagement.of(StrategicContext):
        if found.type != ContextType.TREND and found.issuer is None:
            yield Violation(
                found.id,
                found.title.inserted_into(zh="“{}”是谁发布的？", en="Who issued “{}”?"),
                Text(zh="写上 issuer: 发布单位", en="Add issuer: and who issued it"),
            )
