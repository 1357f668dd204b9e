"""What is to be asked of goals and challenges: what shows them, who answers for them, where they are felt."""

from collections.abc import Iterator
from typing import Final

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Challenge, Goal
from sevenstep.model.step4_paths import Actor
from sevenstep.rules.rule import Breach, rule


@rule(
    "S107",
    "challenge-without-evidence",
    Severity.QUESTION,
    title=Text(zh="痛点要有依据", en="A challenge has evidence"),
    reason=Text(
        zh="没有依据的痛点只是一种说法，别人可以不信。",
        en="Without evidence a challenge is an opinion, and can be waved away.",
    ),
    decision=Text(
        zh="决定这个痛点是否真的值得立目标。",
        en="It decides whether the challenge is worth a goal at all.",
    ),
    bad="""
    challenges:
      C1: {title: {zh: 同一单证录入五次, en: Papers keyed in five times}}
    """,
    good="""
    challenges:
      C1: {title: Papers are keyed in five times, evidence: [{what: Fields typed again at each desk, figure: 30%}]}
    """,
)
def challenge_without_evidence(chain: Chain) -> Iterator[Breach]:
    for challenge in chain.engagement.of(Challenge):
        if not challenge.evidence:
            yield Breach(
                challenge.id,
                challenge.title.put(
                    zh="“{}”的依据是什么？有没有数据？", en="What is the evidence for “{}”? Are there figures?"
                ),
                Text(
                    zh="写上 evidence: [{what: 看到了什么, figure: 数值, source: 出处}]",
                    en="Add evidence: [{what: …, figure: …, source: …}]",
                ),
                ask=() if challenge.owner else tuple(_feeling(chain, challenge)),
            )


@rule(
    "S108",
    "goal-without-owner",
    Severity.QUESTION,
    title=Text(zh="目标要有负责方", en="A goal has an owner"),
    reason=Text(
        zh="没有负责方的目标，没有人会为它做决定。",
        en="For a goal that nobody owns, nobody decides anything.",
    ),
    decision=Text(
        zh="决定谁来拍板、谁来协调。", en="It decides who has the last word, and who brings the parties together."
    ),
    bad="""
    goals:
      G1: {title: {zh: 通关更快, en: Faster clearance}}
    """,
    good="""
    actors:
      port-office: {title: Port office, type: government}
    goals:
      G1: {title: Faster clearance, owner: port-office}
    """,
)
def goal_without_owner(chain: Chain) -> Iterator[Breach]:
    for goal in chain.engagement.of(Goal):
        if goal.parent is None and goal.owner is None:
            yield Breach(
                goal.id,
                goal.title.put(zh="谁对“{}”负责？", en="Who answers for “{}”?"),
                Text(zh="写上 owner: 主体编号", en="Add owner: and the id of an actor"),
            )


@rule(
    "S109",
    "challenge-felt-nowhere",
    Severity.QUESTION,
    title=Text(zh="痛点要说明体现在哪里", en="A challenge says where it is felt"),
    reason=Text(
        zh="不知道疼在哪里，就不知道该改哪一环。",
        en="Where nobody knows where it hurts, nobody knows what to change.",
    ),
    decision=Text(
        zh="决定从哪些业务环节和流程入手。",
        en="It decides with which functions and flows the work begins.",
    ),
    bad="""
    challenges:
      C1: {title: {zh: 同一单证录入五次, en: Papers keyed in five times}}
    """,
    good="""
    challenges:
      C1: {title: Papers are keyed in five times, felt_in: [declaration]}
    functions:
      declaration: {title: Declaration}
    """,
)
def challenge_felt_nowhere(chain: Chain) -> Iterator[Breach]:
    for challenge in chain.engagement.of(Challenge):
        if not challenge.felt_in:
            yield Breach(
                challenge.id,
                challenge.title.put(zh="“{}”最明显体现在哪些环节？", en="In which functions is “{}” felt most?"),
                Text(
                    zh="写上 felt_in: [环节、指标、路径或主体的编号]",
                    en="Add felt_in: and the ids of functions, indicators, paths or actors",
                ),
            )


def _feeling(chain: Chain, challenge: Challenge) -> Iterator[str]:
    """The actors who feel the challenge."""
    return (one.id for one in chain.targets(challenge.id, "felt-in") if isinstance(one, Actor))


RULES: Final = (challenge_without_evidence, goal_without_owner, challenge_felt_nowhere)
"""These rules."""
