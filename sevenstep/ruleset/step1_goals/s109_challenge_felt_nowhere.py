from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Challenge
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "S109",
    "challenge-felt-nowhere",
    Severity.QUESTION,
    title=Text(zh="痛点要说明体现在哪里", en="A challenge says where it is felt"),
    reason=Text(
        zh="不知道疼在哪里，就不知道该改哪一环。",
        en="Unless it is known where it hurts, nobody knows what to change.",
    ),
    decision=Text(
        zh="决定从哪些业务环节和流程入手。",
        en="It decides with which functions and flows the work begins.",
    ),
)
def challenge_felt_nowhere(chain: Chain) -> Iterator[Violation]:
    for challenge in chain.engagement.of(Challenge):
        if not challenge.felt_in:
            yield Violation(
                challenge.id,
                challenge.title.inserted_into(
                    zh="“{}”最明显体现在哪些环节？", en="In which functions is “{}” felt most?"
                ),
                Text(
                    zh="写上 felt_in: [环节、指标、路径或主体的编号]",
                    en="Add felt_in: and the ids of functions, indicators, paths or actors",
                ),
            )
