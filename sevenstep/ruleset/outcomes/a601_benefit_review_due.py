from collections.abc import Iterator

from sevenstep.analysis.outcomes import is_review_due
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.outcomes import Benefit
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A601",
    "benefit-review-due",
    Severity.WARNING,
    title=Text(zh="成效到期就复核", en="Benefits are looked at when it is time"),
    reason=Text(
        zh="到了该看的时候没有人看，就没有人知道承诺有没有做到。",
        en="Where nobody looks when it is time, nobody knows whether what was promised has come true.",
    ),
)
def benefit_review_due(chain: Chain) -> Iterator[Violation]:
    for benefit in chain.engagement.of(Benefit):
        if is_review_due(benefit, chain.engagement.as_of):
            when = benefit.looked_at or benefit.by
            yield Violation(
                benefit.id,
                Text(
                    zh=f"成效“{benefit.id}”应在 {when} 复核，此后没有复核记录",
                    en=f"Benefit “{benefit.id}” was to be looked at by {when}, and no review since is recorded",
                ),
                Text(
                    zh="复核后加一条 reviews，如 {date: 2025-12-31, measured: 420000 CNY/y}，再写下一次的 looked_at",
                    en="Look at it and add to reviews, as in {date: 2025-12-31, measured: 420000 CNY/y}; then say when "
                    "it is looked_at next",
                ),
                ("looked_at",) if benefit.looked_at is not None else ("by",),
            )
