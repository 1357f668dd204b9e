from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.chain.tree import tree
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Goal
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import is_whole, top_goals


@rule(
    "S103",
    "goal-without-challenge",
    Severity.WARNING,
    title=Text(zh="目标要回应痛点", en="A goal answers a challenge"),
    reason=Text(
        zh="不回应任何痛点的目标，客户不会觉得疼，也就不会动。",
        en="A goal that answers nothing that hurts today is a goal that nobody will act on.",
    ),
)
def goal_without_challenge(chain: Chain) -> Iterator[Violation]:
    if not is_whole(chain):
        return
    goals = tree(chain, "parent")
    downwards = list(goals.downwards(goal.id for goal in top_goals(chain)))
    answering = {goal.id for goal in chain.engagement.of(Goal) if goal.answers}
    answering_below: set[str] = set()
    for key in reversed(downwards):
        if key in answering or key in answering_below:
            answering_below.add(goals.parent.get(key, ""))
    excused = set(answering)
    for key in downwards:
        parent = goals.parent.get(key, "")
        if parent in excused:
            excused.add(key)
        elif key not in excused and key not in answering_below:
            excused.add(key)  # what is said of a goal is not said again of those below it
            yield Violation(
                key,
                Text(zh=f"目标“{key}”没有回应任何痛点", en=f"Goal “{key}” answers no challenge"),
                Text(
                    zh="写上 answers: 痛点编号；痛点还没写的，先写进 challenges:",
                    en="Add answers: and the id of a challenge; describe the challenge under challenges: first",
                ),
            )
