from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.choices import ContextType
from sevenstep.model.step1_context import StrategicContext
from sevenstep.model.step1_goals import Goal
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import end_of


@rule(
    "S119",
    "plans-end-before-goal",
    Severity.HINT,
    title=Text(zh="目标到期时，规划仍然有效", en="A goal is due while its plans still hold"),
    reason=Text(
        zh="规划到期以后，目标就没有了上位依据。",
        en="Once the plans have ended, nothing above speaks for the goal any more.",
    ),
)
def plans_end_before_goal(chain: Chain) -> Iterator[Violation]:
    for goal in chain.engagement.of(Goal):
        aligned = chain.targets(goal.id, "aligns-with")
        plans = [found for found in aligned if isinstance(found, StrategicContext) and found.type != ContextType.TREND]
        ends = [plan.horizon for plan in plans if plan.horizon is not None]
        if goal.horizon is None or not ends or len(ends) < len(plans):
            continue
        last = max(ends, key=end_of)
        if end_of(last) < end_of(goal.horizon):
            yield Violation(
                goal.id,
                Text(
                    zh=f"目标“{goal.id}”到 {goal.horizon} 才到期，它对应的规划最晚到 {last} 为止",
                    en=f"Goal “{goal.id}” is due {goal.horizon}, but the plans it aligns with end {last} at the latest",
                ),
                Text(
                    zh="补上接续的规划，或提前目标的 horizon",
                    en="Add the plan that follows, or move the horizon of the goal",
                ),
                ("aligns_with",),
                on_key=True,
            )
