from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.appraisal import Appraisal
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A507",
    "no-discount-rate",
    Severity.WARNING,
    title=Text(zh="测算写明折现率", en="An appraisal names its discount rate"),
    reason=Text(
        zh="不折现，十年后的一块钱就和今天的一样值钱，结果偏乐观。",
        en="Without one, money of ten years hence counts as much as today's, and the result looks better than it is.",
    ),
)
def no_discount_rate(chain: Chain) -> Iterator[Violation]:
    for appraisal in chain.engagement.of(Appraisal):
        if appraisal.discount_rate is None:
            yield Violation(
                appraisal.id,
                Text(zh=f"测算“{appraisal.id}”没有折现率", en=f"Appraisal “{appraisal.id}” has no discount rate"),
                Text(
                    zh="写上折现率，如 discount_rate: 6%；拿不准就写范围 4..8%",
                    en="Name it, as in discount_rate: 6%, or as a range, 4..8%, where it is not settled",
                ),
            )
