from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.outcomes import Benefit
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A604",
    "benefit-without-owner",
    Severity.WARNING,
    title=Text(zh="每项成效有人负责", en="Every benefit has an owner"),
    reason=Text(
        zh="没有人负责的成效，没有人去兑现。",
        en="A benefit that nobody owns is brought about by nobody.",
    ),
)
def benefit_without_owner(chain: Chain) -> Iterator[Violation]:
    for benefit in chain.engagement.of(Benefit):
        if benefit.owner is None:
            yield Violation(
                benefit.id,
                Text(zh=f"成效“{benefit.id}”没有负责方", en=f"Benefit “{benefit.id}” has no owner"),
                Text(zh="写 owner: 和参与主体的编号", en="Add owner: and the id of an actor"),
            )
