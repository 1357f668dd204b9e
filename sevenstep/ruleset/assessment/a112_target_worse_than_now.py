from collections.abc import Iterator

from sevenstep.analysis.assessment.assess import assessments
from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A112",
    "target-worse-than-now",
    Severity.WARNING,
    title=Text(zh="评估目标不比今天差", en="A target is not worse than today"),
    reason=Text(
        zh="目标比今天还差，多半是写反了，或写错了数。",
        en="A target that is worse than today is mostly a number or a direction the wrong way round.",
    ),
)
def target_worse_than_now(chain: Chain) -> Iterator[Violation]:
    for result in assessments(chain).values():
        for found in result.factors:
            now, aimed = found.reached, found.aimed
            if now is None or aimed is None or now.standing.good is None or aimed.standing.good is None:
                continue
            if aimed.origin or aimed.standing.good >= now.standing.good:
                continue
            yield Violation(
                found.factor,
                Text(zh="目标比今天的值差", en="The target is worse than the value of today"),
                Text(zh="核对两个数，以及 worst 和 best", en="Look at both numbers, and at worst and best"),
                ("targets", aimed.date),
            )
