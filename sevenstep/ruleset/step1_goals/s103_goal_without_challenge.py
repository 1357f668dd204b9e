from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule
from sevenstep.ruleset.step1_goals.goal_tree import goals_without, is_whole


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
    for key in goals_without(chain, lambda goal: bool(goal.answers)):
        yield Violation(
            key,
            Text(zh=f"目标“{key}”没有回应任何痛点", en=f"Goal “{key}” answers no challenge"),
            Text(
                zh="写上 answers: 痛点编号；痛点还没写的，先写进 challenges:",
                en="Add answers: and the id of a challenge; describe the challenge under challenges: first",
            ),
        )
