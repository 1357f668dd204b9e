from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_context import StrategicContext
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import goals_without, is_whole


@rule(
    "S110",
    "goal-aligned-with-nothing",
    Severity.WARNING,
    title=Text(zh="目标要顺应战略背景", en="A goal aligns with the context"),
    reason=Text(
        zh="和上位规划、政策、趋势都接不上的目标，争取不到支持，也说不清为什么是现在。",
        en="A goal that no plan, policy or trend speaks for finds no support, and nobody can say why now.",
    ),
)
def goal_aligned_with_nothing(chain: Chain) -> Iterator[Violation]:
    engagement = chain.engagement
    if not engagement.count(StrategicContext) or not engagement.has_read_all(StrategicContext) or not is_whole(chain):
        return
    for key in goals_without(chain, lambda goal: bool(goal.aligns_with or goal.takes_up)):
        yield Violation(
            key,
            Text(
                zh=f"目标“{key}”没有对应任何规划、政策，也没有顺应任何趋势",
                en=f"Goal “{key}” aligns with no plan, policy or trend",
            ),
            Text(
                zh="写上 aligns_with: context: 里的编号，或用 takes_up: 承接一个定位",
                en="Add aligns_with: and ids of the context, or take up a position: takes_up:",
            ),
        )
