from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import top_goals

MOST_LEVELS: Final = 4
"""Goals deeper than this are tasks."""


@rule(
    "S104",
    "goal-tree-too-deep",
    Severity.WARNING,
    title=Text(zh=f"目标树最多 {MOST_LEVELS} 层", en=f"Goals have {MOST_LEVELS} levels at most"),
    reason=Text(
        zh="分得太细的目标其实是任务，应写成场景或事项。",
        en="Goals cut finer than that are tasks: they belong into scenarios and items.",
    ),
)
def goal_tree_too_deep(chain: Chain) -> Iterator[Violation]:
    goals = tree(chain, "parent")
    levels: dict[str, int] = {}
    for key in goals.downwards(goal.id for goal in top_goals(chain)):
        level = levels[key] = levels.get(goals.parent.get(key, ""), 0) + 1
        if level == MOST_LEVELS + 1:
            yield Violation(
                key,
                Text(zh=f"目标“{key}”在第 {level} 层", en=f"Goal “{key}” is on level {level}"),
                Text(
                    zh="并入上一级目标，或改写成 scenarios: 里的任务场景",
                    en="Merge it into the goal above, or make it a scenario under scenarios:",
                ),
                ("parent",),
            )
