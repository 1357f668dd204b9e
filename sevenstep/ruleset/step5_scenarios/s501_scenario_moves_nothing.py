from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step5_scenarios import Scenario
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S501",
    "scenario-moves-nothing",
    Severity.WARNING,
    title=Text(zh="场景要说明改善哪个指标、多少", en="A scenario says which indicator it moves, and how far"),
    reason=Text(
        zh="说不出能改善什么的场景，没有理由先做。",
        en="A scenario that moves nothing gives no reason to do it first.",
    ),
)
def scenario_moves_nothing(chain: Chain) -> Iterator[Violation]:
    for scenario in chain.engagement.of(Scenario):
        if not scenario.moves:
            yield Violation(
                scenario.id,
                Text(zh=f"场景“{scenario.id}”没有说明改善哪个指标", en=f"Scenario “{scenario.id}” moves no indicator"),
                Text(zh="写上 moves: {指标编号: -30%}", en="Add moves: {indicator: -30%}"),
            )
