from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_context import Position, StrategicContext
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S117",
    "position-rests-on-nothing",
    Severity.WARNING,
    title=Text(zh="定位要有依据", en="A position rests on the context"),
    reason=Text(zh="没有依据的定位是口号。", en="A position that rests on no trend and no plan is a slogan."),
)
def position_rests_on_nothing(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.count(StrategicContext) or not engagement.has_read_all(StrategicContext):
        return
    for position in engagement.of(Position):
        if not position.rests_on:
            yield Violation(
                position.id,
                Text(
                    zh=f"定位“{position.id}”没有任何趋势、规划或政策作依据",
                    en=f"The position “{position.id}” rests on no trend, plan or policy",
                ),
                Text(zh="写上 rests_on: context: 里的编号", en="Add rests_on: and the ids of the context it rests on"),
            )
