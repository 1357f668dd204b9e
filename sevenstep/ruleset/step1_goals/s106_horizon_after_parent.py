from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import end_of, horizon_of, top_goals


@rule(
    "S106",
    "horizon-after-parent",
    Severity.WARNING,
    title=Text(zh="分目标不晚于上级目标", en="A sub-goal is due no later than its goal"),
    reason=Text(
        zh="上级目标到期时，分目标还没完成，上级目标就不可能达到。",
        en="A goal cannot be reached on time while a part of it is due later.",
    ),
)
def horizon_after_parent(chain: Chain) -> Iterator[Violation]:
    goals = tree(chain, "parent")
    dated_above: dict[str, str] = {}
    for key in goals.downwards(goal.id for goal in top_goals(chain)):
        parent = goals.parent.get(key, "")
        above = parent if horizon_of(chain, parent) is not None else dated_above.get(parent, "")
        dated_above[key] = above
        own, bound = horizon_of(chain, key), horizon_of(chain, above)
        if own is not None and bound is not None and end_of(own) > end_of(bound):
            yield Violation(
                key,
                Text(
                    zh=f"分目标“{key}”到 {own} 才完成，上级目标“{above}”到 {bound} 就要完成",
                    en=f"Sub-goal “{key}” is due {own}, but “{above}” above it is due {bound} already",
                ),
                Text(
                    zh=f"把 {own} 提前到 {bound} 以内，或推迟“{above}”的 horizon",
                    en=f"Move {own} to {bound} or before, or put off the horizon of “{above}”",
                ),
                ("horizon",),
            )
