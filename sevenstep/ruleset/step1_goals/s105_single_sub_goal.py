from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import is_whole, top_goals


@rule(
    "S105",
    "single-sub-goal",
    Severity.WARNING,
    title=Text(zh="分目标至少两个", en="A goal is split into two sub-goals at least"),
    reason=Text(
        zh="只有一个分目标，要么漏了别的，要么两者是一回事。",
        en="If there is only one sub-goal, others are missing, or it is the goal in other words.",
    ),
)
def single_sub_goal(chain: Chain) -> Iterator[Violation]:
    if not is_whole(chain):
        return
    goals = tree(chain, "parent")
    for key in goals.downwards(goal.id for goal in top_goals(chain)):
        children = goals.children.get(key, ())
        if len(children) == 1:
            yield Violation(
                key,
                Text(
                    zh=f"目标“{key}”只有一个分目标“{children[0]}”",
                    en=f"Goal “{key}” has a single sub-goal, “{children[0]}”",
                ),
                Text(
                    zh=f"补上其余的分目标（parent: {key}），或把两者合并",
                    en=f"Add the sub-goals that are missing (parent: {key}), or merge the two",
                ),
            )
