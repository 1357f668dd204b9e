from collections.abc import Iterator

from sevenstep.chain.graph import Chain
from sevenstep.diagnostic import Severity
from sevenstep.language import Text
from sevenstep.model.frames.assessment import Assessment
from sevenstep.model.frames.factor import Factor
from sevenstep.ruleset.rule import Violation, rule


@rule(
    "A113",
    "assessment-without-factors",
    Severity.WARNING,
    title=Text(zh="评估有因素", en="An assessment has factors"),
    reason=Text(
        zh="没有因素，就没有什么可评的。",
        en="Without factors there is nothing to assess.",
    ),
)
def assessment_without_factors(chain: Chain) -> Iterator[Violation]:
    with_factors = {factor.assessment for factor in chain.engagement.of(Factor)}
    for assessment in chain.engagement.of(Assessment):
        if assessment.id not in with_factors:
            yield Violation(
                assessment.id,
                Text(zh="这一评估还没有因素", en="This assessment has no factors"),
                Text(
                    zh=f"在 factors 下写因素，最上一层写 assessment: {assessment.id}",
                    en=f"Write its factors under factors, the highest with assessment: {assessment.id}",
                ),
            )
