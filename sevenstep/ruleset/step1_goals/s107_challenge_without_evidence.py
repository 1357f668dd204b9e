from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.step1_goals import Challenge
from sevenstep.model.step4_paths import Actor
from sevenstep.ruleset.rule import Violation, rule


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
)
def challenge_without_evidence(chain: Chain) -> Iterator[Violation]:
    for challenge in chain.engagement.of(Challenge):
        if not challenge.evidence:
            yield Violation(
                challenge.id,
                challenge.title.inserted_into(
                    zh="“{}”的依据是什么？有没有数据？", en="What is the evidence for “{}”? Are there figures?"
                ),
                Text(
                    zh="写上 evidence: [{what: 看到了什么, figure: 数值, source: 出处}]",
                    en="Add evidence: [{what: …, figure: …, source: …}]",
                ),
                ask=() if challenge.owner else tuple(_feeling(chain, challenge)),
            )


def _feeling(chain: Chain, challenge: Challenge) -> Iterator[str]:
    """The actors who feel the challenge."""
    return (actor.id for actor in chain.targets(challenge.id, "felt-in") if isinstance(actor, Actor))
