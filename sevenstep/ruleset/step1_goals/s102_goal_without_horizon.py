from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import end_of, horizon_of, top_goals


@rule(
    "S102",
    "goal-without-horizon",
    Severity.WARNING,
    title=Text(zh="目标要有期限", en="A goal has a horizon"),
    reason=Text(
        zh="没有期限的目标永远不会到期，也就永远不会落空。",
        en="A goal without a date is never due, and so can never be missed.",
    ),
)
def goal_without_horizon(chain: Chain) -> Iterator[Violation]:
    goals = tree(chain, "parent")
    for goal in top_goals(chain):
        if goal.horizon is not None:
            continue
        due = [day for below in goals.below(goal.id) if (day := horizon_of(chain, below)) is not None]
        if due:
            last = max(due, key=end_of)
            remedy = Text(
                zh=f"写上 horizon: 年份；最晚的分目标到 {last}",
                en=f"Add horizon: and the year; the last of its sub-goals is due {last}",
            )
        else:
            remedy = Text(zh="写上年份，如 horizon: 2027", en="Add the year, as in horizon: 2027")
        yield Violation(goal.id, Text(zh=f"目标“{goal.id}”没有期限", en=f"Goal “{goal.id}” has no horizon"), remedy)
