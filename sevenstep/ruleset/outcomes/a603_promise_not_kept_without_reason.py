from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.outcomes import Benefit
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A603",
    "promise-not-kept-without-reason",
    Severity.WARNING,
    title=Text(zh="没有做到的写明原因", en="What was not reached says why"),
    reason=Text(
        zh="不写为什么，下一轮还会一样。",
        en="Without a reason the next round goes the same way.",
    ),
)
def promise_not_kept_without_reason(chain: Chain) -> Iterator[Violation]:
    for benefit in chain.engagement.of(Benefit):
        for number, review in enumerate(benefit.reviews):
            if review.reached is False and review.why is None:
                yield Violation(
                    benefit.id,
                    Text(
                        zh=f"成效“{benefit.id}”在 {review.date} 没有做到，未写原因",
                        en=f"Benefit “{benefit.id}” was not reached on {review.date}, and nothing says why",
                    ),
                    Text(zh="写上 why：为什么没有做到", en="Add why: what kept it from being reached"),
                    ("reviews", number),
                )
