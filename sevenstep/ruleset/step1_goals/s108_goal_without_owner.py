from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Goal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S108",
    "goal-without-owner",
    Severity.QUESTION,
    title=Text(zh="目标要有负责方", en="A goal has an owner"),
    reason=Text(
        zh="没有负责方的目标，没有人会为它做决定。",
        en="For a goal that nobody owns, nobody decides anything.",
    ),
    decision=Text(zh="决定谁来拍板、谁来协调。", en="It decides who has the last word and who coordinates."),
)
def goal_without_owner(chain: Chain) -> Iterator[Violation]:
    for goal in chain.engagement.of(Goal):
        if goal.parent is None and goal.owner is None:
            yield Violation(
                goal.id,
                goal.title.inserted_into(zh="谁对“{}”负责？", en="Who answers for “{}”?"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
            )
